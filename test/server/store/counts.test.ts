import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersToTheEnd } from '../../../analysis/applicability.ts';
import { surveyResults } from '../../../analysis/satisfaction.ts';
import { judge } from '../../../analysis/validity.ts';
import { readCounts, readProgress, readReceivedOf } from '../../../server/store/counts.ts';
import { insertQuestionnaire } from '../../../server/store/questionnaires.ts';
import { compareCounts, rebuildCounts } from '../../../server/store/rebuild-counts.ts';
import { createResponseWriter } from '../../../server/store/response-writer.ts';
import { insertSurvey } from '../../../server/store/surveys.ts';
import type { Answers, Questionnaire } from '../../../survey-definitions/questionnaire.ts';
import { CHANNELS, DISPOSITIONS, type Flag } from '../../../survey-definitions/response.ts';
import { anyRatedAnswers, anyRatedQuestionnaire } from '../../support/any-rated-questionnaire.ts';
import { countedOf } from '../../support/counted.ts';
import { ENGINES, openTestStore } from '../../support/engines.ts';
import { aResponse, aSurvey, NOW, startFieldwork } from '../../support/fieldwork.ts';
import { runScript } from '../../support/run-script.ts';
import { withTestStore } from '../../support/store.ts';

/** Anything that may come in: blanks, double marks, answers that do not apply, unknown ones. */
const answers = fc.record(
  {
    age: fc.constantFrom('young', 'old', 'ageless'),
    air: fc.constantFrom('satisfied', 'neutral', ['satisfied', 'neutral'], ''),
    overall: fc.constantFrom('very-satisfied', 'dissatisfied'),
    wishes: fc.subarray(['clean', 'quick', 'open']),
    say: fc.constantFrom('', '好', '  '),
    constructor: fc.constant('x'),
  },
  { requiredKeys: [] },
);
const response = fc.record({
  id: fc.integer({ min: 0, max: 25 }).map((n) => `id-${n}`),
  answers: answers.map((given): Answers => JSON.parse(JSON.stringify(given))),
  channel: fc.constantFrom('online' as const, 'paper' as const, 'import' as const),
  point: fc.constantFrom(null, 'north', 'south-hall'),
  disposition: fc.constantFrom(...DISPOSITIONS),
  flags: fc.constantFrom<Flag[]>([], [{ code: 'too-fast' }]),
  receivedAt: fc.constantFrom(
    '2026-03-01T15:59:59.999Z',
    '2026-03-01T16:00:00.000Z',
    '2026-03-02T03:00:00.000Z',
  ),
});

