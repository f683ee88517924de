import pino, { type DestinationStream, type Logger } from 'pino';
import type { Config } from './config.ts';
import { logOutput } from './log-output.ts';

export const STDOUT = 1;

/** JSON lines on stdout. What goes in is chosen where it is logged and never redacted later: no body, query or address. */
export function createLog(
  level: Config['logLevel'],
  to: DestinationStream = logOutput(STDOUT),
): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, to);
}

/** What may be said of an unexpected error: its kind, its code and where it happened; a message may hold answers. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = 'code' in error ? String(error.code) : undefined;
  const stack = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  const cause = error.cause instanceof Error ? describeError(error.cause) : undefined;
  return { kind: error.name, code, at: stack?.slice(0, 8).map((line) => line.trim()), cause };
}
