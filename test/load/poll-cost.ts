import { randomUUID } from 'node:crypto';
import { createApp } from '../../server/app.ts';
import { loadAssets } from '../../server/assets.ts';
import { readConfig } from '../../server/config.ts';
import { INPUTS } from '../../server/example/shuozhou-2019.ts';
import { createLog } from '../../server/log.ts';
import { shippedQuestionnaires } from '../../server/shipped-definitions.ts';
import { insertEvaluation } from '../../server/store/evaluations.ts';
import { storeBatch } from '../../server/store/response-batch.ts';
import { createResponseWriter } from '../../server/store/response-writer.ts';
import { writeEntry } from '../../server/store/scoring-entries.ts';
import { createStepCounter } from '../../server/store/step-counter.ts';
import type { Store } from '../../server/store/store.ts';
import { insertSurvey } from '../../server/store/surveys.ts';
import { seeded } from './answers.ts';
import { randomResponse } from './filled-store.ts';
import { median } from './median.ts';
import { type Bench, met, say } from './report.ts';
import { signIn } from './sign-in.ts';

const EVALUATIONS = 200;
const ROUNDS = 21;
const AIM = 0.15;
const NOW = new Date('2026-11-21T00:00:00.000Z');

/** What a poll costs when nothing has changed, in CPU, against the full answer of the same call. */
export async function pollCost({ store }: Bench): Promise<void> {
  const cookie = await signIn(store);
  say(
    `\nFilling ${EVALUATIONS} evaluations with two surveys and ${Object.keys(INPUTS).length} inputs each …`,
  );
  const id = await fill(store);
  const app = createApp({
    store,
    config: readConfig({ LOG_LEVEL: 'silent' }),
    log: createLog('silent'),
    now: () => new Date(),
    assets: loadAssets(process.env['BENCH_ASSETS']),
    writer: createResponseWriter(store),
    steps: createStepCounter(store),
  });
  const ask = async (path: string, tag?: string) => {
    const headers = { cookie, ...(tag === undefined ? {} : { 'if-none-match': tag }) };
    const answer = await app.request(path, { headers });
    await answer.arrayBuffer();
    return answer;
  };
  say('A poll when nothing has changed (304) against the full answer, in CPU of the process');
  for (const path of [`/api/evaluations?limit=${EVALUATIONS}`, `/api/evaluations/${id}/scoring`]) {
    const first = await ask(path);
    const tag = first.headers.get('etag') ?? '';
    const cost = await inTurn(
      () => ask(path),
      () => ask(path, tag),
    );
    const ratio = cost.unchanged / cost.full;
    say(`  GET ${path.replace(id, '{id}')}`);
    say(`    full ${cost.full.toFixed(2)} ms, 304 ${cost.unchanged.toFixed(2)} ms`);
    say(`    ratio ${ratio.toFixed(3)} (aim: at most ${AIM}, ${met(ratio <= AIM)})`);
  }
}

/** Median CPU milliseconds of each, asked in turn, the first rounds not counted. */
async function inTurn(full: () => Promise<Response>, unchanged: () => Promise<Response>) {
  const times = { full: [] as number[], unchanged: [] as number[] };
  for (let round = -5; round < ROUNDS; round += 1) {
    const [large, small] = [await cpu(full, 200), await cpu(unchanged, 304)];
    if (round < 0) continue;
    times.full.push(large);
    times.unchanged.push(small);
  }
  return { full: median(times.full), unchanged: median(times.unchanged) };
}

/** Enough that the garbage of one kind is not collected at the cost of the other. */
const REPEATS = 25;

async function cpu(ask: () => Promise<Response>, expected: number): Promise<number> {
  const before = process.cpuUsage();
  for (let n = 0; n < REPEATS; n += 1) {
    const { status } = await ask();
    if (status !== expected) throw new Error(`answered ${status}, not ${expected}`);
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / REPEATS;
}

/** Evaluations as they are after fieldwork; the id of one of them. */
async function fill(store: Store): Promise<string> {
  const questionnaires = (await shippedQuestionnaires()).filter(({ id }) =>
    ['management-object', 'public-ecology'].includes(id),
  );
  const random = seeded(7);
  let id = '';
  for (let n = 0; n < EVALUATIONS; n += 1) {
    id = randomUUID();
    const evaluationId = id;
    await store.write.transaction().execute(async (trx) => {
      await insertEvaluation(trx, {
        id: evaluationId,
        department: `某市第 ${n} 局`,
        place: '某市',
        year: 2026,
        indicatorSystem: { id: 'shuozhou-2019-ecology', version: 1 },
        feeds: {},
        example: false,
        createdAt: NOW.toISOString(),
      });
      for (const [index, q] of questionnaires.entries()) {
        const code = `poll${n}x${index}`;
        await insertSurvey(trx, {
          code,
          evaluationId,
          questionnaire: { id: q.id, version: q.version },
          respondentGroup: q.respondentGroup,
          phase: 'formal',
          access: 'open',
          proofOfWork: false,
          provenance: 'synthetic',
          state: 'closed',
          plan: { total: 100 },
          population: null,
          sampling: null,
          opensAt: null,
          closesAt: null,
          createdAt: NOW.toISOString(),
        });
        const batch = Array.from({ length: 20 }, () => randomResponse(q, code, random));
        await storeBatch(trx, store.shard, batch);
      }
      for (const [code, inputs] of Object.entries(INPUTS)) {
        await writeEntry(trx, evaluationId, code, { inputs }, 'bench', NOW);
      }
    });
  }
  return id;
}
