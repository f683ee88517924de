import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { contributionsOf, countedOf } from '../../../analysis/counts.ts';
import { surveyResults } from '../../../analysis/satisfaction.ts';
import { type Split, splitCounts } from '../../../server/figures/split-counts.ts';
import { storeBatch } from '../../../server/store/response-batch.ts';
import type { StoredResponse } from '../../../server/store/responses.ts';
import { insertSurvey } from '../../../server/store/surveys.ts';
import { CHANNELS, DISPOSITIONS, type Flag } from '../../../survey-definitions/response.ts';
import { anyAnswers } from '../../support/any-questionnaire.ts';
import { withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { aResponse, aSurvey, NOW, QUESTIONNAIRE } from '../../support/fieldwork.ts';

const FLAGS: Flag[] = [{ code: 'too-fast', seconds: 3 }, { code: 'same-device' }];

/** What came in, some of it in the same millisecond. */
const arrived = fc.array(
  fc.record({
    answers: anyAnswers(QUESTIONNAIRE),
    channel: fc.constantFrom(...CHANNELS),
    point: fc.constantFrom(null, 'north'),
    disposition: fc.oneof(
      { weight: 4, arbitrary: fc.constant('valid' as const) },
      { weight: 1, arbitrary: fc.constantFrom(...DISPOSITIONS) },
    ),
    flags: fc.subarray(FLAGS),
    minute: fc.nat({ max: 4 }),
  }),
  { maxLength: 30 },
);

const SPLITS: Split[] = [
  {},
  { flagged: 'without' },
  { flagged: 'without', channel: 'paper' },
  { flagged: 'without', point: 'north' },
  { half: 'early' },
  { half: 'late' },
  { half: 'early', channel: 'online' },
  { half: 'late', flagged: 'without', point: 'north' },
];

const placeOf = ({ receivedAt, id }: StoredResponse) => `${receivedAt} ${id}`;

/** The same from the responses as they were made, by nothing that the server has. */
function byHand(responses: readonly StoredResponse[], split: Split) {
  const among = responses
    .filter(({ disposition }) => disposition === 'valid')
    .filter(({ channel }) => split.channel === undefined || channel === split.channel)
    .filter(({ point }) => split.point === undefined || point === split.point)
    .filter(({ flags }) => split.flagged === undefined || flags.length === 0)
    .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  const middle = Math.ceil(among.length / 2);
  const whose =
    split.half === undefined
      ? among
      : split.half === 'early'
        ? among.slice(0, middle)
        : among.slice(middle);
  const counts = new Map<string, Map<string, number>>();
  const sums = new Map<string, bigint>();
  for (const { answers } of whose) {
    for (const { item, option } of contributionsOf(QUESTIONNAIRE, answers)) {
      const options = counts.get(item) ?? new Map<string, number>();
      counts.set(item, options.set(option, (options.get(option) ?? 0) + 1));
    }
    for (const { name, n } of countedOf(QUESTIONNAIRE, answers).own.sums)
      sums.set(name, (sums.get(name) ?? 0n) + BigInt(n));
  }
  return { results: surveyResults(QUESTIONNAIRE, counts, 'exact'), sums };
}

describe.each(ENGINES)('what a split comes to (%s)', (engine) => {
  const t = withFieldwork(engine);

  it('is what the same responses come to by themselves, and so is its uncertainty', async () => {
    await fc.assert(
      fc.asyncProperty(arrived, async (given) => {
        const survey = aSurvey(t.evaluationId);
        await insertSurvey(t.store.write, survey);
        const responses = given.map(({ minute, ...each }) =>
          aResponse(survey.code, { ...each, receivedAt: `2026-03-01T08:0${minute}:00.000Z` }),
        );
        await t.store.write
          .transaction()
          .execute((trx) => storeBatch(trx, t.store.shard, responses));
        for (const split of SPLITS) {
          const { counts, means } = await splitCounts(
            t.store.read,
            survey.code,
            QUESTIONNAIRE,
            split,
          );
          const wanted = byHand(responses, split);
          expect([split, surveyResults(QUESTIONNAIRE, counts, 'exact')]).toEqual([
            split,
            wanted.results,
          ]);
          const sums = new Map([...means.sums].filter(([, n]) => n !== 0n));
          expect([split, sums]).toEqual([split, wanted.sums]);
        }
      }),
      { numRuns: 12 },
    );
  });

  describe('of more than a page', () => {
    let code: string;
    beforeAll(async () => {
      const survey = aSurvey(t.evaluationId);
      code = survey.code;
      await insertSurvey(t.store.write, survey);
      // The first 600 are young, the last 601 old; every tenth is flagged.
      const responses = Array.from({ length: 1201 }, (_, index) =>
        aResponse(code, {
          id: randomUUID(),
          answers: { age: index < 600 ? 'young' : 'old', air: 'satisfied' },
          receivedAt: new Date(NOW.getTime() + index).toISOString(),
          flags: index % 10 === 0 ? FLAGS : [],
        }),
      );
      await t.store.write.transaction().execute((trx) => storeBatch(trx, t.store.shard, responses));
    });

    it.each<[Split, number, number]>([
      [{ half: 'early' }, 600, 1],
      [{ half: 'late' }, 0, 600],
      [{ flagged: 'without' }, 540, 540],
      [{ flagged: 'without', half: 'early' }, 540, 0],
    ])('%o holds %i young and %i old', async (split, young, old) => {
      const { counts } = await splitCounts(t.store.read, code, QUESTIONNAIRE, split);
      const of = (age: string) => counts.get('age')?.get(age) ?? 0;
      expect([of('young'), of('old')]).toEqual([young, old]);
    });

    it('leaves a reader free, however many ask at once', async () => {
      const asked = Array.from({ length: 6 }, () =>
        splitCounts(t.store.read, code, QUESTIONNAIRE, { half: 'early' }),
      );
      let done = 0;
      for (const each of asked) void each.then(() => (done += 1));
      await t.store.read.selectFrom('surveys').select('code').execute();
      expect(done).toBeLessThan(2);
      await Promise.all(asked);
    });
  });
});
