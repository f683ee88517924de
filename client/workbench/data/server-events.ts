import { createParser } from 'eventsource-parser';

/** Longer than two heartbeats of the server, so that one may be late. */
export const SILENCE_MS = 40_000;

/**
 * Reads server-sent events until the stream ends, breaks, is broken off, or nothing at all has come for so long that the line
 * must be dead. `heard` is told of every sign of life, heartbeats among them. Never throws.
 */
export async function readEvents(
  body: ReadableStream<Uint8Array>,
  given: {
    heard(): void;
    event(name: string, data: string): void;
    /** Nothing came for so long. */
    dead(): void;
    signal: AbortSignal;
  },
  silenceMs = SILENCE_MS,
): Promise<void> {
  const { heard, event, dead, signal } = given;
  const reader = body.getReader();
  const parser = createParser({ onEvent: ({ event: name, data }) => event(name ?? '', data) });
  const decoder = new TextDecoder();
  const giveUp = () => void reader.cancel().catch(() => {});
  signal.addEventListener('abort', giveUp);
  let silence: ReturnType<typeof setTimeout> | undefined;
  const listen = () => {
    clearTimeout(silence);
    silence = setTimeout(() => {
      dead();
      giveUp();
    }, silenceMs);
  };
  try {
    for (listen(); !signal.aborted; listen()) {
      const { done, value } = await reader.read();
      if (done || signal.aborted) return;
      heard();
      parser.feed(decoder.decode(value, { stream: true }));
    }
  } catch {
    // The line was cut.
  } finally {
    clearTimeout(silence);
    signal.removeEventListener('abort', giveUp);
    giveUp();
  }
}
