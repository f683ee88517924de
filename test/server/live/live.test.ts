import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createLive, type Live } from '../../../server/live/live.ts';
import { createChanges, type Topic } from '../../../server/store/changes.ts';
import { bumpRevision } from '../../../server/store/revisions.ts';
import { ENGINES } from '../../support/engines.ts';
import { startFieldwork } from '../../support/fieldwork.ts';
import { withTestStore } from '../../support/store.ts';

/** As a page has to have it. */
const IN_TIME = { timeout: 1_500, interval: 10 };

describe.each(ENGINES)('whoever watches an evaluation (%s)', (engine) => {
  const store = withTestStore(engine);
  let live: Live | undefined;
  afterEach(() => live?.stop());

  /** Of a process that nobody else tells anything, as behind a proxy that pools transactions. */
  const watching = async () => {
    const { evaluationId } = await startFieldwork(store);
    const changes = createChanges();
    const log = pino({ level: 'silent' });
    const made = createLive({ db: store.read, changes, log });
    live = made;
    const woken: Topic[] = [];
    const stop = made.watch(evaluationId, (topic) => woken.push(topic));
    return { evaluationId, changes, live: made, woken, stop };
  };

  it('is woken by what another process commits, also in the first moment', async () => {
    const { evaluationId, woken } = await watching();
    await bumpRevision(store.write, evaluationId);
    await vi.waitFor(() => expect(woken).toEqual([`evaluation:${evaluationId}`]), IN_TIME);
    await bumpRevision(store.write, evaluationId);
    await vi.waitFor(() => expect(woken).toHaveLength(2), IN_TIME);
    // And by nothing else.
    await sleep(IN_TIME.timeout);
    expect(woken).toHaveLength(2);
  });

  it('is woken by what is told of it or of one of its surveys, and by everything', async () => {
    const { evaluationId, changes, live, woken } = await watching();
    live.names(evaluationId, ['mine']);
    changes.tell(['survey:mine', 'survey:another', 'evaluation:another', 'people', 'everything']);
    expect(woken).toEqual(['survey:mine', 'people', 'everything']);
  });

  it('is forgotten when he goes, and not looked for any more', async () => {
    const { evaluationId, live, woken, stop } = await watching();
    stop();
    expect(live.watching).toBe(0);
    await bumpRevision(store.write, evaluationId);
    await sleep(IN_TIME.timeout);
    expect(woken).toEqual([]);
  });
});
