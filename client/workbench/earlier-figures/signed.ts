/** A change with a plus where it has grown, and a minus as long as it where it has shrunk. */
export function signed({ value, display }: { value: number; display: string }): string {
  return value > 0 ? `+${display}` : display.replace('-', '−');
}