describe.each(ENGINES)('counts on %s', (engine) => {
  const store = withTestStore(engine);

  it('equal a rebuild from the raw answers after any history', async () => {
    const history = fc.array(fc.array(response, { minLength: 1, maxLength: 12 }), { maxLength: 5 });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(history, async (bursts) => {
        run += 1;
        const { code } = await startFieldwork(store);
        const writer = createResponseWriter(store, { maxBatch: 5, maxWaitMs: 0 });
        const ids = new Set<string>();
        for (const burst of bursts) {
          await Promise.all(
            burst.map((each) => {
              const id = `${run}-${each.id}`;
              ids.add(id);
              return writer.write(aResponse(code, { ...each, id }));
            }),
          );
        }
        const { responses, differences } = await compareCounts(store.read, code);
        expect(differences).toEqual([]);
        expect(responses).toEqual(new Map([[code, ids.size]]));
        const progress = await readProgress(store.read, code);
        const received = progress.byChannel.reduce((sum, line) => sum + line.received, 0);
        expect(received).toBe(ids.size);
      }),
      { numRuns: 12 },
    );
  });

  it('equal a rebuild, and give the results of the valid answers, whatever a questionnaire has', async () => {
    const anyCase = anyRatedQuestionnaire.chain((asked) =>
      fc.record({
        asked: fc.constant(asked),
        given: fc.array(
          fc.record({
            answers: anyRatedAnswers(asked),
            channel: fc.constantFrom(...CHANNELS),
            point: fc.constantFrom(null, 'north', 'south-hall'),
            repeat: fc.constantFrom(null, 'serial' as const),
          }),
          { minLength: 1, maxLength: 15 },
        ),
      }),
    );
    let run = 0;
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(anyCase, async ({ asked, given }) => {
        run += 1;
        const form: Questionnaire = { ...asked, id: `any-rated-${run}` };
        await insertQuestionnaire(store.write, form, NOW);
        const { evaluationId } = await startFieldwork(store);
        const survey = aSurvey(evaluationId, { questionnaire: { id: form.id, version: 1 } });
        await insertSurvey(store.write, survey);
        const writer = createResponseWriter(store, { maxBatch: 4, maxWaitMs: 0 });
        const judged = given.map(({ answers, channel, point, repeat }) => {
          const judgement = judge(form, answers, { channel, durationSeconds: null, repeat });
          seen.add(judgement.disposition);
          return { answers: answersToTheEnd(form, answers), channel, point, ...judgement };
        });
        await Promise.all(
          judged.map((each) =>
            writer.write(aResponse(survey.code, { ...each, questionnaire: form })),
          ),
        );
        expect((await compareCounts(store.read, survey.code)).differences).toEqual([]);
        const splits = [
          ...[undefined, ...CHANNELS].map((channel) => ({ channel, point: undefined })),
          ...['', 'north'].map((point) => ({ channel: undefined, point })),
        ];
        for (const { channel, point } of splits) {
          const valid = judged.filter(
            (each) =>
              each.disposition === 'valid' &&
              (!channel || each.channel === channel) &&
              (point === undefined || (each.point ?? '') === point),
          );
          const counts = await readCounts(store.read, survey.code, { channel, point });
          const counted = countedOf(
            form,
            valid.map(({ answers }) => answers),
          );
          expect(surveyResults(form, counts, 'exact')).toEqual(
            surveyResults(form, counted, 'exact'),
          );
        }
        const received = (await readReceivedOf(store.read, [survey.code])).get(survey.code);
        const { valid = 0, invalid = 0, ineligible = 0, onHold = 0 } = received ?? {};
        expect(received?.received).toBe(given.length);
        expect(valid + invalid + ineligible + onHold).toBe(given.length);
      }),
      { numRuns: 25 },
    );
    // The rules put nothing on hold: people do.
    expect([...seen, 'on-hold'].sort()).toEqual([...DISPOSITIONS].sort());
  });

  it('show the fieldwork by channel, by point and by the day it is in China', async () => {
    const { code } = await startFieldwork(store);
    const writer = createResponseWriter(store);
    const came = (receivedAt: string, changed = {}) =>
      writer.write(aResponse(code, { receivedAt, ...changed }));
    await came('2026-03-01T15:59:59.999Z');
    await came('2026-03-01T16:00:00.000Z', { flags: [{ code: 'too-fast' }] });
    await came('2026-03-01T16:00:00.000Z', {
      channel: 'paper',
      disposition: 'invalid',
      point: 'hall',
    });
    await came('2026-03-02T01:00:00.000Z', {
      disposition: 'invalid',
      flags: [{ code: 'too-fast' }],
    });
    expect(await readProgress(store.read, code)).toEqual({
      byChannel: [
        {
          channel: 'online',
          received: 3,
          valid: 2,
          invalid: 1,
          ineligible: 0,
          onHold: 0,
          flagged: 2,
        },
        {
          channel: 'paper',
          received: 1,
          valid: 0,
          invalid: 1,
          ineligible: 0,
          onHold: 0,
          flagged: 0,
        },
      ],
      byPoint: [
        {
          point: null,
          channel: 'online',
          received: 3,
          valid: 2,
          invalid: 1,
          ineligible: 0,
          onHold: 0,
          flagged: 2,
        },
        {
          point: 'hall',
          channel: 'paper',
          received: 1,
          valid: 0,
          invalid: 1,
          ineligible: 0,
          onHold: 0,
          flagged: 0,
        },
      ],
      byDay: [
        {
          day: '2026-03-01',
          channel: 'online',
          received: 1,
          valid: 1,
          invalid: 0,
          ineligible: 0,
          onHold: 0,
          flagged: 0,
        },
        {
          day: '2026-03-02',
          channel: 'online',
          received: 2,
          valid: 1,
          invalid: 1,
          ineligible: 0,
          onHold: 0,
          flagged: 2,
        },
        {
          day: '2026-03-02',
          channel: 'paper',
          received: 1,
          valid: 0,
          invalid: 1,
          ineligible: 0,
          onHold: 0,
          flagged: 0,
        },
      ],
      byHour: [
        {
          hour: '2026-03-01T23',
          channel: 'online',
          received: 1,
          valid: 1,
          invalid: 0,
          ineligible: 0,
          onHold: 0,
          flagged: 0,
        },
        {
          hour: '2026-03-02T00',
          channel: 'online',
          received: 1,
          valid: 1,
          invalid: 0,
          ineligible: 0,
          onHold: 0,
          flagged: 1,
        },
        {
          hour: '2026-03-02T00',
          channel: 'paper',
          received: 1,
          valid: 0,
          invalid: 1,
          ineligible: 0,
          onHold: 0,
          flagged: 0,
        },
        {
          hour: '2026-03-02T09',
          channel: 'online',
          received: 1,
          valid: 0,
          invalid: 1,
          ineligible: 0,
          onHold: 0,
          flagged: 1,
        },
      ],
    });
  });

  it('of hours are told for seven days up to the newest', async () => {
    const { code } = await startFieldwork(store);
    const writer = createResponseWriter(store);
    for (const day of ['01', '02', '08'])
      await writer.write(aResponse(code, { receivedAt: `2026-03-${day}T02:00:00.000Z` }));
    const { byDay, byHour } = await readProgress(store.read, code);
    expect(byDay.map(({ day }) => day)).toEqual(['2026-03-01', '2026-03-02', '2026-03-08']);
    expect(byHour.map(({ hour }) => hour)).toEqual(['2026-03-02T10', '2026-03-08T10']);
  });

  it('of hours, minutes and flags add up to the responses, and are found wrong where they do not', async () => {
    const { code } = await startFieldwork(store);
    const writer = createResponseWriter(store);
    const flags: Flag[] = [{ code: 'too-fast' }, { code: 'straight-line', section: 'work' }];
    await writer.write(aResponse(code, { flags }));
    await writer.write(aResponse(code, { flags: [{ code: 'too-fast' }] }));
    const of = async (table: 'minute_counts' | 'hour_counts' | 'flag_counts') => {
      const rows = await store.read
        .selectFrom(table as 'minute_counts')
        .select('n')
        .where('survey_code', '=', code)
        .execute();
      return rows.map(({ n }) => n).sort();
    };
    expect(await of('minute_counts')).toEqual([2]);
    expect(await of('hour_counts')).toEqual([2]);
    expect(await of('flag_counts')).toEqual([1, 2]);
    for (const table of ['minute_counts', 'hour_counts', 'flag_counts'] as const)
      await store.write
        .updateTable(table as 'minute_counts')
        .set({ n: 7 })
        .where('survey_code', '=', code)
        .execute();
    const { differences } = await compareCounts(store.read, code);
    const wrong = differences.map(({ table, rebuilt }) => [table, rebuilt]);
    expect(wrong.sort()).toEqual([
      ['flag_counts', 1],
      ['flag_counts', 2],
      ['hour_counts', 2],
      ['minute_counts', 2],
    ]);
  });

  it('of minutes are those of what came online: paper is keyed in stacks', async () => {
    const { code } = await startFieldwork(store);
    const writer = createResponseWriter(store);
    for (const channel of CHANNELS) await writer.write(aResponse(code, { channel }));
    const minutes = await store.read
      .selectFrom('minute_counts')
      .select(['minute', 'n'])
      .where('survey_code', '=', code)
      .execute();
    expect(minutes).toEqual([{ minute: '2026-03-01 16:00', n: 1 }]);
    expect((await compareCounts(store.read, code)).differences).toEqual([]);
  });

  it('of a survey without responses are empty', async () => {
    const { code } = await startFieldwork(store);
    expect(await readCounts(store.read, code)).toEqual(new Map());
    expect(await readProgress(store.read, code)).toEqual({
      byChannel: [],
      byDay: [],
      byHour: [],
      byPoint: [],
    });
  });

  it('are summed over every server that wrote', async () => {
    const { code } = await startFieldwork(store);
    for (const shard of [0, 1, 7])
      await createResponseWriter({ write: store.write, shard }).write(aResponse(code));
    const shards = store.read.selectFrom('answer_counts').select('shard').distinct();
    expect(await shards.where('survey_code', '=', code).execute()).toHaveLength(3);
    expect((await readCounts(store.read, code)).get('air')?.get('satisfied')).toBe(3);
    expect((await compareCounts(store.read, code)).differences).toEqual([]);
  });

  it('are rebuilt page by page, however many responses came in at the same moment', async () => {
    const { code } = await startFieldwork(store);
    const writer = createResponseWriter(store, { maxWaiting: 3000 });
    await Promise.all(Array.from({ length: 2100 }, () => writer.write(aResponse(code))));
    const { responses, answers: rebuilt } = await rebuildCounts(store.read, code);
    expect(responses.get(code)).toBe(2100);
    expect(rebuilt.sorted().every(({ n }) => n === 2100)).toBe(true);
  });

  it('that do not follow from the answers are named, each with both numbers', async () => {
    const { code } = await startFieldwork(store);
    await createResponseWriter(store).write(aResponse(code));
    const air = {
      channel: 'online',
      point: '',
      disposition: 'valid',
      item: 'air',
      option: 'satisfied',
    };
    const key = { survey_code: code, ...air };
    await store.write
      .updateTable('answer_counts')
      .set({ n: 5 })
      .where('survey_code', '=', code)
      .where('item', '=', 'air')
      .where('option', '=', 'satisfied')
      .execute();
    await store.write.deleteFrom('day_counts').where('survey_code', '=', code).execute();
    const lost = {
      survey_code: code,
      channel: 'online',
      point: '',
      day: '2026-03-01',
      disposition: 'valid',
    };
    expect((await compareCounts(store.read, code)).differences).toEqual([
      { table: 'answer_counts', key, stored: 5, rebuilt: 1 },
      { table: 'day_counts', key: { ...lost, flagged: 0 }, stored: 0, rebuilt: 1 },
    ]);
  });

  it('a check while responses come in sees one moment', async () => {
    const { code } = await startFieldwork(store);
    const writer = createResponseWriter(store, { maxBatch: 4, maxWaitMs: 0 });
    const writes = Promise.all(Array.from({ length: 300 }, () => writer.write(aResponse(code))));
    for (let checks = 0; checks < 5; checks += 1)
      expect((await compareCounts(store.read, code)).differences).toEqual([]);
    await writes;
  });
});

