import type { FrozenListed, Moved } from '../api/figures.ts';

/** What a group's indicators score by, and how far today's number has moved from it. */
export interface GroupStanding {
  /** undefined: they follow today's number. */
  frozen: FrozenListed | undefined;
  number: FrozenListed['groups'][number] | undefined;
  moved: Moved;
}

/** The frozen figure that counts for a group, of all that were frozen. */
export function standingOf(all: readonly FrozenListed[], group: string): GroupStanding {
  const frozen = all.find(({ scores }) => scores.includes(group));
  return {
    frozen,
    number: frozen?.groups.find((one) => one.group === group),
    moved: movedOf(frozen, group),
  };
}

const movedOf = (frozen: FrozenListed | undefined, group: string): Moved => ({
  summary: frozen?.summary.filter((line) => line.group === group) ?? [],
  changes: frozen?.changes.filter((change) => change.group === group) ?? [],
});

/** Whether a figure that indicators score by no longer says what today's numbers say. */
export const isStale = ({ scores, changes }: Pick<FrozenListed, 'scores' | 'changes'>): boolean =>
  changes.some(({ group }) => scores.includes(group));

/** How all of them stand together: `some` where a group still follows today's number. */
export type FrozenState = { state: 'none' | 'some' | 'stale' } | { state: 'all'; frozenAt: string };

export function frozenState(all: readonly FrozenListed[], groups: readonly string[]): FrozenState {
  const standing = groups.map((group) => standingOf(all, group));
  const counting = standing.flatMap(({ frozen }) => frozen ?? []);
  if (standing.some(({ moved }) => moved.changes.length > 0)) return { state: 'stale' };
  // Times in ISO 8601 are in their order as text.
  const last = counting
    .map(({ frozenAt }) => frozenAt)
    .toSorted()
    .at(-1);
  if (last === undefined) return { state: 'none' };
  return counting.length < groups.length ? { state: 'some' } : { state: 'all', frozenAt: last };
}
