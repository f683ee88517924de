import { isDeepStrictEqual } from 'node:util';
import { type Finding, finding } from '../../survey-definitions/fault.ts';
import type { StoredPoint } from '../store/points.ts';

/** A collection point as a correction lists it: `closed` left out stays as it was. */
export interface WantedPoint {
  id: string;
  name: string;
  plan?: number | null | undefined;
  closed?: boolean | undefined;
}

/** What a list of points makes of those that stand. */
export interface ListedPoints {
  /** As they are to be from now on: those listed, then those that stay though they were not. */
  points: StoredPoint[];
  /** Those that stay, closed. */
  kept: StoredPoint[];
}

/**
 * The points as a whole list of them says. One that it leaves out goes, unless `stays` says that it has to: then it is closed,
 * with its plan.
 */
export function listedPoints(
  standing: readonly StoredPoint[],
  wanted: readonly WantedPoint[],
  stays: (id: string) => boolean,
  now: string,
): ListedPoints {
  const listed = wanted.map(({ id, name, plan, closed }): StoredPoint => {
    const before = standing.find((point) => point.id === id)?.closedAt ?? null;
    const closedAt = (closed ?? before !== null) ? (before ?? now) : null;
    return { id, name, ...(typeof plan === 'number' && { plan }), closedAt };
  });
  const kept = standing
    .filter(({ id }) => !wanted.some((point) => point.id === id) && stays(id))
    .map((point) => ({ ...point, closedAt: point.closedAt ?? now }));
  return { points: [...listed, ...kept], kept };
}

/** A point as staff see it and a plan's version keeps it. */
export const plannedPoint = ({ id, name, plan, closedAt }: StoredPoint) => ({
  id,
  name,
  ...(plan !== undefined && { plan }),
  closed: closedAt !== null,
});

export const areSamePoints = (some: readonly StoredPoint[], others: readonly StoredPoint[]) =>
  isDeepStrictEqual(some.map(plannedPoint), others.map(plannedPoint));

/** What of these changes anything but the plan of a point: nothing else of a finished survey's points is open to change. */
export function fixedPointFindings(
  standing: readonly StoredPoint[],
  wanted: readonly WantedPoint[],
): Finding[] {
  const ids = (points: readonly { id: string }[]) => points.map(({ id }) => id);
  if (!isDeepStrictEqual(ids(standing), ids(wanted)))
    return [
      fixed(['points'], '调查点不能再增减或调换次序', 'the list of points and its order are fixed'),
    ];
  return wanted.flatMap(({ name, closed }, index) => {
    const before = standing[index];
    if (before === undefined) return [];
    const wasClosed = before.closedAt !== null;
    return [
      ...(name === before.name
        ? []
        : [fixed(['points', index, 'name'], '调查点的名称不能再改', 'the name is fixed')]),
      ...((closed ?? wasClosed) === wasClosed
        ? []
        : [
            fixed(
              ['points', index, 'closed'],
              '调查点不能再开放或关闭',
              'whether the point is closed is fixed',
            ),
          ]),
    ];
  });
}

/** That something is fixed, at its place. */
export const fixed = (steps: Finding['steps'], zh: string, en: string): Finding =>
  finding(steps, 'fixed', zh, en);
