import { PLANNED_CHANNELS, type PlannedChannel } from '../../../survey-definitions/survey.ts';
import type { PlanVersion } from '../api/surveys.ts';

type Planned = Pick<PlanVersion, 'plan' | 'points'>;
type MaybeNumber = number | null;

/** What one version of a plan has otherwise than the one before it; a number that nobody gave is null. */
export type PlanChange =
  | { what: 'total'; before: number; after: number }
  | { what: 'channel'; channel: PlannedChannel; before: MaybeNumber; after: MaybeNumber }
  | { what: 'added'; name: string; plan: MaybeNumber }
  | { what: 'gone' | 'closed' | 'opened'; name: string }
  | { what: 'named'; before: string; after: string }
  | { what: 'planned'; name: string; before: MaybeNumber; after: MaybeNumber }
  | { what: 'quotas' | 'shares' | 'sampleSize' }
  | { what: 'order' };

export function planChanges(before: Planned, after: Planned): PlanChange[] {
  const changes: PlanChange[] = [];
  if (before.plan.total !== after.plan.total)
    changes.push({ what: 'total', before: before.plan.total, after: after.plan.total });
  for (const channel of PLANNED_CHANNELS) {
    const [was, is] = [before, after].map(({ plan }) => plan.byChannel?.[channel] ?? null);
    if (was !== is)
      changes.push({ what: 'channel', channel, before: was ?? null, after: is ?? null });
  }
  for (const point of after.points) {
    const was = before.points.find(({ id }) => id === point.id);
    if (!was) changes.push({ what: 'added', name: point.name, plan: point.plan });
    else changes.push(...pointChanges(was, point));
  }
  for (const point of before.points) {
    if (!after.points.some(({ id }) => id === point.id))
      changes.push({ what: 'gone', name: point.name });
  }
  for (const what of ['quotas', 'shares', 'sampleSize'] as const) {
    if (JSON.stringify(before.plan[what] ?? []) !== JSON.stringify(after.plan[what] ?? []))
      changes.push({ what });
  }
  // Nothing else can make a version.
  return changes.length > 0 ? changes : [{ what: 'order' }];
}

function pointChanges(
  before: PlanVersion['points'][number],
  after: PlanVersion['points'][number],
): PlanChange[] {
  const { name } = after;
  const changes: PlanChange[] = [];
  if (before.name !== name) changes.push({ what: 'named', before: before.name, after: name });
  if (before.plan !== after.plan)
    changes.push({ what: 'planned', name, before: before.plan, after: after.plan });
  if (before.closed !== after.closed)
    changes.push({ what: after.closed ? 'closed' : 'opened', name });
  return changes;
}
