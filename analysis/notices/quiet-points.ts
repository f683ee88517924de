import { hourInChina } from '../../survey-definitions/china-time.ts';
import { DAY_MS, endOf, type FieldworkFacts, HOUR_MS, type PointFacts } from './facts.ts';
import type { Notice } from './notice.ts';

/** Without anything for two days while others go on. */
const QUIET_MS = 2 * DAY_MS;
/** Where all are quiet it may be a weekend, of 64 hours from Friday evening to Monday morning: three days are none. */
const ALL_QUIET_MS = 3 * DAY_MS;
/** More than these are one notice: a team that goes from place to place leaves many behind it. */
const MOST_BY_NAME = 3;

/**
 * That nothing comes any more from a point that has not reached its plan; of one that never brought anything, once the end is in
 * sight: until then it may not have been its turn.
 */
export function quietPointNotices(facts: FieldworkFacts): Notice[] {
  if (facts.state !== 'open') return [];
  const quiet = facts.points.filter((point) => isUnfinished(point) && isQuiet(point, facts));
  if (quiet.length <= MOST_BY_NAME) return quiet.map(oneQuiet);
  const names = quiet.map(({ name }) => name).join('、');
  const values = { n: quiet.length, points: facts.points.length, names };
  return [{ id: 'point-quiet', code: 'point-quiet', values }];
}

const isUnfinished = ({ closed, planned, received }: PointFacts): boolean =>
  !closed && (planned === null || received < planned);

function isQuiet(point: PointFacts, facts: FieldworkFacts): boolean {
  const now = facts.now.getTime();
  const others = [
    facts.elsewhereAt,
    ...facts.points.filter(({ id }) => id !== point.id).map(({ lastAt }) => lastAt),
  ];
  const othersGoOn = others.some((at) => at !== null && now - hourOver(at) < QUIET_MS);
  if (point.lastAt === null) {
    const { openedAt } = facts;
    const openFor = openedAt === null ? null : now - openedAt.getTime();
    return othersGoOn && endOf(facts).inSight && openFor !== null && openFor >= QUIET_MS;
  }
  return now - hourOver(point.lastAt) >= (othersGoOn ? QUIET_MS : ALL_QUIET_MS);
}

/** It came at some time within the hour: not before that is over has it been quiet since. */
const hourOver = (at: Date): number => at.getTime() + HOUR_MS;

/** Quiet again after something came is another matter. */
function oneQuiet({ id, name, planned, received, lastAt }: PointFacts): Notice {
  const since = lastAt === null ? null : hourInChina(lastAt.toISOString());
  return {
    id: `point-quiet:${id}:${since ?? 'never'}`,
    code: 'point-quiet',
    point: id,
    values: { name, received, ...(planned !== null && { planned }), ...(since && { since }) },
  };
}
