// What the chain of the audit costs: node --import tsx test/load/audit-cost.ts. Events a second of one process and of two, and how
// long a response waits while two processes change what they can, without and with recording it. PostgreSQL where DATABASE_URL names an empty database.
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStore } from '../../server/store/open.ts';
import { createResponseWriter } from '../../server/store/response-writer.ts';
import { aResponse, startFieldwork } from '../support/fieldwork.ts';
import { bundleScript, startScript } from '../support/run-script.ts';
import { median } from './median.ts';

const EVENTS = 1_000;
const TURN_MS = 4_000;
const TURNS = 3;

const dataDir = await mkdtemp(path.join(tmpdir(), 'manping-audit-'));
const env = { DATA_DIR: dataDir };
const script = await bundleScript('test/support/record-audit.ts');
const store = await openStore({ dataDir, databaseUrl: process.env['DATABASE_URL'] });
try {
  const fieldwork = await Promise.all([1, 2, 3].map(() => startFieldwork(store)));
  const evaluations = fieldwork.slice(0, 2).map(({ evaluationId }) => evaluationId);
  const code = fieldwork[2]?.code ?? '';
  const record = (name: string, count: number) =>
    startScript(script, [name, String(count), ...evaluations], env);

  for (const processes of [1, 2]) {
    const began = performance.now();
    const children = Array.from({ length: processes }, (_, n) =>
      record(`p${n}`, EVENTS / processes),
    );
    await Promise.all(children.map((child) => once(child, 'close')));
    const seconds = (performance.now() - began) / 1000;
    console.log(
      `${store.engine}, ${processes} recording: ${Math.round(EVENTS / seconds)} events/s`,
    );
  }

  const said = (took: number[]) =>
    `${median(took).toFixed(1)} ms (longest ${Math.max(...took).toFixed(0)})`;
  const writer = createResponseWriter(store);
  const responses = async () => {
    const took: number[] = [];
    for (const until = performance.now() + TURN_MS; performance.now() < until; ) {
      const began = performance.now();
      await writer.write(aResponse(code));
      took.push(performance.now() - began);
    }
    return took;
  };
  await responses();
  for (let turn = 0; turn < TURNS; turn += 1) {
    const alone = await responses();
    const besideTwo = async (name: string) => {
      const children = [1, 2].map(() => record(name, 1_000_000));
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      const took = await responses();
      for (const child of children) child.kill();
      await Promise.all(children.map((child) => once(child, 'close')));
      return took;
    };
    const unrecorded = await besideTwo('unrecorded');
    const recorded = await besideTwo('recorded');
    console.log(
      `a response alone ${said(alone)}, while two change ${said(unrecorded)}, and record ${said(recorded)}`,
    );
  }
  await writer.drain();
} finally {
  await store.close();
  await rm(dataDir, { recursive: true, force: true });
  await rm(path.dirname(script), { recursive: true, force: true });
}
