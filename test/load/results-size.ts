import { createApp } from '../../server/app.ts';
import { loadAssets } from '../../server/assets.ts';
import { readConfig } from '../../server/config.ts';
import { createLog } from '../../server/log.ts';
import { createResponseWriter } from '../../server/store/response-writer.ts';
import { createStepCounter } from '../../server/store/step-counter.ts';
import type { Store } from '../../server/store/store.ts';
import { median } from './median.ts';

/** Median milliseconds of `GET results`, with the uncertainty of the composite, for a large and a small survey, asked in turn. */
export async function resultsSize(
  store: Store,
  session: string,
  large: string,
  small: string,
  { rounds = 60 } = {},
): Promise<{ large: number; small: number; ratio: number }> {
  const config = readConfig({ LOG_LEVEL: 'silent' });
  const app = createApp({
    store,
    config,
    log: createLog('silent'),
    now: () => new Date(),
    assets: loadAssets(),
    writer: createResponseWriter(store),
    steps: createStepCounter(store),
  });
  const milliseconds = async (code: string) => {
    const started = performance.now();
    const answer = await app.request(`/api/surveys/${code}/results`, {
      headers: { cookie: session },
    });
    const text = await answer.text();
    const took = performance.now() - started;
    if (answer.status !== 200) throw new Error(`results answered ${answer.status}`);
    const { uncertainty } = JSON.parse(text);
    if (!uncertainty.bootstrap) throw new Error(`no uncertainty: ${JSON.stringify(uncertainty)}`);
    return took;
  };
  for (const code of [large, small, large, small]) await milliseconds(code);
  const times = { large: [] as number[], small: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    times.large.push(await milliseconds(large));
    times.small.push(await milliseconds(small));
  }
  const [big, little] = [median(times.large), median(times.small)];
  return { large: big, small: little, ratio: big / little };
}
