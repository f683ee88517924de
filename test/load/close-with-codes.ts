// How long others wait while a survey with 100,000 single-use codes is closed: one response after another is sent to a
// survey beside it, first with nothing going on and then while the codes are written anew:
// `node --import tsx test/load/close-with-codes.ts`, on PostgreSQL with DATABASE_URL.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { insertAccessCodes } from '../../server/store/access-codes.ts';
import { openStore } from '../../server/store/open.ts';
import { createResponseWriter } from '../../server/store/response-writer.ts';
import { rewriteAccessCodes } from '../../server/store/rewrite-access-codes.ts';
import { seeded } from './answers.ts';
import { addOpenSurvey, prepareStore, randomResponse } from './filled-store.ts';
import { median } from './median.ts';
import { met, say, whole } from './report.ts';

const CODES = 100_000;
const AT_ONCE = 5000;
const AIM_MS = 50;
const [WITH_CODES, BESIDE] = ['codes234', 'beside23'];

const dataDir = await mkdtemp(path.join(tmpdir(), 'manping-codes-'));
const store = await openStore({ dataDir, databaseUrl: process.env['DATABASE_URL'] });
const writer = createResponseWriter(store);
const random = seeded(1);
try {
  const questionnaire = await prepareStore(store);
  for (const code of [WITH_CODES, BESIDE]) await addOpenSurvey(store, questionnaire, code);
  for (let made = 0; made < CODES; made += AT_ONCE) {
    const hashes = Array.from({ length: AT_ONCE }, (_, n) => `${made + n}`.padStart(64, '0'));
    await insertAccessCodes(store.write, WITH_CODES, hashes);
  }
  const waits: Record<'alone' | 'beside', number[]> = { alone: [], beside: [] };
  const send = async (when: keyof typeof waits) => {
    const began = performance.now();
    await writer.write(randomResponse(questionnaire, BESIDE, random));
    waits[when].push(performance.now() - began);
  };
  const until = performance.now() + 4000;
  while (performance.now() < until) await send('alone');
  const began = performance.now();
  let closing = true;
  const closed = rewriteAccessCodes(store.write, WITH_CODES).finally(() => {
    closing = false;
  });
  while (closing) await send('beside');
  await closed;
  const seconds = (performance.now() - began) / 1000;
  const said = (times: number[]) => {
    const sorted = times.toSorted((a, b) => a - b);
    const p99 = sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN;
    return `median ${median(times).toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, longest ${sorted.at(-1)?.toFixed(1)} ms of ${whole(times.length)}`;
  };
  say(`${store.engine}: ${whole(CODES)} codes written anew in ${seconds.toFixed(1)} s`);
  say(`  a response elsewhere, nothing going on: ${said(waits.alone)}`);
  say(`  a response elsewhere, meanwhile:        ${said(waits.beside)}`);
  const longer = Math.max(...waits.beside) - median(waits.alone);
  say(
    `  held up at most ${longer.toFixed(0)} ms (aim: at most ${AIM_MS}, ${met(longer <= AIM_MS)})`,
  );
} finally {
  await writer.drain();
  await store.close();
  await rm(dataDir, { recursive: true, force: true });
}
