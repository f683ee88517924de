import { divide, type Fraction, multiply, sum } from '../../survey-definitions/fraction.ts';
import { gradesIn } from '../item-result.ts';
import { percentOf } from '../percent.ts';
import type { CompositeResult, Given } from './made.ts';

/**
 * All scored answers together, whatever item they were given to: Σ over the grades of share × weight / outOf, the share being
 * of all scored answers. It equals the mean of the items where all bases are equal; an item that more people answered weighs
 * more. In `published` rounding the share of each grade is rounded first, as it would stand in a table of all answers.
 */
export function pooledAnswers({
  items,
  rounding,
}: Pick<Given, 'items' | 'rounding'>): CompositeResult {
  const grades = new Map<string, { count: number; value: Fraction }>();
  for (const item of items) {
    if (item.scale === null) continue;
    const { id: scale, outOf } = item.scale;
    for (const { id, count, weight } of gradesIn(item)) {
      const key = `${scale}/${id}`;
      const value = divide(weight as Fraction, outOf);
      grades.set(key, { count: (grades.get(key)?.count ?? 0) + count, value });
    }
  }
  const answers = items.reduce((total, { base }) => total + base, 0);
  const made = { method: 'pooled', items: items.map(({ id }) => id), answers } as const;
  if (answers === 0) return { value: null, made };
  const shares = [...grades.values()].map(({ count, value }) =>
    multiply(percentOf(count, answers, rounding), value),
  );
  return { value: sum(shares), made };
}
