import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Logger } from 'pino';
import { describeError } from '../log.ts';
import type { AppEnv } from './env.ts';

/** An event by its name with its JSON, or a comment that only says the line is alive. */
export type ServerSentEvent = { event: string; data: string } | 'heartbeat';

/**
 * Answers with events as they come (server-sent events), each written once the one before is on its way, until they end or the
 * reader has gone. `events` learns by its signal that nobody reads any more; `done` is called once, whatever ended it.
 */
export function eventStream(
  c: Context<AppEnv>,
  log: Logger,
  events: (signal: AbortSignal) => AsyncGenerator<ServerSentEvent>,
  done: () => void,
): Response {
  const gone = new AbortController();
  const answer = streamSSE(c, async (stream) => {
    stream.onAbort(() => gone.abort());
    try {
      for await (const event of events(gone.signal)) {
        if (event === 'heartbeat') await stream.write(': \n\n');
        else await stream.writeSSE(event);
        if (stream.aborted) break;
      }
    } catch (error) {
      log.error(
        { error: describeError(error), path: c.req.path },
        'a stream of events has broken off',
      );
    } finally {
      gone.abort();
      done();
    }
  });
  // A proxy that gathers an answer before it hands it on would hand on nothing; one that changes it would cut it.
  answer.headers.set('X-Accel-Buffering', 'no');
  answer.headers.set('Cache-Control', 'no-store, no-transform');
  return answer;
}
