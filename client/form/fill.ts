/** The text with `{name}` replaced by the value of that name; a name without a value stays, so that it is seen. */
export function fill(text: string, values: Record<string, string | number>): string {
  const names = Object.keys(values);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    names.includes(name) ? String(values[name]) : whole,
  );
}
