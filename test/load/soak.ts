// Ten minutes of fieldwork: 300 responses a second while 200 people look at the results, each every five seconds. Says at
// the end whether every response that was acknowledged is stored, once, and whether the counts agree with the raw
// answers: `node --import tsx test/load/soak.ts`, with SOAK_SECONDS for another length.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '../../server/store/open.ts';
import { compareCounts } from '../../server/store/rebuild-counts.ts';
import { readResponses } from '../../server/store/responses.ts';
import { randomAnswers, seeded } from './answers.ts';
import { addOpenSurvey, prepareStore } from './filled-store.ts';
import { message, start } from './processes.ts';
import { say, whole } from './report.ts';
import type { Listening } from './server.ts';
import { signIn } from './sign-in.ts';

const SECONDS = Number(process.env['SOAK_SECONDS'] ?? 600);
const PER_SECOND = 300;
const READERS = 200;
const READ_EVERY_MS = 5000;
/** How often responses set out. */
const TICK_MS = 20;
const CODE = 'soak2345';

const agent = new http.Agent({ keepAlive: true, maxSockets: 256 });
/** One agent for all who read, so that none of them waits behind a response. */
const readers = new http.Agent({ keepAlive: true, maxSockets: READERS });

function call(options: http.RequestOptions, body?: string): Promise<number> {
  return new Promise((resolve) => {
    const request = http.request({ host: '127.0.0.1', ...options }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
      answer.on('error', () => resolve(0));
    });
    request.on('error', () => resolve(0));
    request.end(body);
  });
}

/** Keeps count of what came back, and of how long it took. */
class Answers {
  readonly statuses = new Map<number, number>();
  readonly times: number[] = [];

  async add(asking: Promise<number>): Promise<number> {
    const began = performance.now();
    const status = await asking;
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    this.times.push(performance.now() - began);
    return status;
  }

  said(): string {
    const sorted = this.times.toSorted((a, b) => a - b);
    const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
    const statuses = [...this.statuses].map(([status, n]) => `${whole(n)} × ${status}`).join(', ');
    return `${statuses}; p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${Math.round(sorted.at(-1) ?? 0)} ms`;
  }
}

const dataDir = await mkdtemp(path.join(tmpdir(), 'manping-soak-'));
const store = await openStore({ dataDir });
const questionnaire = await prepareStore(store);
await addOpenSurvey(store, questionnaire, CODE);
const cookie = await signIn(store);
const server = start('./server.ts', { DATA_DIR: dataDir, DATABASE_URL: '' });
const { port } = await message<Listening>(server);
say(`${store.engine}: ${PER_SECOND} responses a second, ${READERS} readers, ${SECONDS} s`);

const end = performance.now() + SECONDS * 1000;
const random = seeded(1);
const acknowledged = new Set<string>();
const sent = new Answers();
const read = new Answers();
const onTheirWay = new Set<Promise<void>>();

async function send(): Promise<void> {
  const id = randomUUID();
  const body = JSON.stringify({ answers: randomAnswers(questionnaire, random) });
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const to = `/api/surveys/${CODE}/responses/${id}`;
  const status = await sent.add(call({ agent, port, method: 'PUT', path: to, headers }, body));
  if (status === 201) acknowledged.add(id);
}

async function look(reader: number): Promise<void> {
  await sleep((reader * READ_EVERY_MS) / READERS);
  while (performance.now() < end) {
    const from = `/api/surveys/${CODE}/results`;
    await read.add(call({ agent: readers, port, path: from, headers: { cookie } }));
    await sleep(READ_EVERY_MS);
  }
}

const looking = Array.from({ length: READERS }, (_, reader) => look(reader));
let due = 0;
for (let last = performance.now(); last < end; ) {
  await sleep(TICK_MS);
  const now = performance.now();
  due += ((now - last) * PER_SECOND) / 1000;
  last = now;
  for (; due >= 1; due -= 1) {
    const going = send().finally(() => onTheirWay.delete(going));
    onTheirWay.add(going);
  }
}
await Promise.all([...looking, ...onTheirWay]);
agent.destroy();
readers.destroy();
server.kill();

const stored = new Map<string, number>();
for await (const { id } of readResponses(store.read, CODE, { pageSize: 1000 })) {
  stored.set(id, (stored.get(id) ?? 0) + 1);
}
const lost = [...acknowledged].filter((id) => !stored.has(id)).length;
const doubled = [...stored.values()].filter((times) => times > 1).length;
const { differences } = await compareCounts(store.read, CODE);
say(`responses: ${sent.said()}`);
say(`results:   ${read.said()}`);
say(
  `${whole(acknowledged.size)} acknowledged, ${lost} lost, ${doubled} doubled, ${differences.length} counts differ`,
);
await store.close();
await rm(dataDir, { recursive: true, force: true });
process.exitCode = lost + doubled + differences.length === 0 ? 0 : 1;
