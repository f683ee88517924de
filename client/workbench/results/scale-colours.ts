/** Where on the five colours of the answer scale a step lies: between two of them, so far from the first. */
export interface Step {
  from: number;
  to: number;
  part: number;
}

/**
 * The colour of answer `index` of `steps`, best first. The two ends are always the accent and the warm end;
 * four steps have no weak dissatisfaction (非常满意、满意、一般、不满意), other numbers are spread evenly.
 */
export function scaleStep(index: number, steps: number): Step {
  if (steps === 4) {
    const place = [1, 2, 3, 5][index] ?? 5;
    return { from: place, to: place, part: 0 };
  }
  const position = steps < 2 ? 1 : 1 + (4 * index) / (steps - 1);
  const from = Math.floor(position);
  return { from, to: Math.min(5, from + 1), part: position - from };
}

/** In tokens of the style sheet, which follow light, dark and paper by themselves. */
export function scaleCss(index: number, steps: number): string {
  const { from, to, part } = scaleStep(index, steps);
  if (part === 0) return `var(--scale-${from})`;
  return `color-mix(in srgb, var(--scale-${to}) ${(100 * part).toFixed(1)}%, var(--scale-${from}))`;
}
