import type { ChildProcess } from 'node:child_process';
import { randomAnswers, seeded } from './answers.ts';
import { addOpenSurvey } from './filled-store.ts';
import type { LoadOrder, LoadReport } from './generator.ts';
import { median } from './median.ts';
import { message, start } from './processes.ts';
import { type Bench, met, say, whole } from './report.ts';
import type { Listening } from './server.ts';
import { signIn } from './sign-in.ts';
import type { WatchOrder, WatchReport } from './watchers.ts';

const STREAMS = 200;
/** No account may hold more than forty. */
const ACCOUNTS = 5;
const ROUNDS = 7;
const SECONDS = 4;
const AIM = 0.9;
const CODE = 'eeeeeeee';

/** What 200 live pages leave of the rate of the durable `PUT`, in turn with and without them. */
export async function livePages({ store, dataDir, questionnaire: q }: Bench): Promise<void> {
  await addOpenSurvey(store, q, CODE);
  const names = Array.from({ length: ACCOUNTS }, (_, n) => `watcher-${n}`);
  const cookies = await Promise.all(names.map((name) => signIn(store, name)));
  const server = start('./server.ts', { DATA_DIR: dataDir, DATABASE_URL: '' });
  const { port } = await message<Listening>(server);
  const [generator, watchers] = [start('./generator.ts'), start('./watchers.ts')];
  const random = seeded(1);
  const load = (seconds: number) =>
    told<LoadOrder, LoadReport>(generator, {
      port,
      path: `/api/surveys/${CODE}/responses/`,
      connections: 64,
      seconds,
      bodies: Array.from({ length: 500 }, () =>
        JSON.stringify({ answers: randomAnswers(q, random) }),
      ),
    });
  const watch = (streams: number) =>
    told<WatchOrder, WatchReport>(watchers, {
      port,
      path: `/api/surveys/${CODE}/progress/stream`,
      cookies,
      streams,
    });
  const rate = (report: LoadReport) => report.accepted / report.seconds;

  await load(2);
  const [alone, watched]: [number[], number[]] = [[], []];
  let events = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    alone.push(rate(await load(SECONDS)));
    await watch(STREAMS);
    watched.push(rate(await load(SECONDS)));
    ({ events } = await watch(0));
  }
  for (const child of [server, generator, watchers]) child.kill();
  const ratio = median(watched.map((each, round) => each / (alone[round] ?? each)));
  say(`\nPUT, durable, with ${STREAMS} live pages open, against none; 64 connections`);
  say(
    `  ${whole(median(watched))}/s, ${whole(median(alone))}/s; each page was told ${(events / STREAMS / SECONDS).toFixed(1)} times a second`,
  );
  say(`  ratio ${ratio.toFixed(2)} (aim: at least ${AIM}, ${met(ratio >= AIM)})`);
}

function told<Order extends object, Report>(child: ChildProcess, order: Order): Promise<Report> {
  const report = message<Report>(child);
  child.send(order);
  return report;
}
