import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { declarationsOf } from '../../../server/http/route.ts';
import { insertEvaluation } from '../../../server/store/evaluations.ts';
import { storeBatch } from '../../../server/store/response-batch.ts';
import { insertSurvey, setSurveyState } from '../../../server/store/surveys.ts';
import { said, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { aResponse, aSurvey, NOW, SYSTEM } from '../../support/fieldwork.ts';

const POINT = { id: 'hall', name: '政务大厅' };
const RESPONSE = randomUUID();
const SURVEY = { plan: { total: 9 }, phase: 'formal', access: 'open' };

/** Something that each route which changes an evaluation would take. A new one is added here, or it is not tested. */
const WOULD_TAKE: Record<string, object> = {
  'PATCH /api/evaluations/:id': { place: '大同市' },
  'POST /api/evaluations/:id/surveys': SURVEY,
  'POST /api/evaluations/:id/figures': {},
  'PUT /api/evaluations/:id/figures/earlier/:group': { value: '88.20', source: 'seen' },
  'DELETE /api/evaluations/:id/figures/earlier/:group': {},
  'PUT /api/evaluations/:id/base-data': { cells: [], checks: [] },
  'PUT /api/evaluations/:id/scoring/:code': { note: 'seen' },
  'PUT /api/evaluations/:id/figures/earlier/:group': { value: '88.20', source: '年报' },
  'DELETE /api/evaluations/:id/figures/earlier/:group': {},
  'PATCH /api/surveys/:code': { points: [POINT], reason: 'seen' },
  'DELETE /api/surveys/:code': {},
  'POST /api/surveys/:code/open': {},
  'POST /api/surveys/:code/close': {},
  'POST /api/surveys/:code/reopen': { reason: 'seen' },
  'POST /api/surveys/:code/copy': {},
  'POST /api/surveys/:code/access-codes': { count: 1 },
  'POST /api/surveys/:code/dispositions': { ids: [RESPONSE], disposition: 'valid', reason: 'seen' },
  'PATCH /api/responses/:id': { disposition: 'valid', reason: 'seen' },
  'PUT /api/surveys/:code/notices/:notice': { reason: 'seen' },
  'DELETE /api/surveys/:code/notices/:notice': {},
};
/** What may be done with an archived one besides reading it. */
const ALLOWED = [
  'DELETE /api/evaluations/:id',
  'POST /api/evaluations/:id/copy',
  'PATCH /api/evaluations/:id/people/:account',
  'DELETE /api/evaluations/:id/people/:account',
];

describe.each(ENGINES)('an archived evaluation (%s)', (engine) => {
  const t = withFieldwork(engine);
  let id: string;
  let code: string;
  const patch = (body: object) => said(t.admin('PATCH', `/api/evaluations/${id}`, body));

  beforeAll(async () => {
    id = randomUUID();
    await insertEvaluation(t.store.write, {
      id,
      department: '生态环境局',
      place: '朔州市',
      year: 2019,
      indicatorSystem: { id: SYSTEM.id, version: SYSTEM.version },
      feeds: {},
      example: false,
      createdAt: NOW.toISOString(),
    });
    const survey = aSurvey(id);
    await insertSurvey(t.store.write, survey);
    code = survey.code;
    const came = aResponse(code, { id: RESPONSE });
    await t.store.write.transaction().execute((trx) => storeBatch(trx, 0, [came]));
  });

  it('is none while a survey takes responses, and says which', async () => {
    const refused = await patch({ archived: true });
    expect(refused).toMatchObject({ status: 409, body: { code: 'evaluation-collecting' } });
    expect(refused.body.detail).toContain(code);
    await setSurveyState(t.store.write, code, 'closed');
    const over = aSurvey(id, { closesAt: new Date(NOW.getTime() + 5000).toISOString() });
    const ahead = aSurvey(id, { opensAt: new Date(NOW.getTime() + 5000).toISOString() });
    for (const each of [over, ahead]) await insertSurvey(t.store.write, each);
    expect((await patch({ archived: true })).body.detail).toContain(ahead.code);
    await setSurveyState(t.store.write, ahead.code, 'closed');
    expect((await patch({ archived: true })).body.detail).toContain(over.code);
    t.clock.now = new Date(NOW.getTime() + 5000);
    const archived = await patch({ archived: true });
    expect(archived).toMatchObject({
      status: 200,
      body: { archivedAt: t.clock.now.toISOString() },
    });
    t.clock.now = new Date(NOW.getTime() + 6000);
    expect((await patch({ archived: true })).body).toEqual(archived.body);
  });

  it('is changed by no route, whatever it would take', async () => {
    const ofOne = /^(?!GET|HEAD)\w+ \/api\/(?:evaluations\/:id|surveys\/:code|responses\/:id)\b/;
    const routes = [...declarationsOf(t.app)]
      .filter(([route, { access }]) => ofOne.test(route) && access !== 'public')
      .map(([route]) => route)
      .filter((route) => !ALLOWED.includes(route));
    expect(routes.length).toBeGreaterThanOrEqual(6);
    const before = (await said(t.admin('GET', `/api/evaluations/${id}`))).body;
    const { questionnaire } = aSurvey(id);
    for (const route of routes) {
      const body = WOULD_TAKE[route];
      expect([route, body !== undefined]).toEqual([route, true]);
      const [method = '', path = ''] = route.split(' ');
      const address = path
        .replace('/scoring/:code', '/scoring/A101')
        .replace('/:group', '/public')
        .replace('/responses/:id', `/responses/${RESPONSE}`)
        .replace(':group', 'public')
        .replace(':code', code)
        .replace(':id', id);
      const whole = body === SURVEY ? { ...body, questionnaire } : body;
      expect([route, await said(t.admin(method, address, whole))]).toMatchObject([
        route,
        { status: 409, body: { code: 'evaluation-archived' } },
      ]);
    }
    expect((await said(t.admin('GET', `/api/evaluations/${id}`))).body).toEqual(before);
  });

  it('can be read, and taken out again with a change at once', async () => {
    for (const path of ['', '/scoring', '/figures', '/audit'])
      expect((await t.admin('GET', `/api/evaluations/${id}${path}`)).status).toBe(200);
    expect((await patch({ archived: true, place: '大同市' })).body.code).toBe(
      'evaluation-archived',
    );
    t.clock.now = new Date(NOW.getTime() + 7000);
    const particulars = { evaluator: '某会计师事务所' };
    expect(await patch({ archived: false, particulars })).toMatchObject({
      status: 200,
      body: { archivedAt: null, particulars },
    });
    const { body } = await said(t.admin('GET', `/api/evaluations/${id}/audit`));
    expect(body.items[0]).toMatchObject({
      action: 'evaluation.change',
      detail: { archivedAt: null, particulars },
    });
  });

  it('is none where a survey is just being opened', async () => {
    const draft = aSurvey(id, { state: 'draft' });
    await insertSurvey(t.store.write, draft);
    const asked = await t.store.write.transaction().execute(async (trx) => {
      await setSurveyState(trx, draft.code, 'open');
      const answer = patch({ archived: true });
      await new Promise((resolve) => setTimeout(resolve, 200));
      return { answer };
    });
    expect((await asked.answer).body.code).toBe('evaluation-collecting');
  });
});
