import { describe, expect, it } from 'vitest';
import { isBlank } from '../../survey-definitions/response.ts';
import { filledText } from '../../survey-definitions/text.ts';
import { isBlankText } from '../../survey-definitions/unseen.ts';

/** Code points that are drawn as nothing, by what they are. */
const UNSEEN: [what: string, points: number[]][] = [
  ['white space and line ends', [0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20, 0x85, 0x2028, 0x2029]],
  ['spaces of other widths', [0xa0, 0x1680, 0x2000, 0x2007, 0x200a, 0x202f, 0x205f, 0x3000]],
  ['zero-width characters', [0x200b, 0x200c, 0x200d, 0x2060, 0xfeff]],
  ['marks of direction', [0x061c, 0x200e, 0x200f, 0x202a, 0x202e, 0x2066, 0x2069]],
  ['soft hyphens and joiners', [0xad, 0x034f, 0x180e, 0x2061, 0x2064]],
  ['variation selectors', [0x180b, 0xfe00, 0xfe0f, 0xe0100, 0xe01ef]],
  ['tags', [0xe0001, 0xe0020, 0xe007f]],
  ['Hangul and Khmer fillers', [0x115f, 0x1160, 0x3164, 0xffa0, 0x17b4, 0x17b5]],
  ['annotations and formats of scripts', [0xfff9, 0xfffb, 0x1d173, 0x1bca0]],
  ['a Braille cell without dots, the place of an object', [0x2800, 0xfffc]],
  ['control characters', [0x00, 0x1f, 0x7f, 0x9f]],
];
const SEEN = [
  '。',
  '-',
  '0',
  '一',
  '𠀀',
  '❤\ufe0f',
  '👨\u200d👩\u200d👧',
  '‍满意\u200b',
  '·',
  '\u2801',
];

describe('what nobody sees', () => {
  it.each(UNSEEN)('is blank: %s', (_, points) => {
    const texts = points.map((point) => String.fromCodePoint(point));
    expect(texts.filter((text) => !isBlankText(text))).toEqual([]);
    expect(isBlank(texts.join(' '))).toBe(true);
  });

  it.each(SEEN)('is not blank: %s', (text) => {
    expect(isBlankText(text)).toBe(false);
    expect(isBlank(text)).toBe(false);
  });

  it.each(UNSEEN)('is no reason or name: %s', (_, points) => {
    const fits = points.filter(
      (each) => filledText(9).safeParse(String.fromCodePoint(each)).success,
    );
    expect(fits).toEqual([]);
  });
});
