import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scaleCss, scaleStep } from '../../../client/workbench/results/scale-colours.ts';
import { contrast, labelOn, type Rgb, rgbOf, scaleRgb } from '../../support/colours.ts';

const css = readFileSync(
  new URL('../../../client/workbench/styles/tokens.css', import.meta.url),
  'utf8',
);
const [lightCss = '', darkCss = ''] = css.split('@media screen and (prefers-color-scheme: dark)');
const tokensIn = (part: string) =>
  new Map([...part.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1], rgbOf(m[2] ?? '')]));
const THEMES = [
  ['light', tokensIn(lightCss)],
  ['dark', tokensIn(darkCss)],
] as const;

function token(tokens: ReadonlyMap<string | undefined, Rgb>, name: string): Rgb {
  const found = tokens.get(name);
  if (!found) throw new Error(`no colour ${name}`);
  return found;
}

const TEXT = ['ink', 'ink-2', 'ink-3', 'accent', 'accent-strong', 'warm'];
const GROUNDS = ['paper', 'surface', 'accent-tint', 'warm-tint'];
const PAIRS = [
  ...TEXT.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)),
  ['on-accent', 'accent'] as const,
  ['on-accent', 'accent-strong'] as const,
  ['paper', 'warm'] as const,
];

describe.each(THEMES)('the %s colours', (_, tokens) => {
  it.each(PAIRS)('show text in %s on %s at 4.5 : 1 at least', (text, ground) => {
    expect(contrast(token(tokens, text), token(tokens, ground))).toBeGreaterThanOrEqual(4.5);
  });

  it('bound what can be acted on at 3 : 1 at least', () => {
    for (const edge of ['accent', 'warm']) {
      expect(contrast(token(tokens, edge), token(tokens, 'surface'))).toBeGreaterThanOrEqual(3);
    }
  });

  it('tell the parts of a bar from the ground, and from one another', () => {
    const [bar, rest] = [token(tokens, 'accent'), token(tokens, 'bar-rest')];
    // A line of the ground stands between the two as well.
    expect(contrast(bar, rest)).toBeGreaterThanOrEqual(2);
    for (const part of [bar, rest]) {
      expect(contrast(part, token(tokens, 'paper'))).toBeGreaterThanOrEqual(3);
    }
  });

  it('carry labels at 4.5 : 1 at least on every step of every scale', () => {
    const scale = [1, 2, 3, 4, 5].map((step) => token(tokens, `scale-${step}`));
    for (let steps = 2; steps <= 11; steps++) {
      for (let index = 0; index < steps; index++) {
        const colour = scaleRgb(index, steps, scale);
        expect(contrast(colour, labelOn(colour))).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
});

describe('the steps of an answer scale', () => {
  it('begin with the accent and end warm, however many there are', () => {
    for (let steps = 2; steps <= 11; steps++) {
      expect(scaleCss(0, steps)).toBe('var(--scale-1)');
      expect(scaleCss(steps - 1, steps)).toBe('var(--scale-5)');
    }
  });

  it('keep their order', () => {
    for (let steps = 2; steps <= 11; steps++) {
      const places = Array.from({ length: steps }, (_, index) => {
        const { from, part } = scaleStep(index, steps);
        return from + part;
      });
      expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b));
    }
  });

  it('are neutral in the middle where four words say 非常满意、满意、一般、不满意', () => {
    expect(scaleCss(2, 4)).toBe('var(--scale-3)');
  });

  it('are mixed by the style sheet to the colours whose contrast is measured here', () => {
    const scale: Rgb[] = [
      [0, 0, 0],
      [100, 100, 100],
      [200, 200, 200],
      [220, 220, 220],
      [240, 240, 240],
    ];
    expect(scaleCss(1, 6)).toBe('color-mix(in srgb, var(--scale-2) 80.0%, var(--scale-1))');
    expect(scaleRgb(1, 6, scale)).toEqual([80, 80, 80]);
  });
});
