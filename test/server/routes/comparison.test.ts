import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { insertEvaluation } from '../../../server/store/evaluations.ts';
import { insertIndicatorSystem } from '../../../server/store/indicator-systems.ts';
import { writePoints } from '../../../server/store/points.ts';
import { storeBatch } from '../../../server/store/response-batch.ts';
import { insertSurvey } from '../../../server/store/surveys.ts';
import { said, withExample, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { aResponse, aSurvey, NOW } from '../../support/fieldwork.ts';
import { indicator, indicatorSystem } from '../../support/indicator-systems.ts';
import { signedInAs } from '../../support/signed-in-as.ts';

/** Full marks from 90 % on, below that in proportion. */
const SYSTEM = indicatorSystem(
  [
    [
      indicator('C1', 60, {
        kind: 'target-proportional',
        target: 90,
        below: 'value-over-target',
        from: { group: 'public', quantity: 'composite' },
      }),
      indicator('C2', 40, { kind: 'manual' }),
    ],
  ],
  { id: 'compared' },
);

const GIVEN = [
  { channel: 'online', point: 'north', air: 'very-satisfied', flagged: true },
  { channel: 'online', point: 'north', air: 'satisfied' },
  { channel: 'paper', point: 'south', air: 'neutral' },
  { channel: 'paper', point: null, air: 'very-satisfied' },
  { channel: 'paper', point: 'south', air: 'dissatisfied', flagged: true, disposition: 'invalid' },
] as const;

interface Split {
  by: string;
  id: string | null;
  name: string | null;
  base: number | null;
  because: string | null;
  composite: { display: string } | null;
  difference: { display: string } | null;
  scored: { indicators: { score: { display: string } | null }[] } | null;
}

const shown = (number: { display: string } | null) => number?.display ?? null;

describe.each(ENGINES)('the results of a survey beside one another (%s)', (engine) => {
  const t = withFieldwork(engine);
  let code: string;
  let evaluationId: string;
  /** Feeds nothing. */
  let pilot: string;
  let rebuilt: string;
  let removed: string;

  beforeAll(async () => {
    const { write, shard } = t.store;
    await insertIndicatorSystem(write, SYSTEM, NOW);
    evaluationId = randomUUID();
    const survey = aSurvey(evaluationId);
    code = survey.code;
    await insertEvaluation(write, {
      id: evaluationId,
      department: '水务局',
      place: '某市',
      year: 2019,
      indicatorSystem: { id: SYSTEM.id, version: SYSTEM.version },
      feeds: { public: code },
      example: false,
      createdAt: NOW.toISOString(),
    });
    const others = [
      aSurvey(evaluationId, { phase: 'pilot' }),
      aSurvey(evaluationId, { provenance: 'reconstructed' }),
      aSurvey(evaluationId),
    ];
    for (const each of [survey, ...others]) await insertSurvey(write, each);
    [pilot = '', rebuilt = '', removed = ''] = others.map((each) => each.code);
    await writePoints(write, survey, [
      { id: 'north', name: '城北', closedAt: null },
      { id: 'south', name: '城南', closedAt: null },
      { id: 'east', name: '城东', closedAt: null },
    ]);
    const responses = [survey, ...others].flatMap((each) =>
      GIVEN.map(({ air, ...given }, index) =>
        aResponse(each.code, {
          channel: given.channel,
          point: each === survey ? given.point : null,
          answers: { age: 'young', air },
          receivedAt: new Date(NOW.getTime() + index).toISOString(),
          ...('flagged' in given && { flags: [{ code: 'too-fast', seconds: 3 }] }),
          ...('disposition' in given && {
            disposition: given.disposition,
            reasons: [{ code: 'repeat' as const }],
          }),
        }),
      ),
    );
    await write.transaction().execute((trx) => storeBatch(trx, shard, responses));
    await write
      .updateTable('surveys')
      .set({ answers_removed_at: NOW.toISOString(), state: 'closed' })
      .where('code', '=', removed)
      .execute();
  });

  const compared = async (query = '', of = code, call = t.admin) =>
    (await said(call('GET', `/api/surveys/${of}/comparison${query}`))).body;
  const lines = (body: Awaited<ReturnType<typeof compared>>) =>
    body.splits.map((split: Split) => [
      split.by,
      split.id,
      split.name,
      split.base,
      shown(split.composite),
      shown(split.difference),
    ]);

  const ALL = ['all', null, null, 4, '85.00', null];
  const FROM_COUNTS = [
    ['channel', 'online', null, 2, '90.00', '5.00'],
    ['channel', 'paper', null, 2, '80.00', '-5.00'],
    ['point', 'north', '城北', 2, '90.00', '5.00'],
    ['point', 'south', '城南', 1, '60.00', '-25.00'],
    ['point', 'east', '城东', 0, null, null],
    ['point', '', null, 1, '100.00', '15.00'],
  ];

  it('are all of them, by channel and by point, from counts', async () => {
    const body = await compared();
    expect(lines(body)).toEqual([ALL, ...FROM_COUNTS]);
    expect(body).toMatchObject({ code, fromRows: false });
  });

  it('with the responses read, also without flagged ones and by time, and say what each would score', async () => {
    const body = await compared('?rows=1');
    expect(lines(body)).toEqual([
      ALL,
      ['flagged', 'without', null, 3, '80.00', '-5.00'],
      ...FROM_COUNTS,
      ['half', 'early', null, 2, '90.00', '5.00'],
      ['half', 'late', null, 2, '80.00', '-5.00'],
    ]);
    const scores = body.splits.map(({ by, id, scored }: Split) => [
      by,
      id,
      scored?.indicators.map((each) => shown(each.score)),
    ]);
    expect(scores).toEqual([
      ['all', null, ['56.67']],
      ['flagged', 'without', ['53.33']],
      ['channel', 'online', ['60.00']],
      ['channel', 'paper', ['53.33']],
      ['point', 'north', ['60.00']],
      ['point', 'south', ['40.00']],
      ['point', 'east', [null]],
      ['point', '', ['60.00']],
      ['half', 'early', ['60.00']],
      ['half', 'late', ['53.33']],
    ]);
  });

  it('score as the table does, the whole survey in place, and with a grade once all is scored', async () => {
    const put = await t.admin('PUT', `/api/evaluations/${evaluationId}/scoring/C2`, {
      inputs: { score: '30' },
    });
    expect(put.status).toBe(200);
    const table = (await said(t.admin('GET', `/api/evaluations/${evaluationId}/scoring`))).body;
    const { splits } = await compared();
    expect(splits[0].scored).toMatchObject({ total: table.total, grade: table.grade });
    const online = splits.find(({ id }: { id: string }) => id === 'online');
    expect([shown(online.scored.total), online.scored.grade]).toEqual(['90.00', '优']);
    expect([shown(table.total), table.grade]).toEqual(['86.67', '良']);
  });

  it('say how many were asked an item and gave no answer, and how many carry a flag', async () => {
    const { items, flags } = await compared();
    expect(items.find(({ id }: { id: string }) => id === 'overall')).toMatchObject({
      topic: 'overall',
      asked: 4,
      answered: 0,
      nonResponse: { n: 4, percent: { display: '100.00' } },
      unscored: null,
    });
    expect(items.find(({ id }: { id: string }) => id === 'say')).toMatchObject({
      asked: 0,
      nonResponse: { n: 0, percent: null },
    });
    expect(flags).toEqual([
      { code: 'too-fast', valid: 1, received: 2 },
      { code: 'straight-line', valid: 0, received: 0 },
      { code: 'same-device', valid: 0, received: 0 },
    ]);
  });

  it('score nothing where the survey feeds nothing', async () => {
    const { splits } = await compared('?rows=1', pilot);
    expect(splits.map(({ scored }: { scored: unknown }) => scored)).toEqual(splits.map(() => null));
  });

  it('of a reconstructed survey are whole alone: no split is derivable', async () => {
    for (const query of ['', '?rows=1']) {
      const { splits } = await compared(query, rebuilt);
      expect(splits.map(({ by, base, because }: Split) => [by, base, because])).toEqual([
        ['all', 4, null],
        ...['flagged', 'channel', 'point', 'half'].map((by) => [by, null, 'not-derivable']),
      ]);
    }
  });

  it('of removed answers say why those read from them are no more', async () => {
    const { splits } = await compared('?rows=1', removed);
    expect(splits.map(({ by, because }: Split) => [by, because])).toEqual([
      ['all', null],
      ['flagged', 'answers-removed'],
      ['channel', null],
      ['channel', null],
      ['half', 'answers-removed'],
    ]);
  });

  it.each(['viewer', 'scorer', 'evaluator'] as const)(
    'tell a %s, who reads the scores as well, what each would score',
    async (role) => {
      const call = await signedInAs(t, role, [evaluationId]);
      expect((await compared('', code, call)).splits[0].scored).not.toBeNull();
    },
  );

  const results = (query: string, of = code) =>
    said(t.admin('GET', `/api/surveys/${of}/results?${query}`));

  it.each([
    ['flagged=without', 3, '80.00'],
    ['half=early', 2, '90.00'],
    ['half=late', 2, '80.00'],
    ['flagged=without&channel=online', 1, '80.00'],
    ['flagged=without&half=early', 2, '70.00'],
    ['half=early&channel=paper', 1, '60.00'],
    ['half=late&point=north', 1, '80.00'],
    ['flagged=&half=', 4, '85.00'],
  ])('the plain results take %s: n = %i, %s', async (query, base, composite) => {
    const { status, body } = await results(query);
    expect([status, body.base, shown(body.composite)]).toEqual([200, base, composite]);
  });

  it.each(['flagged=without', 'half=early', 'half=late', 'flagged=without&half=late'])(
    'and refuse %s where it cannot be told',
    async (query) => {
      expect(await results(query, rebuilt)).toMatchObject({
        status: 409,
        body: { code: 'not-derivable' },
      });
      expect(await results(query, removed)).toMatchObject({
        status: 409,
        body: { code: 'answers-removed' },
      });
      expect((await results('', removed)).body.base).toBe(4);
    },
  );

  it('and say what there is where something else is asked for', async () => {
    for (const query of ['flagged=with', 'half=middle'])
      expect(await results(query)).toMatchObject({
        status: 422,
        body: { errors: [{ code: 'not-one-of' }] },
      });
  });

  it('follow a judgement at once', async () => {
    const { items } = (await said(t.admin('GET', `/api/surveys/${code}/responses?flagged=true`)))
      .body;
    const valid = items.find(({ disposition }: { disposition: string }) => disposition === 'valid');
    const judge = (disposition: string | null) =>
      t.admin('PATCH', `/api/responses/${valid.id}`, { disposition, reason: '电话核实' });
    expect((await judge('invalid')).status).toBe(200);
    const { splits, flags } = await compared('?rows=1');
    const [all, without] = splits;
    expect([all.base, without.base, shown(without.difference)]).toEqual([3, 3, '0.00']);
    expect(flags[0]).toEqual({ code: 'too-fast', valid: 0, received: 2 });
    expect((await judge(null)).status).toBe(200);
    expect(lines(await compared())).toEqual([ALL, ...FROM_COUNTS]);
  });
});

describe.each(ENGINES)('the worked example, whose surveys were reconstructed (%s)', (engine) => {
  const t = withExample(engine);

  it('compares nothing but says what the whole scores, also where its figure was frozen', async () => {
    const path = `/api/evaluations/${t.evaluationId}`;
    const { surveys } = (await said(t.admin('GET', path))).body;
    const fed = surveys.find(({ feeds }: { feeds: string[] }) => feeds.length > 0);
    const table = (await said(t.admin('GET', `${path}/scoring`))).body;
    const all = async () =>
      (await said(t.admin('GET', `/api/surveys/${fed.code}/comparison`))).body.splits[0];
    expect((await all()).scored).toMatchObject({ total: table.total, grade: table.grade });
    expect((await t.admin('POST', `${path}/figures`, {})).status).toBe(201);
    expect((await all()).scored).toMatchObject({ total: table.total, grade: table.grade });
  });
});
