import { z } from 'zod';
import { finding } from '../fault.ts';
import { add, asWritten, compare, exact, multiply, sum } from '../fraction.ts';
import { Text } from '../text.ts';
import { blankReason, inputIds, labels, points, share, unknownId } from './limits.ts';
import { Credit, Points, Share } from './numbers.ts';
import { ruleKind } from './rule-kind.ts';

const ChecklistItem = z.union([
  z.strictObject({ id: z.string().min(1), label: Text, share: Share }),
  z.strictObject({ id: z.string().min(1), label: Text, points: Points }),
]);

/** Sum of what is met; a veto takes all. Inputs `{ credit: { id: 0..1 }, reasons?: { id: text }, veto?: { id: boolean } }`. */
export const checklist = ruleKind({
  schema: z.strictObject({
    kind: z.literal('checklist'),
    items: z.array(ChecklistItem).min(1),
    veto: z.array(z.strictObject({ id: z.string().min(1), label: Text })).optional(),
  }),
  inputs: z.strictObject({
    credit: z.record(z.string(), Credit),
    reasons: z.record(z.string(), z.string()).optional(),
    veto: z.record(z.string(), z.boolean()).optional(),
  }),
  numbers: { credit: 'each' },
  faults: ({ items, veto }, weight, at) => [
    ...items.flatMap((item, i) =>
      'share' in item
        ? share(item.share, [...at, 'items', i, 'share'])
        : points(item.points, weight, [...at, 'items', i, 'points']),
    ),
    ...inputIds({ items, veto }, at),
  ],
  /** Shares that sum to 1 and points that sum to the weight: otherwise full marks are out of reach, or too easy. */
  warnings({ items }, { weight }, at) {
    const shares = sum(items.flatMap((item) => ('share' in item ? [exact(item.share)] : [])));
    const given = sum(items.flatMap((item) => ('points' in item ? [exact(item.points)] : [])));
    const total = add(multiply(shares, weight), given);
    if (compare(total, weight) === 0) return [];
    if (items.every((item) => 'share' in item))
      return [
        finding(
          [...at, 'items'],
          'shares-not-one',
          `各要点的占比合计 ${asWritten(shares)}，不是 1`,
          `the shares of the points add up to ${asWritten(shares)}, not 1`,
        ),
      ];
    return [
      finding(
        [...at, 'items'],
        'points-not-weight',
        `各要点的分数合计 ${asWritten(total)}，不是分值 ${asWritten(weight)}`,
        `the points add up to ${asWritten(total)}, not to the weight of ${asWritten(weight)}`,
      ),
    ];
  },
  texts: ({ items, veto }) => [...labels('items', items), ...labels('veto', veto)],
  inputFaults({ items, veto = [] }, inputs, at) {
    const strangers = (part: keyof typeof inputs, allowed: readonly { id: string }[]) =>
      Object.keys(inputs[part] ?? {})
        .filter((id) => !allowed.some((each) => each.id === id))
        .map((id) => unknownId([...at, part, id]));
    return [
      ...strangers('credit', items),
      ...strangers('reasons', items),
      ...strangers('veto', veto),
      ...Object.entries(inputs.reasons ?? {}).flatMap(([id, reason]) =>
        blankReason(reason, [...at, 'reasons', id]),
      ),
    ];
  },
});
