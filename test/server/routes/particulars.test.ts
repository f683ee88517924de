import { describe, expect, it } from 'vitest';
import { said, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { SYSTEM } from '../../support/fieldwork.ts';

const ALL = {
  commissioner: '朔州市财政局',
  evaluated: '朔州市生态环境局',
  evaluator: '某会计师事务所',
  contact: '王工，0349-2000000',
  reportNumber: '财绩〔2020〕7号',
  baseDate: '2019-12-31',
  period: '2019 年 1 月至 12 月',
  scope: '部门整体支出',
  methods: '因素分析法、公众评判法',
  team: [{ duty: '组长', name: '李某', title: '高级会计师', work: '统筹' }, { name: '赵某' }],
};

describe.each(ENGINES)('the particulars of an evaluation (%s)', (engine) => {
  const t = withFieldwork(engine);
  const at = () => `/api/evaluations/${t.evaluationId}`;
  const patch = (particulars: unknown, headers = {}) =>
    said(t.admin('PATCH', at(), { particulars }, headers));
  const audit = async () => (await said(t.admin('GET', `${at()}/audit`))).body.items;

  it('are taken with a new evaluation, and none has to be given', async () => {
    const wanted = { department: '市水务局', place: '某市', year: 2026, indicatorSystem: SYSTEM };
    const { id, version } = wanted.indicatorSystem;
    const body = { ...wanted, indicatorSystem: { id, version } };
    const bare = await said(t.admin('POST', '/api/evaluations', body));
    expect(bare).toMatchObject({ status: 201, body: { particulars: {} } });
    const full = await said(t.admin('POST', '/api/evaluations', { ...body, particulars: ALL }));
    expect(full.body.particulars).toEqual(ALL);
    const shown = await said(t.admin('GET', `/api/evaluations/${full.body.id}`));
    expect(shown.body.particulars).toEqual(ALL);
  });

  it('are replaced as a whole while a survey is open, and the audit says by what', async () => {
    expect((await patch(ALL)).body.particulars).toEqual(ALL);
    const fewer = { evaluator: '某会计师事务所', contact: '0349-2000000' };
    expect((await patch(fewer)).body.particulars).toEqual(fewer);
    t.clock.now = new Date(t.clock.now.getTime() + 1000);
    expect((await patch({})).body.particulars).toEqual({});
    expect((await audit())[0]).toMatchObject({
      action: 'evaluation.change',
      detail: { particulars: {} },
    });
    const before = await audit();
    expect((await patch({})).status).toBe(200);
    expect(await audit()).toEqual(before);
  });

  it.each([
    ['$.particulars.evaluator', { evaluator: ' \u200b' }],
    ['$.particulars.evaluator', { evaluator: '甲'.repeat(101) }],
    ['$.particulars.contact', { contact: '1'.repeat(201) }],
    ['$.particulars.scope', { scope: '甲'.repeat(5001) }],
    ['$.particulars.baseDate', { baseDate: '2019-02-30' }],
    ['$.particulars.baseDate', { baseDate: '2019年底' }],
    ['$.particulars.team[0].name', { team: [{ duty: '组长' }] }],
    ['$.particulars.team[1].name', { team: [{ name: '李某' }, { name: '' }] }],
    ['$.particulars.team', { team: Array(51).fill({ name: '李某' }) }],
    ['$.particulars.phone', { phone: '1' }],
  ])('are refused at %s where they are none: %j', async (path, particulars) => {
    const answer = await patch(particulars);
    expect(answer).toMatchObject({ status: 422, body: { code: 'not-acceptable' } });
    const [fault] = answer.body.errors;
    expect(fault.path).toBe(path);
    expect(fault.message).toMatch(/\p{Script=Han}/u);
    const inEnglish = await patch(particulars, { 'accept-language': 'en' });
    expect(inEnglish.body.errors[0].message).not.toMatch(/\p{Script=Han}/u);
  });
});
