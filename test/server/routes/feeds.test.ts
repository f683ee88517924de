import { describe, expect, it } from 'vitest';
import { said, withExample } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';

const FORMAL = {
  questionnaire: { id: 'public-ecology', version: 1 },
  plan: { total: 100 },
  phase: 'formal',
  access: 'open',
};

describe.each(ENGINES)('what feeds the indicators of the worked example (%s)', (engine) => {
  const t = withExample(engine);
  const path = () => `/api/evaluations/${t.evaluationId}`;
  const create = async (changed: object = {}) =>
    (await said(t.admin('POST', `${path()}/surveys`, { ...FORMAL, ...changed }))).body.code;
  const begin = async (department: string) => {
    const { id, version } = (await said(t.admin('GET', path()))).body.indicatorSystem;
    const wanted = { department, place: '朔州市', year: 2020, indicatorSystem: { id, version } };
    return (await said(t.admin('POST', '/api/evaluations', wanted))).body.id;
  };
  const open = (code: string) => said(t.admin('POST', `/api/surveys/${code}/open`));
  const now = async () => {
    const { body } = await said(t.admin('GET', path()));
    return { ...body.score, feeds: body.feeds };
  };
  const AS_PUBLISHED = {
    total: { value: 80.5, display: '80.50' },
    grade: '良',
    complete: true,
    feeds: { 'management-object': 'staff234', public: 'pubeca34' },
  };

  it('is written down, and the total is 80.50 良', async () => {
    expect(await now()).toEqual(AS_PUBLISHED);
  });

  it('is not moved by a draft, nor by its opening, nor by its closing', async () => {
    const code = await create();
    expect(await now()).toEqual(AS_PUBLISHED);
    expect(await open(code)).toMatchObject({ status: 200, body: { feeds: [] } });
    expect(await now()).toEqual(AS_PUBLISHED);
    await t.admin('POST', `/api/surveys/${code}/close`);
    expect(await now()).toEqual(AS_PUBLISHED);
  });

  it('is never a draft, whoever asks for it', async () => {
    const code = await create();
    expect(await said(t.admin('PATCH', path(), { feeds: { public: code } }))).toMatchObject({
      status: 422,
      body: { errors: [{ path: "$.feeds['public']", code: 'not-a-formal-survey-of-this-group' }] },
    });
    expect(await now()).toEqual(AS_PUBLISHED);
  });

  it('is the first formal survey of a group that opens, and the audit says so', async () => {
    const id = await begin('水务局');
    const inIt = async (changed: object = {}) =>
      (await said(t.admin('POST', `/api/evaluations/${id}/surveys`, { ...FORMAL, ...changed })))
        .body.code;
    const feeds = async () => (await said(t.admin('GET', `/api/evaluations/${id}`))).body.feeds;
    const warnings = async () =>
      (await said(t.admin('GET', `/api/evaluations/${id}/scoring`))).body.warnings
        .filter((each: { indicator: string | null }) => each.indicator === null)
        .map((each: { code: string }) => each.code);

    const pilot = await inIt({ phase: 'pilot' });
    await open(pilot);
    expect([await feeds(), await warnings()]).toEqual([{}, ['no-survey', 'only-pilots']]);
    const [first, second] = [await inIt(), await inIt()];
    expect([await feeds(), await warnings()]).toEqual([{}, ['no-survey', 'only-drafts']]);
    await open(second);
    expect([await feeds(), await warnings()]).toEqual([{ public: second }, ['no-survey']]);
    await open(first);
    expect(await feeds()).toEqual({ public: second });
    await t.admin('PATCH', `/api/evaluations/${id}`, { feeds: { public: first } });
    expect(await feeds()).toEqual({ public: first });

    const audit = await said(t.admin('GET', `/api/evaluations/${id}/audit?limit=200`));
    const opened = audit.body.items.filter(
      (each: { action: string }) => each.action === 'survey.open',
    );
    expect(
      opened.map((each: { subject: string; detail: object }) => [each.subject, each.detail]),
    ).toEqual(
      expect.arrayContaining([
        [pilot, {}],
        [second, { feeds: 'public' }],
        [first, {}],
      ]),
    );
  });

  it('is one of two that open at the same moment', async () => {
    const id = await begin('林业局');
    const surveys = `/api/evaluations/${id}/surveys`;
    const codes: string[] = [];
    for (let n = 0; n < 2; n += 1)
      codes.push((await said(t.admin('POST', surveys, FORMAL))).body.code);
    await Promise.all(codes.map(open));
    const { body } = await said(t.admin('GET', `/api/evaluations/${id}`));
    expect(codes).toContain(body.feeds.public);
    expect(body.surveys.filter((each: { feeds: string[] }) => each.feeds.length > 0)).toHaveLength(
      1,
    );
  });
});
