import { createParser, type EventSourceMessage } from 'eventsource-parser';

/** What of an event the tests look at: of a survey, or of an evaluation. */
export interface WatchedProgress {
  code: string;
  received: number;
  evaluation: string;
  whole: boolean;
  surveys: { code: string; received: number }[];
}

export interface WatchedEvents {
  status: number;
  headers: Headers;
  /** The next event; `undefined` once the stream has ended. Comments, as heartbeats are, are counted and left out. */
  next(): Promise<{ event: string; data: WatchedProgress }>;
  /** Comments so far. */
  comments(): number;
  /** Resolves when the server ends the stream. */
  ended: Promise<void>;
  close(): void;
}

/** Reads an answer of server-sent events as a program does. */
export async function watchEvents(asked: Response | Promise<Response>): Promise<WatchedEvents> {
  const answer = await asked;
  const { status, headers } = answer;
  const came: EventSourceMessage[] = [];
  let comments = 0;
  let isOver = false;
  let wake = () => {};
  const parser = createParser({
    onEvent(event) {
      came.push(event);
      wake();
    },
    onComment() {
      comments += 1;
    },
  });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  const ended = (async () => {
    try {
      while (reader !== undefined) {
        const { done, value } = await reader.read();
        if (done) break;
        parser.feed(value);
      }
    } catch {
      // The line was cut.
    }
    isOver = true;
    wake();
  })();
  return {
    status,
    headers,
    async next() {
      while (came.length === 0) {
        if (isOver) throw new Error('the stream has ended');
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const { event = '', data } = came.shift() as EventSourceMessage;
      return { event, data: JSON.parse(data) };
    },
    comments: () => comments,
    ended,
    close() {
      void reader?.cancel().catch(() => {});
    },
  };
}
