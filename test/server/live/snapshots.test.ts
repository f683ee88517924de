import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createSnapshots } from '../../../server/live/snapshots.ts';
import { updateSurvey } from '../../../server/store/surveys.ts';
import { ENGINES } from '../../support/engines.ts';
import { NOW, startFieldwork } from '../../support/fieldwork.ts';
import { withTestStore } from '../../support/store.ts';

describe.each(ENGINES)('what all streams show together (%s)', (engine) => {
  const store = withTestStore(engine);

  const begin = async () => {
    const { evaluationId, code } = await startFieldwork(store);
    const elapsed = () => performance.now();
    const snapshots = createSnapshots({ db: store.read, now: () => NOW, elapsed });
    const said: number[] = [];
    const to = {
      key: 'all',
      say({ survey }: { survey: { plan: { total: number } } }) {
        said.push(survey.plan.total);
        return { at: NOW.toISOString(), planned: survey.plan.total };
      },
    };
    const ask = async (since = snapshots.mark()): Promise<number> => {
      const [one] = await snapshots.of(evaluationId, code, since, to);
      return JSON.parse(one?.json ?? '').planned;
    };
    const plan = (total: number) => updateSurvey(store.write, code, { plan: { total } });
    return { ask, plan, said };
  };

  it('is read and said once for all who ask at once', async () => {
    const { ask, said } = await begin();
    expect(await Promise.all(Array.from({ length: 50 }, () => ask()))).toEqual(Array(50).fill(100));
    expect(said).toEqual([100]);
  });

  it('is read four times a second at the most, though everybody asks at a moment of his own', async () => {
    const { ask, said } = await begin();
    const asked: Promise<number>[] = [];
    const from = performance.now();
    while (performance.now() - from < 1_000) {
      asked.push(ask());
      await sleep(5);
    }
    await Promise.all(asked);
    expect(asked.length).toBeGreaterThan(20);
    expect(said.length).toBeLessThanOrEqual(6);
  });

  it('has all that was committed before it was asked for, whatever was being read just then', async () => {
    const { ask, plan } = await begin();
    const late: [number, number][] = [];
    let committed = 100;
    let over = false;
    const reader = async (pause: number) => {
      while (!over) {
        const least = committed;
        const shown = await ask();
        if (shown < least) late.push([shown, least]);
        await sleep(pause);
      }
    };
    const readers = [0, 3, 7, 11].map(reader);
    for (let total = 101; total <= 160; total += 1) {
      await plan(total);
      committed = total;
      await sleep(total % 7);
    }
    over = true;
    await Promise.all(readers);
    expect(late).toEqual([]);
    expect(await ask()).toBe(160);
  });
});
