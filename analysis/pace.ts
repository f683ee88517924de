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

export interface Pace {
  /** Responses that are still to come in for the plan to be reached; 0 where it is. */
  missing: number;
  /** Until it closes, 0 where that is past; null where no end is set. */
  hoursLeft: number | null;
  /** Responses a day that would reach the plan by the end, rounded up; null where no end is set, or no time is left. */
  perDayNeeded: number | null;
  /** Responses a day over the last full days, as they came; null where there is none yet. */
  perDayLately: number | null;
}

const HOUR_MS = 60 * 60 * 1000;
const HOURS = 24;

/** What is missing, how long there is for it, and the pace that would reach the plan beside the present one. */
export function paceOf({ planned, received, closesAt, now, lastDays }: Fieldwork): Pace {
  const missing = Math.max(0, planned - received);
  const left = closesAt === null ? null : Math.max(0, closesAt.getTime() - now.getTime());
  const hoursLeft = left === null ? null : left / HOUR_MS;
  const came = lastDays.reduce((sum, n) => sum + n, 0);
  return {
    missing,
    hoursLeft: hoursLeft === null ? null : Math.floor(hoursLeft),
    perDayNeeded:
      hoursLeft === null || hoursLeft === 0
        ? null
        : // Within the last day all that is missing has to come within that day.
          Math.ceil(missing / Math.max(1, hoursLeft / HOURS)),
    perDayLately: lastDays.length === 0 ? null : Math.round(came / lastDays.length),
  };
}
