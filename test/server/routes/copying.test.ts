import { beforeAll, describe, expect, it } from 'vitest';
import { readBaseData, writeBaseData } from '../../../server/store/base-data.ts';
import { writePoints } from '../../../server/store/points.ts';
import { insertSurvey } from '../../../server/store/surveys.ts';
import { said, withExample, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { ANSWERS, aSurvey, NOW } from '../../support/fieldwork.ts';

const LASTING = {
  evaluator: '某会计师事务所',
  contact: '王工，0349-2000000',
  methods: '公众评判法',
  team: [{ duty: '组长', name: '李某' }],
};
const OF_THE_YEAR = { reportNumber: '财绩〔2020〕7号', baseDate: '2019-12-31', period: '2019 年' };

describe.each(ENGINES)('copying an evaluation (%s)', (engine) => {
  const t = withFieldwork(engine);
  const at = () => `/api/evaluations/${t.evaluationId}`;
  const copy = (body: object = {}) => said(t.admin('POST', `${at()}/copy`, body));
  let drafted: string;

  beforeAll(async () => {
    const drafts = aSurvey(t.evaluationId, {
      state: 'draft',
      phase: 'pilot',
      access: 'code',
      proofOfWork: false,
      plan: { total: 40, byChannel: { online: 30, paper: 10 } },
      population: 5000,
      sampling: 'census',
      opensAt: NOW.toISOString(),
      createdAt: new Date(NOW.getTime() + 1000).toISOString(),
    });
    drafted = drafts.code;
    await insertSurvey(t.store.write, drafts);
    await writePoints(t.store.write, drafts, [
      { id: 'hall', name: '政务大厅', plan: 25, closedAt: null },
      { id: 'town', name: '城关镇', closedAt: NOW.toISOString() },
    ]);
    const particulars = { ...LASTING, ...OF_THE_YEAR, evaluated: '生态环境局' };
    await t.admin('PATCH', at(), { particulars, feeds: { public: t.code } });
    await writeBaseData(
      t.store.write,
      t.evaluationId,
      {
        cells: [
          {
            code: 'budget',
            name: '年初预算',
            unit: '万元',
            values: { '2019': '17.79' },
            excluded: { '2019': { amount: '1', reason: '上级专款' } },
          },
          { code: 'staff', name: '在编人数', values: { '2019': '64' } },
        ],
        checks: [{ name: '一致', left: 'budget@2019', right: 'budget@2019' }],
      },
      'admin',
      NOW,
    );
    await t.admin('PUT', `${at()}/scoring/A101`, { inputs: { score: 80 } });
    await t.anyone('PUT', `/api/surveys/${t.code}/responses/5f0c6d1e-0000-4000-8000-000000000001`, {
      answers: ANSWERS,
    });
  });

  it('makes next year’s draft: system, particulars, and surveys with their points and plans', async () => {
    const source = (await said(t.admin('GET', at()))).body;
    const { status, body } = await copy();
    expect(status).toBe(201);
    expect(body).toMatchObject({
      department: source.department,
      place: source.place,
      year: source.year + 1,
      indicatorSystem: source.indicatorSystem,
      feeds: {},
      example: false,
      particulars: { ...LASTING, evaluated: '生态环境局' },
      archivedAt: null,
    });
    expect(Object.keys(body.particulars)).toEqual(
      expect.not.arrayContaining(Object.keys(OF_THE_YEAR)),
    );
    expect(body.id).not.toBe(source.id);
    const [open, pilot] = body.surveys;
    expect(body.surveys).toHaveLength(2);
    for (const each of body.surveys)
      expect(each).toMatchObject({ state: 'draft', provenance: 'collected', received: 0 });
    expect([t.code, drafted]).not.toContain(open.code);
    expect(open).toMatchObject({ phase: 'formal', access: 'open' });
    expect(pilot).toMatchObject({
      phase: 'pilot',
      access: 'code',
      plan: { total: 40, byChannel: { online: 30, paper: 10 } },
      population: 5000,
      sampling: 'census',
      opensAt: null,
      closesAt: null,
    });
    const points = await t.store.read
      .selectFrom('points')
      .select(['id', 'name', 'plan', 'closed_at'])
      .where('survey_code', '=', pilot.code)
      .orderBy('position')
      .execute();
    expect(points).toEqual([
      { id: 'hall', name: '政务大厅', plan: 25, closed_at: null },
      { id: 'town', name: '城关镇', plan: null, closed_at: null },
    ]);
    const versions = await t.store.read
      .selectFrom('plan_versions')
      .select(['version', 'author'])
      .where('survey_code', '=', pilot.code)
      .execute();
    expect(versions).toEqual([{ version: 1, author: 'admin' }]);
  });

  it('leaves behind what was received, entered and chosen, and changes nothing of the original', async () => {
    const before = (await said(t.admin('GET', at()))).body;
    const { body } = await copy();
    expect(body.score).toEqual({ total: null, grade: null, complete: false });
    const scoring = await said(t.admin('GET', `/api/evaluations/${body.id}/scoring`));
    const [indicator] = scoring.body.indicators;
    expect([indicator.inputs, indicator.override, indicator.note]).toEqual([null, null, null]);
    const codes = await said(t.admin('GET', `/api/surveys/${body.surveys[1].code}/access-codes`));
    expect(codes.body).toEqual({ issued: 0, spent: 0 });
    expect(await readBaseData(t.store.read, body.id)).toMatchObject({
      cells: [
        { code: 'budget', name: '年初预算', unit: '万元', values: {} },
        { code: 'staff', name: '在编人数', values: {} },
      ],
      checks: [],
    });
    const [budget] = (await readBaseData(t.store.read, body.id)).cells;
    expect(budget?.excluded).toBeUndefined();
    expect((await said(t.admin('GET', at()))).body).toEqual(before);
    const events = (await said(t.admin('GET', `/api/evaluations/${body.id}/audit`))).body.items;
    expect(events).toMatchObject([
      {
        action: 'evaluation.copy',
        actor: 'admin',
        detail: {
          from: t.evaluationId,
          year: before.year + 1,
          surveys: body.surveys.map(({ code }: { code: string }) => code),
        },
      },
    ]);
  });

  it('may be for another department, place and year; who was evaluated is not who will be', async () => {
    const other = { department: '市水务局', place: '大同市', year: 2019 };
    const { body } = await copy(other);
    expect(body).toMatchObject(other);
    expect(body.particulars).toEqual(LASTING);
  });

  it.each([
    ['$.year', { year: 1 }],
    ['$.department', { department: '\u200b' }],
    ['$.surveys', { surveys: [] }],
  ])('is refused at %s: %j', async (path, body) => {
    expect(await copy(body)).toMatchObject({ status: 422, body: { errors: [{ path }] } });
  });

  it('asks for a year where the next is none, and knows no evaluation that is not there', async () => {
    await t.store.write
      .updateTable('evaluations')
      .set({ year: 2200 })
      .where('id', '=', t.evaluationId)
      .execute();
    expect(await copy()).toMatchObject({ status: 422, body: { errors: [{ path: '$.year' }] } });
    expect((await copy({ year: 2025 })).status).toBe(201);
    const gone = `/api/evaluations/5f0c6d1e-0000-4000-8000-00000000000f/copy`;
    expect(await said(t.admin('POST', gone, {}))).toMatchObject({
      status: 404,
      body: { code: 'unknown-evaluation' },
    });
  });

  it('takes an archived one, and the copy is not archived', async () => {
    await t.admin('POST', `/api/surveys/${t.code}/close`);
    expect((await t.admin('PATCH', at(), { archived: true })).status).toBe(200);
    expect(await copy({ year: 2026 })).toMatchObject({ status: 201, body: { archivedAt: null } });
  });
});

describe.each(ENGINES)('copying the worked example (%s)', (engine) => {
  const t = withExample(engine);

  it('makes an evaluation of one’s own whose surveys are all drafts to be collected', async () => {
    const { status, body } = await said(
      t.admin('POST', `/api/evaluations/${t.evaluationId}/copy`, {}),
    );
    expect([status, body.example, body.year]).toEqual([201, false, 2020]);
    const shape = ({ phase, provenance, state }: Record<string, string>) => [
      phase,
      provenance,
      state,
    ];
    expect(body.surveys.map(shape).sort()).toEqual([
      ['formal', 'collected', 'draft'],
      ['formal', 'collected', 'draft'],
      ['pilot', 'collected', 'draft'],
      ['pilot', 'collected', 'draft'],
    ]);
  });
});
