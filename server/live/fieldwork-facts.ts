import type { Counts } from '../../analysis/counts.ts';
import type { FieldworkFacts, PointFacts } from '../../analysis/notices/facts.ts';
import { manyInAMinute } from '../../analysis/notices/irregular.ts';
import { quotaFill } from '../../analysis/quota-fill.ts';
import { roundUp } from '../../analysis/rounding.ts';
import { toNumber } from '../../survey-definitions/fraction.ts';
import type { Planning } from '../evaluations/planning.ts';
import { surveyState } from '../evaluations/survey-state.ts';
import { readLastEvent } from '../store/audit.ts';
import type { Progress } from '../store/counts.ts';
import type { Survey } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';
import { readBusyMinutes, readFlagged, readLastHours } from '../store/watched-counts.ts';

/** What was read of a survey already. */
interface Known {
  at: Date;
  planning: Pick<Planning, 'points'>;
  progress: Progress;
  counts: Counts;
  lastDays: readonly number[];
}

/** What notices are made of: what is known already, and what nothing but they need. */
export async function readFieldworkFacts(
  db: Db,
  survey: Survey,
  { at, planning, progress, counts, lastDays }: Known,
): Promise<FieldworkFacts> {
  const { code, plan, opensAt, closesAt } = survey;
  // Not one below it is asked for: of a large survey every minute would be.
  const least = toNumber(roundUp(manyInAMinute(plan.total)));
  const newest = progress.byDay.at(-1)?.day;
  const [minutes, hours, sameDevice, opened] = await Promise.all([
    newest === undefined ? [] : readBusyMinutes(db, code, newest, least),
    planning.points.length === 0 ? new Map<string, string>() : readLastHours(db, code),
    readFlagged(db, code, 'same-device'),
    // Only an end makes it matter.
    closesAt === null ? undefined : readLastEvent(db, ['survey.open', 'survey.reopen'], code),
  ]);
  const lastAt = (point: string) => {
    const hour = hours.get(point);
    return hour === undefined ? null : new Date(`${hour}:00:00+08:00`);
  };
  const online = progress.byChannel.filter(({ channel }) => channel === 'online');
  return {
    now: at,
    state: surveyState(survey, at),
    provenance: survey.provenance,
    phase: survey.phase,
    planned: plan.total,
    population: survey.population,
    sampling: survey.sampling,
    closesAt: closesAt === null ? null : new Date(closesAt),
    openedAt: later(opened?.at, opensAt),
    received: received(progress.byChannel),
    valid: progress.byChannel.reduce((sum, { valid }) => sum + valid, 0),
    receivedOnline: received(online),
    lastDays,
    sameDevice,
    minutes,
    points: planning.points.map(
      ({ id, name, plan: planned = null, closedAt }): PointFacts => ({
        id,
        name,
        planned,
        closed: closedAt !== null,
        received: received(progress.byPoint.filter(({ point }) => point === id)),
        lastAt: lastAt(id),
      }),
    ),
    elsewhereAt: lastAt(''),
    quotas: (plan.quotas ?? []).map((quota) => ({ quota, options: quotaFill(quota, counts) })),
  };
}

const received = (lines: readonly { received: number }[]): number =>
  lines.reduce((sum, line) => sum + line.received, 0);

/** Opened by staff, and not before its period begins. */
function later(opened: string | undefined, opensAt: string | null): Date | null {
  const times = [opened, opensAt].filter((time) => typeof time === 'string').map(Date.parse);
  return times.length === 0 ? null : new Date(Math.max(...times));
}
