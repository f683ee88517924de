/** A device's clock may be wrong, and a page may stay open for days: then nobody measured how long it took. */
const LONGEST_DURATION_SECONDS = 24 * 60 * 60;

/** Whole seconds that answering took, by what the device said of its beginning; null where nobody measured it. */
export function durationOf(startedAt: string | null | undefined, receivedAt: Date): number | null {
  const seconds = (receivedAt.getTime() - Date.parse(startedAt ?? '')) / 1000;
  return seconds >= 0 && seconds <= LONGEST_DURATION_SECONDS ? Math.floor(seconds) : null;
}
