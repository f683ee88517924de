import { addOpenSurvey, fillSurvey } from './filled-store.ts';
import { groupCommit } from './group-commit.ts';
import { putThroughput } from './put-throughput.ts';
import { type Bench, met, say, whole } from './report.ts';
import { resultsSize } from './results-size.ts';
import { signIn } from './sign-in.ts';

const LARGE = Number(process.env['BENCH_RESPONSES'] ?? 1_000_000);

/** How fast responses are taken and results given, each against the same work done plainly. */
export async function storeSpeed({ store, dataDir, questionnaire: q }: Bench): Promise<void> {
  for (const code of ['aaaaaaaa', 'bbbbbbbb', 'cccccccc', 'dddddddd']) {
    await addOpenSurvey(store, q, code);
  }

  const commit = await groupCommit(store, q, 'aaaaaaaa');
  say(`\nGroup commit against one transaction per response, straight into the writer`);
  say(`  together ${whole(commit.together)}/s, alone ${whole(commit.alone)}/s`);
  say(`  ratio ${commit.ratio.toFixed(1)} (aim: above 10, ${met(commit.ratio > 10)})`);

  const put = await putThroughput(dataDir, q, 'bbbbbbbb');
  const rate = (report: { accepted: number; seconds: number }) => report.accepted / report.seconds;
  say(`\nPUT, durable, against the same route that validates and does not store; 64 connections`);
  say(`  durable ${whole(rate(put.durable))}/s, not storing ${whole(rate(put.notStoring))}/s`);
  say(`  ratio ${put.ratio.toFixed(2)} (aim: above 0.7, ${met(put.ratio > 0.7)})`);
  say(
    `  durable latency p50 ${put.durable.p50.toFixed(1)} ms, p99 ${put.durable.p99.toFixed(1)} ms`,
  );
  say(`  event-loop delay p99 ${put.loopDelayP99.toFixed(1)} ms`);

  say(`\nFilling a survey with ${whole(LARGE)} responses …`);
  await fillSurvey(store, q, 'cccccccc', LARGE);
  await fillSurvey(store, q, 'dddddddd', 1000);
  const session = await signIn(store);
  const results = await resultsSize(store, session, 'cccccccc', 'dddddddd');
  say(`Results with uncertainty of ${whole(LARGE)} responses against those of 1,000`);
  say(`  ${results.large.toFixed(1)} ms, ${results.small.toFixed(1)} ms`);
  say(`  ratio ${results.ratio.toFixed(2)} (aim: at most 1.5, ${met(results.ratio <= 1.5)})`);
}
