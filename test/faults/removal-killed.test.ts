import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAudit } from '../../server/store/audit.ts';
import { findEvaluation } from '../../server/store/evaluations.ts';
import { openStore } from '../../server/store/open.ts';
import { compareCounts } from '../../server/store/rebuild-counts.ts';
import { storeBatch } from '../../server/store/response-batch.ts';
import type { Store } from '../../server/store/store.ts';
import { createTestDatabase, ENGINES } from '../support/engines.ts';
import { EXPIRED, keepUntil, rowsLeft } from '../support/expiring.ts';
import { aResponse, startFieldwork } from '../support/fieldwork.ts';
import { bundleScript, startScript } from '../support/run-script.ts';

const RESPONSES = 10_000;
const BATCH = 1000;

let script: string;
beforeAll(async () => {
  script = await bundleScript('test/support/tick-once.ts');
});
afterAll(() => rm(dirname(script), { recursive: true }));

async function addResponses(store: Store, code: string): Promise<void> {
  for (let stored = 0; stored < RESPONSES; stored += BATCH)
    await store.write.transaction().execute((trx) =>
      storeBatch(
        trx,
        store.shard,
        Array.from({ length: BATCH }, () => aResponse(code, { id: randomUUID() })),
      ),
    );
}

describe.each(ENGINES)('servers killed while they remove answers, on %s', (engine) => {
  it('leave counts whole and rows that nobody can list; those who come after remove the rest, and say once how much went in all', {
    timeout: 120_000,
  }, async () => {
    const database = await createTestDatabase(engine);
    const store = await openStore(database.options);
    try {
      const { evaluationId, code } = await startFieldwork(store);
      await addResponses(store, code);
      await keepUntil(store, evaluationId);
      const counted = (await store.read.selectFrom('answer_counts').select('n').execute()).length;

      for (let left = RESPONSES, deaths = 0; deaths < 2; deaths += 1) {
        const before = left;
        const children = [1, 2].map(() => startScript(script, [EXPIRED], database.env));
        const ended = Promise.all(children.map((child) => once(child, 'close')));
        while (left === before) {
          left = await rowsLeft(store, evaluationId);
          await sleep(2);
        }
        for (const child of children) child.kill('SIGKILL');
        await ended;
        left = await rowsLeft(store, evaluationId);
        expect(left).toBeGreaterThan(0);
        expect((await compareCounts(store.read)).differences).toEqual([]);
      }

      const last = startScript(script, [EXPIRED], database.env);
      let said = '';
      last.stdout?.on('data', (chunk) => {
        said += chunk;
      });
      await once(last, 'close');
      expect(said).toBe('ticking\ndone\n');
      expect(await rowsLeft(store, evaluationId)).toBe(0);
      expect((await findEvaluation(store.read, evaluationId))?.answersRemovedAt).toBe(EXPIRED);
      const { items } = await listAudit(store.read, { evaluationId }, { limit: 50 });
      expect(items.map(({ action }) => action).sort()).toEqual([
        'evaluation.answers-removed',
        'survey.close',
      ]);
      expect(items.find(({ action }) => action !== 'survey.close')?.detail).toMatchObject({
        responses: RESPONSES,
      });
      expect((await store.read.selectFrom('answer_counts').select('n').execute()).length).toBe(
        counted,
      );
    } finally {
      await store.close();
      await database.drop();
    }
  });
});
