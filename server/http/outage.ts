import type { Logger } from 'pino';
import { Problem } from '../problem.ts';
import { codeOf } from '../store/failures.ts';

/** Longer than a database needs to come back from a moment's trouble, and short for whoever waits. */
const TRY_AGAIN_SECONDS = 2;
const QUIET_MS = 1_000;

/** What each log has been told of outages. */
const told = new WeakMap<Logger, { quietUntil: number; met: number }>();

/**
 * Says that the database cannot be used: to whoever asked, and in the log. However many requests it meets, an outage is a
 * line a second there, which counts them.
 */
export function databaseUnavailable(error: unknown, log: Logger): Problem {
  const before = told.get(log) ?? { quietUntil: 0, met: 0 };
  const at = performance.now();
  const met = before.met + 1;
  if (at < before.quietUntil) told.set(log, { ...before, met });
  else {
    log.error({ ...saidOf(error), met }, 'database-unavailable');
    told.set(log, { quietUntil: at + QUIET_MS, met: 0 });
  }
  return new Problem('database-unavailable', {
    headers: { 'Retry-After': String(TRY_AGAIN_SECONDS) },
  });
}

/** The code, and where there is none what it is called; a message may hold answers. */
function saidOf(error: unknown) {
  const cause = error instanceof Error ? error.cause : undefined;
  return {
    kind: error instanceof Error ? error.name : typeof error,
    code: codeOf(error) || codeOf(cause) || undefined,
  };
}
