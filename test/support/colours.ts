import { scaleStep } from '../../client/workbench/results/scale-colours.ts';

export type Rgb = readonly [red: number, green: number, blue: number];

/** `#0b5a5c` as its three parts, 0 to 255. */
export function rgbOf(hex: string): Rgb {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    Number.parseInt(hex.trim().slice(at, at + 2), 16),
  );
  return [red, green, blue];
}

/** A step of an answer scale as the browser mixes it from the five tokens. */
export function scaleRgb(index: number, steps: number, tokens: readonly Rgb[]): Rgb {
  const { from, to, part } = scaleStep(index, steps);
  const a = tokens[from - 1] ?? BLACK;
  const b = tokens[to - 1] ?? a;
  const mix = (at: 0 | 1 | 2) => Math.round(a[at] + (b[at] - a[at]) * part);
  return [mix(0), mix(1), mix(2)];
}

const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];

/** Black on what is lighter than L* 49.44, else white, as `.scale-segments` sets its labels. */
export function labelOn(colour: Rgb): Rgb {
  return 116 * Math.cbrt(luminance(colour)) - 16 > 49.44 ? BLACK : WHITE;
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
