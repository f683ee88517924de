import { type Finding, finding, type Steps } from './fault.ts';
import type { Option } from './questionnaire.ts';
import type { Language } from './text.ts';
import { textIn } from './wording.ts';

interface Ranged {
  option: Option;
  /** Its place in the list. */
  index: number;
  from: number;
  to: number;
}

/**
 * Doubts about options that stand for ranges of whole numbers: ranges that overlap (each pair, with the
 * numbers both hold), numbers between them or beyond their ends that no option holds.
 * @param at where the item stands
 */
export function rangeFindings(
  item: { options: readonly Option[]; exhaustive?: boolean },
  at: Steps,
): Finding[] {
  const ranged = item.options.flatMap((option, index): Ranged[] =>
    option.range === undefined
      ? []
      : [
          {
            option,
            index,
            from: option.range.from ?? Number.NEGATIVE_INFINITY,
            to: option.range.to ?? Number.POSITIVE_INFINITY,
          },
        ],
  );
  if (ranged.length === 0) return [];
  const found = overlaps(ranged, at);
  // Only what says so takes in the rest: an option without a range (“I do not know”) may hold no number at all.
  if (item.options.some((option) => option.other)) return found;
  return [...found, ...gaps(ranged, at), ...(item.exhaustive ? [] : ends(ranged, at))];
}

function overlaps(ranged: readonly Ranged[], at: Steps): Finding[] {
  return ranged.flatMap((later, position) =>
    ranged.slice(0, position).flatMap((earlier) => {
      const from = Math.max(earlier.from, later.from);
      const to = Math.min(earlier.to, later.to);
      if (from > to) return [];
      return [
        finding(
          [...at, 'options', later.index, 'range'],
          'ranges-overlap',
          `“${name(earlier, 'zh-CN')}”与“${name(later, 'zh-CN')}”重叠：都包含 ${numbers(from, to)['zh-CN']}`,
          `“${name(earlier, 'en')}” and “${name(later, 'en')}” overlap: both hold ${numbers(from, to).en}`,
        ),
      ];
    }),
  );
}

function gaps(ranged: readonly Ranged[], at: Steps): Finding[] {
  const [first, ...others] = ranged.toSorted((a, b) => a.from - b.from || a.to - b.to);
  if (first === undefined) return [];
  const found: Finding[] = [];
  let reached = first;
  for (const next of others) {
    if (next.from > reached.to + 1) {
      const missing = numbers(reached.to + 1, next.from - 1);
      found.push(
        finding(
          [...at, 'options', next.index, 'range'],
          'ranges-leave-gap',
          `“${name(reached, 'zh-CN')}”与“${name(next, 'zh-CN')}”之间有空缺：${missing['zh-CN']} 没有选项`,
          `a gap between “${name(reached, 'en')}” and “${name(next, 'en')}”: no option holds ${missing.en}`,
        ),
      );
    }
    if (next.to > reached.to) reached = next;
  }
  return found;
}

function ends(ranged: readonly Ranged[], at: Steps): Finding[] {
  const lowest = Math.min(...ranged.map(({ from }) => from));
  const highest = Math.max(...ranged.map(({ to }) => to));
  const open = (from: number, to: number) =>
    finding(
      [...at, 'options'],
      'ranges-open-end',
      `${numbers(from, to)['zh-CN']} 没有选项`,
      `no option holds ${numbers(from, to).en}`,
    );
  return [
    ...(Number.isFinite(lowest) ? [open(Number.NEGATIVE_INFINITY, lowest - 1)] : []),
    ...(Number.isFinite(highest) ? [open(highest + 1, Number.POSITIVE_INFINITY)] : []),
  ];
}

/** The label, as much of it as a message can hold. */
const name = ({ option }: Ranged, language: Language) =>
  [...textIn(option.label, language)].slice(0, 40).join('');

function numbers(from: number, to: number): Record<Language, string> {
  if (from === to) return { 'zh-CN': String(from), en: String(from) };
  if (from === Number.NEGATIVE_INFINITY && to === Number.POSITIVE_INFINITY)
    return { 'zh-CN': '所有数', en: 'every number' };
  if (from === Number.NEGATIVE_INFINITY) return { 'zh-CN': `${to} 及以下`, en: `${to} and below` };
  if (to === Number.POSITIVE_INFINITY)
    return { 'zh-CN': `${from} 及以上`, en: `${from} and above` };
  return { 'zh-CN': `${from} 至 ${to}`, en: `${from} to ${to}` };
}
