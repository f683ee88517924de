import { duplicates, type Finding, finding, type Steps } from './fault.ts';
import { asWritten, compare, exact, type Fraction, ONE, ZERO } from './fraction.ts';
import type { Exact } from './scoring-rule.ts';

/** Ids that a scorer's inputs are kept under: each once in all the lists, and none that every object has. */
export function inputIds(
  lists: Record<string, readonly { id: string }[] | undefined>,
  at: Steps,
): Finding[] {
  const uses = Object.entries(lists).flatMap(([key, list = []]) =>
    list.map(({ id }, index) => ({ id, steps: [...at, key, index, 'id'] })),
  );
  return [
    ...duplicates(uses),
    ...uses
      .filter(({ id }) => id in {})
      .map(({ id, steps }) =>
        finding(steps, 'reserved-id', `“${id}”不能用作编号`, `“${id}” cannot be used as an id`),
      ),
  ];
}

export function above0(value: Exact, steps: Steps, zh: string, en: string): Finding[] {
  return compare(exact(value), ZERO) > 0
    ? []
    : [finding(steps, 'not-above-zero', `${zh}须大于 0`, `${en} is above 0`)];
}

/** A share of 0 to 1. Where 0 is refused already, `zero: false` looks at the upper end only. */
export function share(value: Exact, steps: Steps, zero = true): Finding[] {
  const given = exact(value);
  return compare(given, ONE) > 0 || (zero && compare(given, ZERO) < 0)
    ? [finding(steps, 'share-out-of-range', '占比须在 0 到 1 之间', 'a share is 0 to 1')]
    : [];
}

export function points(value: Exact, full: Fraction, steps: Steps): Finding[] {
  return compare(exact(value), ZERO) < 0
    ? [finding(steps, 'below-zero', '分数不能小于 0', 'points are not below 0')]
    : notAboveWeight(value, full, steps);
}

export function notAboveWeight(value: Exact, full: Fraction, steps: Steps): Finding[] {
  return compare(exact(value), full) > 0
    ? [
        finding(
          steps,
          'points-above-weight',
          `${value} 分高于指标的分值 ${asWritten(full)}`,
          `${value} points are above the indicator’s weight of ${asWritten(full)}`,
        ),
      ]
    : [];
}
