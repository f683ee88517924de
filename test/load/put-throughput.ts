import type { ChildProcess } from 'node:child_process';
import type { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { randomAnswers, seeded } from './answers.ts';
import type { LoadOrder, LoadReport } from './generator.ts';
import { median } from './median.ts';
import { message, start } from './processes.ts';
import type { Listening, LoopDelay } from './server.ts';

export interface PutThroughput {
  durable: LoadReport;
  /** Median of the ratios of responses per second, round by round. */
  ratio: number;
  notStoring: LoadReport;
  /** Event-loop delay of the storing server under load, p99 in milliseconds. */
  loopDelayP99: number;
}

const CONNECTIONS = 64;

/** `PUT` on durable SQLite against the same route that validates and does not store, in turn. */
export async function putThroughput(
  dataDir: string,
  q: Questionnaire,
  code: string,
  { rounds = 5, seconds = 3 } = {},
): Promise<PutThroughput> {
  const env = { DATA_DIR: dataDir, DATABASE_URL: '' };
  const durable = start('./server.ts', env);
  const notStoring = start('./server.ts', { ...env, BENCH_WRITER: 'none' });
  const generator = start('./generator.ts');
  const listening = [message<Listening>(durable), message<Listening>(notStoring)] as const;
  const ports = [(await listening[0]).port, (await listening[1]).port] as const;
  const random = seeded(1);
  const bodies = Array.from({ length: 500 }, () =>
    JSON.stringify({ answers: randomAnswers(q, random) }),
  );
  const load = (port: number, length: number) =>
    order(generator, {
      port,
      path: `/api/surveys/${code}/responses/`,
      connections: CONNECTIONS,
      seconds: length,
      bodies,
    });

  for (const port of ports) await load(port, 2);
  await loopDelay(durable);
  const stored: LoadReport[] = [];
  const ignored: LoadReport[] = [];
  const delays: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    stored.push(await load(ports[0], seconds));
    delays.push(await loopDelay(durable));
    ignored.push(await load(ports[1], seconds));
    await loopDelay(durable);
  }
  for (const child of [durable, notStoring, generator]) child.kill();
  const rate = (report: LoadReport) => report.accepted / report.seconds;
  const ratios = stored.map((report, round) => rate(report) / rate(ignored[round] ?? report));
  return {
    durable: middle(stored, rate),
    notStoring: middle(ignored, rate),
    ratio: median(ratios),
    loopDelayP99: median(delays),
  };
}

async function order(generator: ChildProcess, what: LoadOrder): Promise<LoadReport> {
  const report = message<LoadReport>(generator);
  generator.send(what);
  const arrived = await report;
  if (arrived.refused > 0) throw new Error(`${arrived.refused} responses were refused`);
  return arrived;
}

async function loopDelay(server: ChildProcess): Promise<number> {
  const report = message<LoopDelay>(server);
  server.send('delay');
  return (await report).p99;
}

/** The report of the round whose rate is the median. */
function middle(reports: LoadReport[], rate: (report: LoadReport) => number): LoadReport {
  const wanted = median(reports.map(rate));
  const found = reports.find((report) => rate(report) === wanted);
  if (!found) throw new Error('no round was measured');
  return found;
}
