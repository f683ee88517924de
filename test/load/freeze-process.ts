// Freezes the figures of the benchmark's evaluation, as a server would and as a process of its own, and prints how long that took
// and how much memory the whole process has had at its peak. What is made is not stored.
import { freezeContent } from '../../server/figures/freeze.ts';
import { findEvaluation } from '../../server/store/evaluations.ts';
import { openStore } from '../../server/store/open.ts';
import { EVALUATION_ID } from './filled-store.ts';

const [, , dataDir = ''] = process.argv;
const store = await openStore({ dataDir });
const evaluation = await findEvaluation(store.read, EVALUATION_ID);
if (evaluation === undefined) throw new Error('the store was not prepared');
const started = performance.now();
const { groups } = await freezeContent(store.read, evaluation, ['public'], {
  frozenBy: 'bench',
  now: new Date(),
});
const milliseconds = performance.now() - started;
await store.close();
const [survey] = groups.flatMap(({ surveys }) => surveys);
const responses = survey !== undefined && 'n' in survey.responses ? survey.responses.n : 0;
const { maxRSS } = process.resourceUsage();
process.stdout.write(JSON.stringify({ responses, milliseconds, peakBytes: maxRSS * 1024 }));
