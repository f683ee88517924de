import { readdirSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it, vi } from 'vitest';
import { withFieldwork } from '../support/app.ts';
import { ENGINES } from '../support/engines.ts';
import { aResponse } from '../support/fieldwork.ts';
import { onPort } from '../support/server.ts';
import { account } from '../support/signed-in-as.ts';
import { watchEvents } from '../support/watch-events.ts';

const STREAMS = 200;
const ROUNDS = 3;
/** Sockets that the system has not taken back yet, and pages of the heap that are about to be. */
const FEW_DESCRIPTORS = 12;
const FEW_BYTES = 3_000_000;

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');
const descriptors = () => readdirSync('/proc/self/fd').length;
function heap(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

const [engine = 'sqlite3'] = ENGINES;

describe(`${STREAMS} pages that watch`, () => {
  const t = withFieldwork(engine);

  it('all see a response, and leave neither descriptors nor memory behind when they go', {
    timeout: 60_000,
  }, async () => {
    const served = await onPort(t);
    const viewers = await Promise.all(
      Array.from({ length: STREAMS / 40 }, () => account(t, 'viewer', [t.evaluationId])),
    );
    const watchAs = (n: number) =>
      watchEvents(
        fetch(`http://127.0.0.1:${served.port}/api/evaluations/${t.evaluationId}/progress/stream`, {
          headers: { cookie: `manping=${viewers[n % viewers.length]?.secret}` },
        }),
      );
    const before = descriptors();
    const heaps: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const all = await Promise.all(Array.from({ length: STREAMS }, (_, n) => watchAs(n)));
      for (const each of await Promise.all(all.map((events) => events.next())))
        expect(each.data.whole).toBe(true);
      expect(descriptors()).toBeGreaterThan(before + STREAMS);
      await t.deps.writer.write(aResponse(t.code));
      for (const each of await Promise.all(all.map((events) => events.next())))
        expect(each.data.surveys[0]?.received).toBe(round + 1);
      for (const events of all) events.close();
      await vi.waitFor(() => expect(descriptors()).toBeLessThan(before + FEW_DESCRIPTORS), {
        timeout: 10_000,
      });
      heaps.push(heap());
    }
    // The first round also fills what is kept for all.
    expect((heaps.at(-1) ?? 0) - (heaps[0] ?? 0)).toBeLessThan(FEW_BYTES);
    await served.listening.stop();
  });
});
