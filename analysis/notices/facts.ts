import type {
  Phase,
  Provenance,
  Quota,
  Sampling,
  SurveyState,
} from '../../survey-definitions/survey.ts';
import type { QuotaFill } from '../quota-fill.ts';

/** What is known of a survey's fieldwork at a moment, from its counts. */
export interface FieldworkFacts {
  now: Date;
  state: SurveyState;
  provenance: Provenance;
  phase: Phase;
  planned: number;
  population: number | null;
  sampling: Sampling | null;
  closesAt: Date | null;
  /** Since when responses could come in, this time; null where that is not known. */
  openedAt: Date | null;
  received: number;
  valid: number;
  receivedOnline: number;
  /** Received on each of the last full days since the first response, the newest last. */
  lastDays: readonly number[];
  /** Responses whose device had answered before. */
  sameDevice: number;
  /** Minutes (in China, 2026-03-01 14:05) of the last days in which many came in online, in any order. */
  minutes: readonly { minute: string; n: number }[];
  points: readonly PointFacts[];
  /** When the last response came from none of the points; null where none did. */
  elsewhereAt: Date | null;
  quotas: readonly { quota: Quota; options: readonly QuotaFill[] }[];
}

export interface PointFacts {
  id: string;
  name: string;
  /** Null where the plan does not say. */
  planned: number | null;
  closed: boolean;
  received: number;
  /** When its last response came, to the hour that it came in; null where none did. */
  lastAt: Date | null;
}

export const HOUR_MS = 60 * 60 * 1000;
export const DAY_MS = 24 * HOUR_MS;

/** A week ahead there is still time to remind people, to go there again, or to put the end off. */
const IN_SIGHT_MS = 7 * DAY_MS;
/** Two working days: what is left for telephoning those who have not answered. */
const NEAR_MS = 2 * DAY_MS;

/** How near the end is. A survey of one afternoon is near its end from the start: not before half of it is over. */
export function endOf({ state, closesAt, openedAt, now }: FieldworkFacts): {
  inSight: boolean;
  near: boolean;
  leftMs: number;
} {
  if (state !== 'open' || closesAt === null) return { inSight: false, near: false, leftMs: 0 };
  const leftMs = closesAt.getTime() - now.getTime();
  const halfOver = openedAt === null || now.getTime() - openedAt.getTime() >= leftMs;
  return { inSight: leftMs <= IN_SIGHT_MS, near: leftMs <= NEAR_MS && halfOver, leftMs };
}