describe.each(ENGINES)('npm run check-counts on %s', (engine) => {
  it('tells each survey and succeeds only where every count agrees', async () => {
    const { store, database, close } = await openTestStore(engine);
    try {
      const check = () => runScript('server/check-counts.ts', [], database.env);
      expect(await check()).toEqual({ code: 0, stdout: 'there is no survey yet\n', stderr: '' });

      const { code } = await startFieldwork(store);
      const { code: other } = await startFieldwork(store);
      const writer = createResponseWriter(store);
      await Promise.all([writer.write(aResponse(code)), writer.write(aResponse(code))]);
      const fine = [`${code}: 2 responses, counts agree`, `${other}: 0 responses, counts agree`];
      expect(await check()).toEqual({
        code: 0,
        stdout: `${fine.sort().join('\n')}\n`,
        stderr: '',
      });

      await store.write
        .updateTable('answer_counts')
        .set({ n: 3 })
        .where('survey_code', '=', code)
        .where('item', '=', 'age')
        .where('option', '=', '')
        .execute();
      const wrong = await check();
      expect(wrong.code).toBe(1);
      expect(wrong.stdout).toContain(`${code}: 2 responses, 1 count differs\n`);
      expect(wrong.stdout).toContain('item="age" option="": stored 3, rebuilt 2\n');
    } finally {
      await close();
    }
  });

  it('a setting that cannot be used stops it with one line', async () => {
    expect(await runScript('server/check-counts.ts', [], { SQLITE_DRIVER: 'oracle' })).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^SQLITE_DRIVER [^\n]+\n$/),
    });
  });
});
