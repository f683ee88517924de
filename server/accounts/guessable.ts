import { withoutUnseen } from '../../survey-definitions/unseen.ts';
import {
  isPattern,
  isSurname,
  isSyllable,
  LONGEST_PATTERN,
  LONGEST_SYLLABLE,
} from './common-patterns.ts';
import { costOfWord } from './common-words.ts';

// A unit is about 2.5 bits of what somebody who knows how people choose has to guess. What costs no more than this takes him
// some thousand million tries, and most of it far fewer, for he begins with what is most common.
const GUESSABLE = 12;
const COST = { pattern: 4, name: 6, syllable: 3, digit: 2, mark: 2, other: 4 } as const;
const MARKS = new Set(' !@#$%^&*()_-+=.,?~/:;，。！？、·');
const LONGEST_UNIT = 6;
const LONGEST_WORD = 24;

/** Letters as they are meant where people put digits and marks in their place, two ways, and digits typed with the shift key held. */
const SWAPS: readonly (readonly [string, string])[] = [
  ['@4301!$57', 'aaeoiisst'],
  ['@4301!$57', 'aaeolisst'],
  ['!@#$%^&*()', '1234567890'],
];

/** As passwords are compared with what is common: without capitals, width, and what nobody sees. */
export function foldPassword(text: string): string {
  return text.normalize('NFKC').toLowerCase().split(' ').map(withoutUnseen).join(' ');
}

/**
 * Whether the whole of a folded password is among what is tried first: a few common pieces in a row, with hardly anything
 * of its own. It may contain common words as well as it likes, as long as that is not nearly all.
 * @param known further words that are common here, such as the username
 */
export function isGuessable(folded: string, known: readonly string[] = []): boolean {
  const characters = [...folded];
  return cheapest(characters.slice(0, periodOf(characters)), known) <= GUESSABLE;
}

/** What the cheapest way costs to put it together of common pieces and single characters. */
function cheapest(characters: readonly string[], known: readonly string[]): number {
  const readings = readingsOf(characters);
  const least = [0];
  for (let end = 1; end <= characters.length; end += 1) {
    let best = (least[end - 1] ?? 0) + costOfCharacter(characters[end - 1] ?? '');
    for (let from = end - 2; from >= Math.max(0, end - LONGEST_PATTERN); from -= 1) {
      const before = least[from] ?? 0;
      if (before < best) best = Math.min(best, before + costOfPiece(readings, from, end, known));
    }
    least.push(best);
  }
  return least.at(-1) ?? 0;
}

const costOfCharacter = (character: string): number => {
  if (costOfWord(character) !== undefined) return COST.pattern;
  if (/\d/.test(character)) return COST.digit;
  return MARKS.has(character) ? COST.mark : COST.other;
};

function costOfPiece(
  readings: readonly (readonly string[])[],
  from: number,
  end: number,
  known: readonly string[],
): number {
  const costs = readings.map((reading, which) => {
    const piece = reading.slice(from, end).join('');
    if (known.includes(piece)) return COST.pattern;
    // Leet is for words alone: of digits that are put for letters nothing is a day or a number.
    const pattern = (which === 0 || which === SWAPS.length) && isPattern(piece);
    const word = end - from <= LONGEST_WORD ? costOfWord(piece) : undefined;
    return Math.min(pattern ? COST.pattern : Infinity, word ?? Infinity);
  });
  const plain = (readings[0] ?? []).slice(from, end);
  return Math.min(costOfRepetition(plain), costOfPinyin(plain.join('')), ...costs);
}

/** Some characters again and again cost at most what they cost once, and little where they are few. */
function costOfRepetition(characters: readonly string[]): number {
  const period = periodOf(characters);
  if (period > LONGEST_UNIT || characters.length < 2 * period) return Infinity;
  return Math.max(COST.pattern, 2 * period);
}

/** A syllable, or a name in full: who is called so may be known. */
function costOfPinyin(text: string): number {
  if (!/^[a-z]{2,18}$/.test(text)) return Infinity;
  if (isSyllable(text)) return COST.syllable;
  return isName(text) ? COST.name : Infinity;
}

const isName = (text: string): boolean =>
  splits(text).some(
    ([surname, rest]) =>
      isSurname(surname) &&
      (isSyllable(rest) || splits(rest).some((given) => given.every(isSyllable))),
  );

const splits = (text: string): [string, string][] =>
  Array.from({ length: Math.min(LONGEST_SYLLABLE, text.length - 1) }, (_, at) => [
    text.slice(0, at + 1),
    text.slice(at + 1),
  ]);

/** The text itself and what it may stand for, character by character. */
const readingsOf = (characters: readonly string[]): string[][] => [
  [...characters],
  ...SWAPS.map(([typed, meant]) =>
    characters.map((each) => (typed.includes(each) ? meant.charAt(typed.indexOf(each)) : each)),
  ),
];

/** After how many characters it begins again, as far as it goes; its length where it never does. */
function periodOf(characters: readonly string[]): number {
  const borders = [0];
  for (let at = 1; at < characters.length; at += 1) {
    let border = borders[at - 1] ?? 0;
    while (border > 0 && characters[border] !== characters[at]) border = borders[border - 1] ?? 0;
    borders.push(characters[border] === characters[at] ? border + 1 : 0);
  }
  return characters.length - (borders.at(-1) ?? 0);
}
