import type { Exact } from '../exact.ts';
import { duplicates, type Finding, finding, type Steps } from '../fault.ts';
import { asWritten, compare, exact, type Fraction, ONE, ZERO } from '../fraction.ts';
import type { Text } from '../text.ts';
import type { PlacedText } from '../text-findings.ts';
import { isBlankText } from '../unseen.ts';

// What several kinds of rules are held to, and how it is said.

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

/** A doubt where none of the rows gives the full weight. */
export function fullWeight(
  rows: readonly { points: Exact }[],
  full: Fraction,
  at: Steps,
): Finding[] {
  return rows.some(({ points }) => compare(exact(points), full) === 0)
    ? []
    : [
        finding(
          at,
          'full-weight-unreachable',
          `没有一档得满分 ${asWritten(full)} 分`,
          `none of these gives the full weight of ${asWritten(full)}`,
        ),
      ];
}

/** The labels of a list that stands in the rule under a key. */
export function labels(key: string, list: readonly { label: Text }[] = []): PlacedText[] {
  return list.map(({ label }, index) => ({ steps: [key, index, 'label'], text: label }));
}

/** A reason that says nothing: it would be kept, and read as one. Left out where there is none. */
export function blankReason(reason: string | undefined, steps: Steps): Finding[] {
  return reason === undefined || !isBlankText(reason)
    ? []
    : [finding(steps, 'blank', '看不到任何文字', 'holds nothing that anybody could see')];
}

/** An id in a scorer’s inputs that the rule does not have. */
export function unknownId(steps: Steps): Finding {
  return finding(steps, 'unknown-id', '评分标准中没有这一项', 'the rule has no such entry');
}
