import { foldCaseless } from '../../../survey-definitions/typed-text.ts';
import type { PointProgress } from '../api/surveys.ts';

export const POINT_ORDERS = ['plan', 'missing', 'received'] as const;
/** As in the plan, or those first that lack most of their plan, or that brought most. */
export type PointOrder = (typeof POINT_ORDERS)[number];

/** What a point still lacks of its plan; -1 where it has none, since it lacks nothing that anybody asked for. */
const missingAt = ({ planned, received }: PointProgress): number =>
  planned === null ? -1 : Math.max(0, planned - received);

/** The points in an order, that of the plan among those that are alike; what belongs to no point is always the last. */
export function inOrder(rows: readonly PointProgress[], order: PointOrder): PointProgress[] {
  const rank = (row: PointProgress) => (order === 'missing' ? missingAt(row) : row.received);
  const named = rows.filter(({ point }) => point !== null);
  const none = rows.filter(({ point }) => point === null);
  const ordered =
    order === 'plan' ? named : named.toSorted((one, other) => rank(other) - rank(one));
  return [...ordered, ...none];
}

/** The points whose name or id holds what was typed, however it is spelt in width and capitals. */
export function found(rows: readonly PointProgress[], typed: string): PointProgress[] {
  const wanted = foldCaseless(typed);
  if (wanted === '') return [...rows];
  return rows.filter(({ point, name }) =>
    [point, name].some((text) => text !== null && foldCaseless(text).includes(wanted)),
  );
}
