import type { Returned } from './response-rate.ts';

/** What was handed out in a channel at a point, as somebody entered it; point null: for none. */
export interface Entry<Channel extends string = string> {
  channel: Channel;
  point: string | null;
  n: number;
}

/** What came back by a channel from a point; point null: from none. */
export interface Came<Channel extends string = string> {
  channel: Channel;
  point: string | null;
  valid: number;
  invalid: number;
  ineligible: number;
}

/**
 * The places of a channel, each with what was handed out there: one place where a number was entered for the channel and none
 * for its points, since that number is of all of them; else every point, and no point, that has an entry or brought anything.
 * Never empty: a channel of which nobody entered anything is one place that does not know.
 */
export function placesOfChannel(entries: readonly Entry[], came: readonly Came[]): Returned[] {
  const [only, ...others] = entries;
  if (only === undefined || (only.point === null && others.length === 0))
    return [together(only?.n ?? null, came)];
  const points = new Set([...entries, ...came].map(({ point }) => point));
  return [...points].map((point) =>
    together(
      entries.find((entry) => entry.point === point)?.n ?? null,
      came.filter((each) => each.point === point),
    ),
  );
}

/**
 * The places of a point (null: of none), one for each channel that has an entry there or brought anything from there. A number
 * that was entered for a whole channel says nothing of its points, nor of what came from none beside them.
 */
export function placesOfPoint(
  point: string | null,
  entries: readonly Entry[],
  came: readonly Came[],
): Returned[] {
  const isHere = (each: { point: string | null }) => each.point === point;
  const here = entries.filter(
    (entry) =>
      isHere(entry) && (point !== null || entries.some((other) => isByPoint(other, entry))),
  );
  const channels = new Set([...here, ...came.filter(isHere)].map(({ channel }) => channel));
  return [...channels].map((channel) =>
    together(
      here.find((entry) => entry.channel === channel)?.n ?? null,
      came.filter((each) => each.channel === channel && isHere(each)),
    ),
  );
}

const isByPoint = (other: Entry, { channel }: Entry) =>
  other.channel === channel && other.point !== null;

function together(handedOut: number | null, came: readonly Came[]): Returned {
  return {
    handedOut,
    valid: came.reduce((total, { valid }) => total + valid, 0),
    invalid: came.reduce((total, { invalid }) => total + invalid, 0),
    ineligible: came.reduce((total, { ineligible }) => total + ineligible, 0),
  };
}
