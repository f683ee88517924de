import { type Fraction, fraction, max, ONE, ZERO } from '../survey-definitions/fraction.ts';
import { roundDown, roundHalfUp, roundUp } from './rounding.ts';

/** How a survey's fieldwork stands against its plan at a moment. */
export interface Fieldwork {
  planned: number;
  received: number;
  /** When it ends; null where nobody has said. */
  closesAt: Date | null;
  now: Date;
  /** Received on each of the last full days, the newest last, days without any among them. */
  lastDays: readonly number[];
}

/** Whole numbers all. */
export interface Pace {
  /** Responses that are still to come in for the plan to be reached; 0 where it is. */
  missing: number;
  /** Until it closes, 0 where that is past; null where no end is set. */
  hoursLeft: Fraction | null;
  /** Responses a day that would reach the plan by the end, rounded up; null where no end is set, or no time is left. */
  perDayNeeded: Fraction | null;
  /** Responses a day over the last full days, as they came; null where there is none yet. */
  perDayLately: Fraction | null;
}

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** What is missing, how long there is for it, and the pace that would reach the plan beside the present one. */
export function paceOf({ planned, received, closesAt, now, lastDays }: Fieldwork): Pace {
  const missing = planned > received ? planned - received : 0;
  const left = closesAt === null ? null : closesAt.getTime() - now.getTime();
  const came = lastDays.reduce((sum, n) => sum + n, 0);
  return {
    missing,
    hoursLeft: left === null ? null : left < 0 ? ZERO : roundDown(fraction(left, HOUR_MS)),
    perDayNeeded: left === null || left <= 0 ? null : neededADay(missing, fraction(left, DAY_MS)),
    perDayLately: lastDays.length === 0 ? null : roundHalfUp(fraction(came, lastDays.length), 0),
  };
}

/** Within the last day all that is missing has to come within that day. */
function neededADay(missing: number, daysLeft: Fraction): Fraction {
  const days = max(ONE, daysLeft);
  return roundUp(fraction(BigInt(missing) * days.d, days.n));
}
