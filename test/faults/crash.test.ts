import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readCounts } from '../../server/store/counts.ts';
import { openStore, type Store } from '../../server/store/open.ts';
import { compareCounts } from '../../server/store/rebuild-counts.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../support/engines.ts';
import { startFieldwork } from '../support/fieldwork.ts';
import { bundleScript, runScript, startScript } from '../support/run-script.ts';
import { crashResponse } from './crash-response.ts';

/** CRASH_ROUNDS=200 for a longer run. */
const ROUNDS = Number(process.env['CRASH_ROUNDS'] ?? 20);
/** Looking at everything after every round of a long run would take most of its time. */
const ROUNDS_PER_LOOK = Math.ceil(ROUNDS / 20);
const SECONDS_PER_ROUND = 10;

const DURABLE = {
  sqlite3: { journal_mode: 'wal', synchronous: '2' },
  node: { journal_mode: 'wal', synchronous: '2' },
  postgres: { synchronous_commit: 'on', fsync: 'on', full_page_writes: 'on' },
};

interface Life {
  durability: unknown;
  sent: Set<string>;
  acknowledged: Map<string, string>;
  signal: NodeJS.Signals | null;
}

const scripts = { writer: '', starter: '' };
beforeAll(async () => {
  scripts.writer = await bundleScript('test/faults/crash-writer.ts');
  scripts.starter = await bundleScript('test/support/open-and-say.ts');
});
afterAll(async () => {
  for (const script of Object.values(scripts)) await rm(dirname(script), { recursive: true });
});

/** Lets a writer work under load and kills it some milliseconds after it got under way. */
async function liveAndDie(database: TestDatabase, code: string, resend: string[]): Promise<Life> {
  const inFolder = (name: string) => join(database.options.dataDir, name);
  await writeFile(inFolder('resend'), resend.join('\n'));
  const args = [code, inFolder('resend'), inFolder('notes')];
  const child = startScript(scripts.writer, args, database.env);
  let complaints = '';
  child.stderr?.on('data', (chunk) => {
    complaints += chunk;
  });
  const closed = new Promise<NodeJS.Signals | null>((resolve) => {
    child.on('close', (_, signal) => resolve(signal));
  });
  await Promise.race([closed, new Promise((resolve) => child.stdout?.once('data', resolve))]);
  await sleep(Math.random() * 150);
  child.kill('SIGKILL');
  const signal = await closed;
  expect(complaints).toBe('');
  return { ...readNotes(await readFile(inFolder('notes'), 'utf8')), signal };
}

function readNotes(notes: string): Omit<Life, 'signal'> {
  const life: Omit<Life, 'signal'> = {
    durability: undefined,
    sent: new Set(),
    acknowledged: new Map(),
  };
  // The last line may have been cut off.
  for (const line of notes.split('\n').slice(0, -1)) {
    const [word, what = '', result = ''] = line.split(' ');
    if (word === 'durability') life.durability = JSON.parse(what);
    if (word === 'sent') life.sent.add(what);
    if (word === 'acknowledged') life.acknowledged.set(what, result);
  }
  return life;
}

describe.each(ENGINES)('killed under load on %s', (engine) => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createTestDatabase(engine);
  });
  afterEach(() => database.drop());

  async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
    const store = await openStore(database.options);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  }

  it(
    'every acknowledged response is stored, once and whole, and the counts follow from the answers',
    async () => {
      const code = await withStore(async (store) => (await startFieldwork(store)).code);
      const acknowledged = new Set<string>();
      const unheard = new Set<string>();
      let inFlight = 0;
      let heard: string[] = [];

      for (let round = 1; round <= ROUNDS; round += 1) {
        const life = await liveAndDie(database, code, [...unheard, ...heard]);
        expect(life.signal, `round ${round}`).toBe('SIGKILL');
        expect(life.durability).toEqual(DURABLE[engine]);
        for (const id of life.sent) if (!acknowledged.has(id)) unheard.add(id);
        for (const [id, result] of life.acknowledged) {
          if (acknowledged.has(id)) expect(result, `round ${round}, again`).toBe('exists');
          unheard.delete(id);
          acknowledged.add(id);
        }
        inFlight += unheard.size;
        heard = [...life.acknowledged.keys()].slice(-20);
        if (round % ROUNDS_PER_LOOK !== 0) continue;

        await withStore(async (store) => {
          expect((await compareCounts(store.read)).differences, `round ${round}`).toEqual([]);
          const rows = await store.read
            .selectFrom('responses')
            .select(['id', 'answers', 'content_hash'])
            .execute();
          const stored = new Map(rows.map((row) => [row.id, row]));
          expect(stored.size).toBe(rows.length);
          expect([...acknowledged].filter((id) => !stored.has(id))).toEqual([]);
          // What nobody acknowledged may be there or not, but nothing is there that nobody sent.
          const strange = [...stored.keys()].filter(
            (id) => !acknowledged.has(id) && !unheard.has(id),
          );
          expect(strange).toEqual([]);
          const torn = [...acknowledged].filter((id) => {
            const { answers, contentHash } = crashResponse(code, id);
            const row = stored.get(id);
            return row?.answers !== JSON.stringify(answers) || row.content_hash !== contentHash;
          });
          expect(torn).toEqual([]);
        });
      }
      // The kills were in the middle of work.
      expect(inFlight).toBeGreaterThan(ROUNDS);
      expect(acknowledged.size).toBeGreaterThan(ROUNDS * 10);
    },
    ROUNDS * SECONDS_PER_ROUND * 1000,
  );

  it('a start that is killed halfway does not keep the next from starting', {
    timeout: 60_000,
  }, async () => {
    for (let round = 0; round < 5; round += 1) {
      const starting = startScript(scripts.starter, [], database.env);
      const ended = new Promise((resolve) => starting.on('close', resolve));
      await sleep(50 + round * 40);
      starting.kill('SIGKILL');
      await ended;
    }
    expect(await runScript(scripts.starter, [], database.env)).toMatchObject({
      code: 0,
      stderr: '',
    });
    await withStore(async (store) => {
      const { code } = await startFieldwork(store);
      expect((await readCounts(store.read, code)).size).toBe(0);
    });
  });
});
