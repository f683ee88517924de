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

/** For style sheets, which follow light and dark by themselves. */
export function scaleCss(index: number, steps: number): string {
  const { from, to, part } = scaleStep(index, steps);
  if (part === 0) return `var(--scale-${from})`;
  return `color-mix(in srgb, var(--scale-${to}) ${(100 * part).toFixed(1)}%, var(--scale-${from}))`;
}

export type Rgb = readonly [red: number, green: number, blue: number];

/** `#0b5a5c` as its three parts, 0 to 255. */
export function rgbOf(hex: string): Rgb {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    Number.parseInt(hex.trim().slice(at, at + 2), 16),
  );
  return [red, green, blue];
}

/** For the canvas: the same colour from the five tokens, as the style sheet mixes it. */
export function scaleRgb(index: number, steps: number, tokens: readonly Rgb[]): Rgb {
  const { from, to, part } = scaleStep(index, steps);
  const a = tokens[from - 1] ?? BLACK;
  const b = tokens[to - 1] ?? a;
  const mix = (at: 0 | 1 | 2) => Math.round(a[at] + (b[at] - a[at]) * part);
  return [mix(0), mix(1), mix(2)];
}

const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];

/** Black or white, whichever reads better on the colour; one of them always has more than 4.5:1. */
export function readableOn(colour: Rgb): Rgb {
  return contrast(colour, BLACK) >= contrast(colour, WHITE) ? BLACK : WHITE;
}

/** Contrast ratio as WCAG 2 defines it, 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export const cssColour = (colour: Rgb) => `rgb(${colour.join(' ')})`;
