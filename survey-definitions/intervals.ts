import { type Finding, finding, type Steps } from './fault.ts';
import { asWritten, compare, type Fraction } from './fraction.ts';

/** A place between numbers: just before `at`, just after it, or beyond every number. */
export type Cut = { at: Fraction; after: boolean } | 'lowest' | 'highest';

/** The numbers from one cut to another. */
export interface Interval {
  low: Cut;
  high: Cut;
}

/**
 * What keeps bands from being a partition of the numbers of `whole`, so that each of them falls into
 * exactly one: an empty band, a gap, an overlap. The order they are written in does not matter.
 * @param at where the list of bands stands; the nth band is at `[...at, n]`
 */
export function partitionFindings(
  bands: readonly Interval[],
  whole: Interval,
  at: Steps,
): Finding[] {
  const placed = bands.map((band, index) => ({ ...band, steps: [...at, index] }));
  const empty = placed.filter(({ low, high }) => compareCuts(low, high) >= 0);
  if (empty.length > 0)
    return empty.map(({ steps }) =>
      finding(
        steps,
        'empty-band',
        '下限不低于上限，没有数值落在这一档',
        'no number falls into this band: it does not end above its beginning',
      ),
    );
  const [first, ...others] = placed.toSorted((a, b) => compareCuts(a.low, b.low));
  if (first === undefined) return [];
  const found: Finding[] = [];
  if (compareCuts(first.low, whole.low) > 0) found.push(gap(first.steps, whole.low, first.low));
  let furthest = first;
  for (const next of others) {
    const meets = compareCuts(next.low, furthest.high);
    if (meets > 0) found.push(gap(next.steps, furthest.high, next.low));
    if (meets < 0) found.push(overlap(next.steps, next.low, lower(next.high, furthest.high)));
    if (compareCuts(next.high, furthest.high) > 0) furthest = next;
  }
  if (compareCuts(furthest.high, whole.high) < 0)
    found.push(gap(furthest.steps, furthest.high, whole.high));
  return found;
}

function gap(steps: Steps, low: Cut, high: Cut): Finding {
  const numbers = between(low, high);
  return finding(
    steps,
    'bands-leave-gap',
    `有空缺：${numbers['zh-CN']} 不属于任何一档`,
    `a gap: ${numbers.en} falls into no band`,
  );
}

function overlap(steps: Steps, low: Cut, high: Cut): Finding {
  const numbers = between(low, high);
  return finding(
    steps,
    'bands-overlap',
    `与另一档重叠：${numbers['zh-CN']} 同属两档`,
    `overlaps another band: ${numbers.en} falls into both`,
  );
}

const lower = (a: Cut, b: Cut): Cut => (compareCuts(a, b) < 0 ? a : b);

function compareCuts(a: Cut, b: Cut): number {
  if (typeof a === 'object' && typeof b === 'object')
    return compare(a.at, b.at) || Number(a.after) - Number(b.after);
  return rank(a) - rank(b);
}

const rank = (cut: Cut) => (cut === 'lowest' ? -1 : cut === 'highest' ? 1 : 0);

function between(low: Cut, high: Cut): { 'zh-CN': string; en: string } {
  if (typeof low === 'object' && typeof high === 'object' && compare(low.at, high.at) === 0)
    return { 'zh-CN': asWritten(low.at), en: asWritten(low.at) };
  const zh: string[] = [];
  const en: string[] = [];
  if (typeof low === 'object') {
    zh.push(`${low.after ? '大于' : '不小于'} ${asWritten(low.at)}`);
    en.push(`${low.after ? 'above' : 'from'} ${asWritten(low.at)}`);
  }
  if (typeof high === 'object') {
    zh.push(`${high.after ? '不大于' : '小于'} ${asWritten(high.at)}`);
    en.push(`${high.after ? 'up to' : 'below'} ${asWritten(high.at)}`);
  }
  return { 'zh-CN': zh.join('且') || '所有数', en: en.join(' and ') || 'every number' };
}
