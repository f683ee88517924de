/** How far a number lies from that of all, to the left or to the right of a line; the widest difference fills its side. */
export function DifferenceBar({ of, widest }: { of: number; widest: number }) {
  const length = widest === 0 ? 0 : (50 * Math.abs(of)) / widest;
  return (
    <svg class="difference" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <line x1="50" x2="50" y1="0" y2="10" vector-effect="non-scaling-stroke" />
      <rect x={of < 0 ? 50 - length : 50} y="2" width={length} height="6" />
    </svg>
  );
}
