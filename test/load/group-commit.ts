import { createResponseWriter } from '../../server/store/response-writer.ts';
import type { Store } from '../../server/store/store.ts';
import type { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { seeded } from './answers.ts';
import { randomResponse } from './filled-store.ts';
import { median } from './median.ts';

const WAITING = 256;

/** Responses per second through the writer, always `WAITING` at a time. */
async function perSecond(
  store: Store,
  q: Questionnaire,
  code: string,
  maxBatch: number,
  seconds: number,
): Promise<number> {
  const writer = createResponseWriter(store, { maxBatch });
  const random = seeded(maxBatch);
  const started = performance.now();
  let stored = 0;
  const respondent = async () => {
    while (performance.now() - started < seconds * 1000) {
      await writer.write(randomResponse(q, code, random));
      stored += 1;
    }
  };
  await Promise.all(Array.from({ length: WAITING }, respondent));
  await writer.drain();
  return stored / ((performance.now() - started) / 1000);
}

/** Group commit against one transaction per response, in turn, and the median of the ratios. */
export async function groupCommit(
  store: Store,
  q: Questionnaire,
  code: string,
  { rounds = 5, seconds = 2 } = {},
): Promise<{ together: number; alone: number; ratio: number }> {
  const together: number[] = [];
  const alone: number[] = [];
  await perSecond(store, q, code, 64, 1);
  for (let round = 0; round < rounds; round += 1) {
    together.push(await perSecond(store, q, code, 64, seconds));
    alone.push(await perSecond(store, q, code, 1, seconds));
  }
  const ratios = together.map((rate, round) => rate / (alone[round] ?? Number.NaN));
  return { together: median(together), alone: median(alone), ratio: median(ratios) };
}
