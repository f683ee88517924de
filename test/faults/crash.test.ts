import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { countAccessCodes } from '../../server/store/access-codes.ts';
import { readCounts } from '../../server/store/counts.ts';
import { openStore } from '../../server/store/open.ts';
import type { Store } from '../../server/store/store.ts';
import { pick, seeded } from '../support/drawing.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../support/engines.ts';
import { startFieldwork } from '../support/fieldwork.ts';
import { bundleScript, runScript, startScript } from '../support/run-script.ts';
import { createLedger } from './crash-ledger.ts';
import { type Death, liveAndDie } from './crash-life.ts';
import { look } from './crash-look.ts';
import { crashResponse } from './crash-response.ts';
import { openCrashSurveys } from './crash-surveys.ts';

/** CRASH_ROUNDS=200 for a longer run; CRASH_SEED repeats the responses and the moments of an earlier one. */
const ROUNDS = Number(process.env['CRASH_ROUNDS'] ?? 20);
const SEED = Number(process.env['CRASH_SEED'] ?? Math.floor(Math.random() * 1e9));
const SECONDS_PER_ROUND = 20;
/** A look tidies up after the kill. After the others the next server has to; and looks take time. */
const ROUNDS_PER_LOOK = Math.max(2, Math.ceil(ROUNDS / 20));
/** More than a life sends, so that no server waits for its death. */
const RESPONSES_PER_ROUND = 500;
const NO_FAULTS = {
  strange: [],
  torn: [],
  spentForNothing: [],
  storedForNothing: [],
  differences: [],
};

const drawDeath = (random: () => number): Death => ({
  // Few make many small batches; many make full ones, and the next gathers while one is being written.
  connections: pick([16, 96], random),
  afterAnswers: Math.floor(random() * 300),
  // Answers come in bursts after a commit: the kill must not stay close to them.
  ms: Math.floor(random() * 60),
});

const scripts = { server: '', starter: '' };
beforeAll(async () => {
  scripts.server = await bundleScript('server/main.ts');
  scripts.starter = await bundleScript('test/support/open-and-say.ts');
});
afterAll(async () => {
  for (const script of Object.values(scripts)) await rm(dirname(script), { recursive: true });
});

describe.each(ENGINES)('a server killed under load on %s', (engine) => {
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

  it(`has every acknowledged response, once and whole, and no access code is spent without its response; what was not acknowledged is taken when it is sent again (CRASH_SEED=${SEED})`, {
    timeout: ROUNDS * SECONDS_PER_ROUND * 1000,
  }, async () => {
    process.stdout.write(`CRASH_SEED=${SEED}\n`);
    const random = seeded(SEED);
    const most = ROUNDS * RESPONSES_PER_ROUND;
    const surveys = await withStore((store) => openCrashSurveys(store, SEED, most));
    let drawn = 0;
    const ledger = createLedger(() =>
      drawn < most ? crashResponse(surveys, SEED, drawn++) : undefined,
    );
    const { sent, acknowledged, again } = ledger;

    for (let round = 1; round <= ROUNDS + 1; round += 1) {
      // The last server lives until everything that was sent is acknowledged.
      const last = round > ROUNDS;
      const death = { ...drawDeath(random), ...(last && { afterAnswers: Number.MAX_VALUE }) };
      const next = () => ledger.next(!last);
      const life = await liveAndDie(scripts.server, database.env, next, death);
      expect([life.signal, life.complaints], `round ${round}`).toEqual(['SIGKILL', '']);
      expect(ledger.note(life), `round ${round}`).toEqual([]);
      if (round % ROUNDS_PER_LOOK !== 0 && !last) continue;

      const { stored, ...faults } = await withStore((store) => look(store, sent));
      expect(faults, `round ${round}`).toEqual(NO_FAULTS);
      const there = new Set(stored);
      const missing = [...acknowledged].filter((id) => !there.has(id));
      expect(missing, `round ${round}`).toEqual([]);
      ledger.seen(stored);
    }

    process.stdout.write(
      `${engine}: ${ROUNDS} kills, ${sent.size} responses; sent again ${again.lost} lost and ${again.stored} stored\n`,
    );
    expect([...sent.keys()].filter((id) => !acknowledged.has(id))).toEqual([]);
    const withCode = [...sent.values()].filter((response) => response.codeHash !== undefined);
    const codes = await withStore((store) => countAccessCodes(store.read, surveys.byCode));
    expect(codes.spent).toBe(withCode.length);
    expect(codes.issued).toBeGreaterThan(codes.spent);
    // The kills were in the middle of work.
    expect(again.stored + again.lost).toBeGreaterThan(ROUNDS);
    expect(acknowledged.size).toBeGreaterThan(ROUNDS * 10);
  });

  it('does not keep the next from starting, though it was killed halfway through its start', {
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
