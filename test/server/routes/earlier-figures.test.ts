import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { updateEvaluation } from '../../../server/store/evaluations.ts';
import { insertIndicatorSystem } from '../../../server/store/indicator-systems.ts';
import { setRole } from '../../../server/store/memberships.ts';
import { createResponseWriter } from '../../../server/store/response-writer.ts';
import { insertSurvey } from '../../../server/store/surveys.ts';
import { said, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { aResponse, aSurvey } from '../../support/fieldwork.ts';
import { indicator, indicatorSystem } from '../../support/indicator-systems.ts';
import { account } from '../../support/signed-in-as.ts';

const asking = (code: string, group: string) =>
  indicator(code, 50, {
    kind: 'target-proportional',
    target: 90,
    below: 'value',
    from: { group, quantity: 'composite' },
  });
const SYSTEM = indicatorSystem([[asking('C1', 'public'), asking('C2', 'management-object')]], {
  id: 'asking',
});
const TYPED = { value: '88.20', source: '2018 年度绩效评价报告第 12 页' };

describe.each(ENGINES)('the figure of the year before (%s)', (engine) => {
  const t = withFieldwork(engine);
  beforeAll(async () => {
    await insertIndicatorSystem(t.store.write, SYSTEM, new Date());
  });

  /** An evaluation whose public answered so, each with an answer to both items. */
  async function evaluated(year: number, department: string, ...answers: string[]) {
    const made = await said(
      t.admin('POST', '/api/evaluations', {
        department,
        place: '某市',
        year,
        indicatorSystem: { id: SYSTEM.id, version: 1 },
      }),
    );
    const { id } = made.body;
    const survey = aSurvey(id);
    await insertSurvey(t.store.write, survey);
    await updateEvaluation(t.store.write, id, { feeds: { public: survey.code } });
    const writer = createResponseWriter(t.store);
    for (const answer of answers)
      await writer.write(
        aResponse(survey.code, { answers: { age: 'young', air: answer, overall: answer } }),
      );
    return id as string;
  }
  const freeze = async (id: string) =>
    (await said(t.admin('POST', `/api/evaluations/${id}/figures`, { groups: ['public'] }))).body;
  const at = (id: string) => `/api/evaluations/${id}/figures/earlier`;
  const earlier = async (id: string, call = t.admin) => {
    const { items } = (await said(call('GET', at(id)))).body;
    return Object.fromEntries(items.map((item: { group: string }) => [item.group, item]));
  };
  /** A department of its own, so that no other test's year is its year before. */
  const aDepartment = () => `水务局 ${randomUUID()}`;
  const audit = async (id: string) =>
    (await said(t.admin('GET', `/api/evaluations/${id}/audit`))).body.items;

  it('is unknown at first, of each group that the indicators ask', async () => {
    const id = await evaluated(2019, aDepartment(), 'satisfied');
    expect(Object.values(await earlier(id))).toEqual([
      {
        group: 'public',
        groupName: '受益群众',
        year: 2018,
        value: null,
        source: null,
        others: [],
        current: { value: 80, display: '80.00' },
        change: null,
      },
      expect.objectContaining({ group: 'management-object', current: null, change: null }),
    ]);
  });

  it('is typed in with its source, put right, and taken back; each is audited once', async () => {
    const id = await evaluated(2019, aDepartment(), 'very-satisfied', 'satisfied');
    const put = await said(t.admin('PUT', `${at(id)}/public`, TYPED));
    expect(put).toMatchObject({
      status: 200,
      body: {
        value: { exact: '88.20', value: 88.2, display: '88.20' },
        source: {
          kind: 'typed',
          text: TYPED.source,
          author: 'admin',
          at: t.clock.now.toISOString(),
        },
        current: { display: '90.00' },
        change: { display: '1.80' },
      },
    });
    expect((await earlier(id))['public']).toEqual(put.body);
    await t.admin('PUT', `${at(id)}/public`, TYPED);
    const right = await said(t.admin('PUT', `${at(id)}/public`, { ...TYPED, value: '91.5' }));
    expect(right.body.change).toEqual({ value: -1.5, display: '-1.50' });
    for (const _ of ['once', 'again'])
      expect((await t.admin('DELETE', `${at(id)}/public`)).status).toBe(204);
    expect((await earlier(id))['public']).toMatchObject({ value: null, change: null });
    expect((await audit(id)).slice(0, 3)).toMatchObject([
      { action: 'figures.earlier-taken-back', subject: 'public', detail: { value: '91.5' } },
      { action: 'figures.earlier', detail: { value: '91.5', before: '88.20' } },
      { action: 'figures.earlier', detail: TYPED },
    ]);
  });

  it('is the newest that was frozen of the same department a year before; what is typed in goes before it', async () => {
    const department = aDepartment();
    const id = await evaluated(2019, department, 'very-satisfied');
    const before = await evaluated(2018, department, 'satisfied');
    // Neither another year's nor another department's, and nothing that is not frozen.
    await freeze(await evaluated(2017, department, 'dissatisfied'));
    await freeze(await evaluated(2018, aDepartment(), 'dissatisfied'));
    expect((await earlier(id))['public']).toMatchObject({ value: null });
    const first = await freeze(before);
    t.clock.now = new Date(t.clock.now.getTime() + 60_000);
    const twin = await evaluated(2018, department, 'satisfied', 'very-satisfied');
    const second = await freeze(twin);
    const source = (evaluation: string, frozen: { id: string; frozenAt: string }) => ({
      kind: 'frozen',
      evaluation,
      figures: frozen.id,
      frozenAt: frozen.frozenAt,
    });
    expect((await earlier(id))['public']).toMatchObject({
      value: { exact: '90', display: '90.00' },
      source: source(twin, second),
      others: [{ value: { display: '80.00' }, source: source(before, first) }],
      change: { display: '10.00' },
    });
    const { body } = await said(t.admin('PUT', `${at(id)}/public`, TYPED));
    expect(body).toMatchObject({
      value: { exact: '88.20' },
      others: [{ value: { display: '90.00' } }, { value: { display: '80.00' } }],
      change: { display: '11.80' },
    });
  });

  it('is told of other evaluations only to who may read their figures', async () => {
    const department = aDepartment();
    const id = await evaluated(2019, department, 'satisfied');
    const before = await evaluated(2018, department, 'satisfied');
    await freeze(before);
    const seeing = await account(t, 'viewer', [id, before]);
    expect((await earlier(id, seeing.call))['public'].value).not.toBeNull();
    const [stranger, clerk] = [await account(t, 'viewer', [id]), await account(t, 'viewer', [id])];
    const since = t.clock.now.toISOString();
    const keying = { evaluationId: before, userId: clerk.id, role: 'clerk' as const };
    await setRole(t.store.write, { ...keying, since, grantedBy: 'test' });
    for (const { call } of [stranger, clerk])
      expect((await earlier(id, call))['public']).toMatchObject({ value: null, others: [] });
  });

  it.each([
    ['more than all of them', { ...TYPED, value: '100.01' }, '$.value'],
    ['no decimal', { ...TYPED, value: '88,2' }, '$.value'],
    ['a number instead of its digits', { ...TYPED, value: 88.2 }, '$.value'],
    ['no source that anybody sees', { ...TYPED, source: '\u200b ' }, '$.source'],
  ])('is refused with its place where it is %s', async (_, body, path) => {
    const { status, body: said422 } = await said(
      t.admin('PUT', `${at(await evaluated(2019, aDepartment()))}/public`, body),
    );
    expect([status, said422.errors[0].path]).toEqual([422, path]);
  });

  it('is refused of a group that no indicator asks', async () => {
    const { status, body } = await said(
      t.admin('PUT', `${at(await evaluated(2019, aDepartment()))}/visitors`, TYPED),
    );
    expect([status, body.errors[0].code]).toEqual([422, 'group-not-asked']);
  });

  it('goes with its evaluation', async () => {
    const department = aDepartment();
    const id = await evaluated(2019, department);
    await t.admin('PUT', `${at(id)}/public`, TYPED);
    await t.admin('DELETE', `/api/evaluations/${id}`, { department });
    const left = await t.store.read
      .selectFrom('earlier_figures')
      .select('value')
      .where('evaluation_id', '=', id)
      .execute();
    expect(left).toEqual([]);
  });
});
