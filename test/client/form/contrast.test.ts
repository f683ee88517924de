import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(
  new URL('../../../client/form/styles/tokens.css', import.meta.url),
  'utf8',
);
const [light, dark] = css.split('@media').map((part) => {
  const pairs = [...part.matchAll(/--(\w+): #([0-9a-f]{3,6});/g)];
  return new Map(pairs.map((match) => [match[1] ?? '', match[2] ?? '']));
});

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const long = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
  const [r, g, b] = [0, 2, 4].map((at) => {
    const value = Number.parseInt(long.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(tokens: Map<string, string> | undefined, one: string, other: string): number {
  const [a, b] = [one, other].map((name) => {
    const hex = tokens?.get(name);
    if (!hex) throw new Error(`no colour ${name}`);
    return luminance(hex);
  }) as [number, number];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const TEXT = [
  ['ink', 'paper'],
  ['ink', 'card'],
  ['ink', 'tint'],
  ['ink', 'warmth'],
  ['soft', 'paper'],
  ['soft', 'card'],
  ['soft', 'warmth'],
  ['accent', 'paper'],
  ['accent', 'card'],
  ['accent', 'tint'],
  ['accent', 'warmth'],
  ['on', 'accent'],
  ['warm', 'card'],
  ['warm', 'warmth'],
] as const;
const CONTROLS = [
  ['edge', 'card'],
  ['accent', 'card'],
  ['warm', 'card'],
] as const;

describe.each([
  ['light', light],
  ['dark', dark],
] as const)('the %s colours', (_, tokens) => {
  it.each(TEXT)('show text in %s on %s at 4.5 : 1 at least', (text, ground) => {
    expect(contrast(tokens, text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(CONTROLS)('show the bounds of controls in %s on %s at 3 : 1 at least', (edge, ground) => {
    expect(contrast(tokens, edge, ground)).toBeGreaterThanOrEqual(3);
  });
});
