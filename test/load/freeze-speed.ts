import { rm } from 'node:fs/promises';
import path from 'node:path';
import { updateEvaluation } from '../../server/store/evaluations.ts';
import { bundleScript, runScript } from '../support/run-script.ts';
import { addOpenSurvey, EVALUATION_ID, fillSurvey } from './filled-store.ts';
import { median } from './median.ts';
import { type Bench, met, say, whole } from './report.ts';

const LARGE = Number(process.env['BENCH_RESPONSES'] ?? 1_000_000);
const SMALL = LARGE / 10;
const ROUNDS = 3;
const AIM = 12;
const AIM_BYTES = 256 * 2 ** 20;

interface Frozen {
  responses: number;
  milliseconds: number;
  peakBytes: number;
}

/** How long freezing takes of many responses against a tenth of them, in turn, and its memory; each a process of its own. */
export async function freezeSpeed({ store, dataDir, questionnaire: q }: Bench): Promise<void> {
  const sizes = { kkkkkkkk: SMALL, mmmmmmmm: LARGE };
  say(`\nFilling surveys with ${whole(SMALL)} and ${whole(LARGE)} responses …`);
  for (const [code, size] of Object.entries(sizes)) {
    await addOpenSurvey(store, q, code);
    await store.write
      .updateTable('surveys')
      .set({ phase: 'formal' })
      .where('code', '=', code)
      .execute();
    await fillSurvey(store, q, code, size);
  }
  const script = await bundleScript('test/load/freeze-process.ts');
  const freeze = async (code: keyof typeof sizes): Promise<Frozen> => {
    await updateEvaluation(store.write, EVALUATION_ID, { feeds: { public: code } });
    const { code: ended, stdout, stderr } = await runScript(script, [dataDir], {});
    if (ended !== 0) throw new Error(`freezing ended with ${ended}: ${stderr}`);
    const frozen: Frozen = JSON.parse(stdout);
    if (frozen.responses !== sizes[code]) throw new Error(`froze ${frozen.responses} responses`);
    return frozen;
  };
  const small: Frozen[] = [];
  const large: Frozen[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    small.push(await freeze('kkkkkkkk'));
    large.push(await freeze('mmmmmmmm'));
  }
  await rm(path.dirname(script), { recursive: true });
  const time = (frozen: readonly Frozen[]) => median(frozen.map((each) => each.milliseconds));
  const ratio = time(large) / time(small);
  const peak = Math.max(...large.map(({ peakBytes }) => peakBytes));
  say(`Freezing ${whole(LARGE)} responses against ${whole(SMALL)}, each in a process of its own`);
  say(`  ${(time(large) / 1000).toFixed(1)} s, ${(time(small) / 1000).toFixed(1)} s`);
  say(`  ratio ${ratio.toFixed(1)} (aim: at most ${AIM}, ${met(ratio <= AIM)})`);
  say(
    `  peak RSS ${whole(peak / 2 ** 20)} MB (aim: below ${whole(AIM_BYTES / 2 ** 20)} MB, ${met(peak < AIM_BYTES)})`,
  );
}
