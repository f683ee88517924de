import { setTimeout as sleep } from 'node:timers/promises';

/** SQLSTATEs after which the same transaction may well succeed. */
const TRANSIENT_STATES = new Set([
  '40001', // serialization_failure
  '40P01', // deadlock_detected
  '55P03', // lock_not_available
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '53300', // too_many_connections
]);
const TRANSIENT_CODES = new Set([
  'SQLITE_BUSY',
  'SQLITE_LOCKED',
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
]);
const LOST_CONNECTION = /connection terminated|client has encountered a connection error/i;

/** Whether the failure says nothing about the statement itself: a lock, a deadlock, a lost connection. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (
    TRANSIENT_STATES.has(code) ||
    TRANSIENT_CODES.has(code) ||
    code.startsWith('08') ||
    LOST_CONNECTION.test(error.message)
  );
}

/**
 * Repeats `work` while it fails for a passing reason, waiting a little longer each time and never the same
 * time twice, so that two that collided do not collide again. `work` must be a whole transaction.
 */
export async function withRetry<T>(
  work: () => Promise<T>,
  {
    tries = 8,
    passing = isTransient,
  }: { tries?: number; passing?: (error: unknown) => boolean } = {},
): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work();
    } catch (error) {
      if (tried >= tries || !passing(error)) throw error;
      await sleep(Math.random() * Math.min(5 * 2 ** tried, 500));
    }
  }
}
