import { asWritten, compare, type Fraction, fraction } from '../survey-definitions/fraction.ts';
import type { Language } from '../survey-definitions/text.ts';
import type { CompositeResult, Made, Part } from './composite/made.ts';
import { en } from './explain/composite-en.ts';
import {
  anyShortened,
  gives,
  isKnown,
  meanOf,
  weightedMeanOf,
} from './explain/composite-formulas.ts';
import type { CompositeWords } from './explain/composite-words.ts';
import { zh } from './explain/composite-zh.ts';
import type { Rounding } from './percent.ts';

const WORDS: Record<Language, CompositeWords> = { 'zh-CN': zh, en };

/** What items and dimensions are called, by their ids, in the language of the line. */
export interface CompositeNames {
  topicOf(item: string): string;
  nameOf(dimension: string): string;
}

type MadeBy<M extends Made['method']> = Extract<Made, { method: M }>;

/**
 * How a group's number came about, in one line: "六题平均 = (86.57 + 92.1 + …) ÷ 6 ≈ 89.34。" Numbers are shown as a reader
 * can follow them, ≈ says where one was rounded, and parts without a scored answer are named.
 */
export function explainComposite(
  { value, made }: CompositeResult,
  rounding: Rounding,
  names: CompositeNames,
  language: Language,
): string {
  const words = WORDS[language];
  const parts =
    value === null
      ? [hasNoItems(made) ? words.noItems : words.noAnswers]
      : explained({ words, names, value, rounding }, made);
  return parts.join(words.joint) + words.stop;
}

function hasNoItems(made: Made): boolean {
  if ('parts' in made) return made.parts.length === 0;
  return made.method === 'pooled' && made.items.length === 0;
}

interface Saying {
  words: CompositeWords;
  names: CompositeNames;
  value: Fraction;
  rounding: Rounding;
}

function explained(saying: Saying, made: Made): string[] {
  const { words, names, value, rounding } = saying;
  switch (made.method) {
    case 'mean':
      return mean(saying, made.parts);
    case 'items':
      return made.parts.every(
        ({ weight }) => compare(weight, made.parts[0]?.weight ?? weight) === 0,
      )
        ? mean(saying, made.parts)
        : weighted(saying, made.parts);
    case 'dimensions':
      return dimensions(saying, made);
    case 'pooled': {
      const said = words.pooled(made.items.length, count(made.answers));
      return [said + gives(value, rounding === 'published')];
    }
    case 'overall':
      return [words.overall(names.topicOf(made.item), count(made.base)) + gives(value, false)];
    case 'top':
      return mean(saying, made.parts, (n) => words.top(n, made.grades));
    case 'persons':
      return [persons(saying, made)];
  }
}

function mean(
  { words, names, value }: Saying,
  parts: readonly Part[],
  label?: (n: number) => string,
): string[] {
  const known = parts.filter(isKnown);
  const [only] = known;
  const empty = emptyOf(words, parts, names.topicOf, 'left-out');
  if (only !== undefined && known.length === 1 && label === undefined)
    return [words.single(names.topicOf(only.id)) + gives(value, false), ...empty];
  const said = (label ?? words.mean)(known.length);
  const formula = known.length === 1 ? '' : ` = ${meanOf(known, value)}`;
  return [said + formula + gives(value, anyShortened(known)), ...empty];
}

function weighted({ words, names, value }: Saying, parts: readonly Part[]): string[] {
  const known = parts.filter(isKnown);
  const [only] = known;
  const said =
    only !== undefined && known.length === 1
      ? words.single(names.topicOf(only.id)) + gives(value, false)
      : `${words.weighted(known.length)} = ${weightedMeanOf(known, value)}${gives(value, anyShortened(known))}`;
  return [said, ...emptyOf(words, parts, names.topicOf, 'scaled-up')];
}

function dimensions({ words, names, value }: Saying, made: MadeBy<'dimensions'>): string[] {
  const known = made.parts.filter(isKnown);
  // Of one alone there is nothing to weigh.
  const said =
    known.length === 1
      ? []
      : [
          `${words.dimensions(known.length)} = ${weightedMeanOf(known, value)}${gives(value, anyShortened(known))}`,
        ];
  const each = known.map((part) => {
    const items = part.items.filter(isKnown);
    const formula = items.length === 1 ? '' : ` = ${meanOf(items, part.value)}`;
    return (
      words.dimension(names.nameOf(part.id)) + formula + gives(part.value, anyShortened(items))
    );
  });
  return [
    ...said,
    ...each,
    ...emptyOf(
      words,
      known.flatMap(({ items }) => items),
      names.topicOf,
      'left-out',
    ),
    ...emptyOf(words, made.parts, names.nameOf, 'scaled-up'),
  ];
}

function persons({ words, value }: Saying, made: MadeBy<'persons'>): string {
  const { reaching, base, threshold } = made;
  const said = words.persons(count(reaching), count(base), asWritten(threshold));
  const isApproximate = compare(fraction(100 * reaching, base), value) !== 0;
  return `${said}${words.joint}${reaching} ÷ ${base}${gives(value, isApproximate, '%')}`;
}

function emptyOf(
  words: CompositeWords,
  parts: readonly Part[],
  nameOf: (id: string) => string,
  what: 'left-out' | 'scaled-up',
): string[] {
  const names = parts.filter((part) => part.value === null).map(({ id }) => nameOf(id));
  return names.length === 0 ? [] : [words.empty(names, what)];
}

const count = (n: number) => n.toLocaleString('en-US');
