import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Logger } from 'pino';
import { describeError } from '../log.ts';
import type { AppEnv } from './env.ts';

/** An event by its name with its JSON, or a comment that only says the line is alive. */
export type ServerSentEvent = { event: string; data: string } | 'heartbeat';

/**
 * Answers with events as they come (server-sent events), each written once the one before is on its way, until they end or the
 * reader has gone. `begin` is called where there is a reader at all, and gives the events, which learn by their signal that
 * nobody reads any more, and what is to be done once, whatever ended them.
 */
export function eventStream(
  c: Context<AppEnv>,
  log: Logger,
  begin: () => {
    events(signal: AbortSignal): AsyncGenerator<ServerSentEvent>;
    done(): void;
  },
): Response {
  // A proxy that gathers an answer before it hands it on would hand on nothing; one that changes it would cut it.
  const headers = { 'X-Accel-Buffering': 'no', 'Cache-Control': 'no-store, no-transform' };
  if (c.req.method === 'HEAD')
    return c.body(null, 200, { ...headers, 'Content-Type': 'text/event-stream' });
  const { events, done } = begin();
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
      const { path } = c.req;
      log.error({ error: describeError(error), path }, 'a stream of events has broken off');
    } finally {
      gone.abort();
      done();
    }
  });
  for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
  return answer;
}
