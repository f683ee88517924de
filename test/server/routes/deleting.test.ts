import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { insertEvaluation } from '../../../server/store/evaluations.ts';
import { addPlanVersion } from '../../../server/store/plan-versions.ts';
import { writePoints } from '../../../server/store/points.ts';
import { storeBatch } from '../../../server/store/response-batch.ts';
import { insertSurvey } from '../../../server/store/surveys.ts';
import type { Tables } from '../../../server/store/tables.ts';
import { said, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { aResponse, aSurvey, NOW, SYSTEM } from '../../support/fieldwork.ts';
import { insertEmptyFrozen } from '../../support/frozen.ts';
import { signedInAs } from '../../support/signed-in-as.ts';

const OF_SURVEY: (keyof Tables)[] = [
  'responses',
  'answer_counts',
  'day_counts',
  'access_codes',
  'points',
  'handed_out',
  'plan_versions',
];

describe.each(ENGINES)('deleting an evaluation whole (%s)', (engine) => {
  const t = withFieldwork(engine);
  let id: string;
  let code: string;
  const at = () => `/api/evaluations/${id}`;
  const remove = (body?: object, call = t.admin) => said(call('DELETE', at(), body));
  const rows = async (table: keyof Tables) => {
    const { length } = await t.store.read
      .selectFrom(table as 'points')
      .select('survey_code')
      .where('survey_code', '=', code)
      .execute();
    return length;
  };
  const audit = async () => (await said(t.admin('GET', `${at()}/audit`))).body.items;

  /** One with everything that an evaluation may hold. */
  beforeEach(async () => {
    id = randomUUID();
    const { write, shard } = t.store;
    await insertEvaluation(write, {
      id,
      department: '市水务局（本级）',
      place: '朔州市',
      year: 2019,
      indicatorSystem: { id: SYSTEM.id, version: SYSTEM.version },
      feeds: {},
      example: false,
      createdAt: NOW.toISOString(),
    });
    const survey = aSurvey(id, { access: 'code' });
    ({ code } = survey);
    await insertSurvey(write, survey);
    const points = [{ id: 'hall', name: '政务大厅', closedAt: null }];
    const { plan } = survey;
    const at = NOW.toISOString();
    await write.transaction().execute(async (trx) => {
      await writePoints(trx, survey, points);
      await addPlanVersion(trx, code, {
        plan,
        points: [{ id: 'hall', name: '政务大厅', closed: false }],
        reason: null,
        author: 'admin',
        at,
      });
      await storeBatch(trx, shard, [aResponse(code), aResponse(code, { point: 'hall' })]);
      await trx
        .insertInto('handed_out')
        .values({ survey_code: code, channel: 'paper', point: '', n: 3, at, author: 'admin' })
        .execute();
      await trx
        .insertInto('base_data')
        .values({
          evaluation_id: id,
          cells: '[{"code":"a","name":"a","values":{}},{"code":"b","name":"b","values":{}}]',
          checks: '[]',
          updated_at: at,
          updated_by: 'admin',
        })
        .execute();
    });
    await t.admin('POST', `/api/surveys/${code}/access-codes`, { count: 3 });
    await t.admin('PUT', `/api/evaluations/${id}/scoring/A101`, { note: 'seen' });
    await insertEmptyFrozen(t.store, id);
  });
  const GONE = {
    surveys: 1,
    responses: 2,
    accessCodes: 3,
    points: 1,
    planVersions: 1,
    scores: 1,
    cells: 2,
    frozenFigures: 1,
  };

  it.each([
    ['nothing at all', undefined, 'missing'],
    ['no name', {}, 'missing'],
    ['a blank name', { department: ' \u200b' }, 'missing'],
    ['another name', { department: '市水务局' }, 'other-department'],
  ])('asks for the name of its department: with %s it stands', async (_, body, fault) => {
    const answer = await remove(body);
    expect(answer).toMatchObject({
      status: 422,
      body: { errors: [{ path: '$.department', code: fault }] },
    });
    expect(answer.body.errors[0].message).toContain('市水务局（本级）');
    expect((await t.admin('GET', at())).status).toBe(200);
  });

  it('takes everything, says how much, and the audit knows what it was', async () => {
    for (const table of OF_SURVEY) expect([table, await rows(table)]).not.toEqual([table, 0]);
    t.clock.now = new Date(t.clock.now.getTime() + 1000);
    // As another input method has it.
    expect(await remove({ department: ' 市水务局(本级)' })).toEqual({ status: 200, body: GONE });
    for (const table of OF_SURVEY) expect([table, await rows(table)]).toEqual([table, 0]);
    expect((await t.admin('GET', at())).status).toBe(404);
    expect((await t.anyone('GET', `/s/${code}`)).status).toBe(404);
    expect((await audit())[0]).toMatchObject({
      action: 'evaluation.delete',
      detail: { ...GONE, department: '市水务局（本级）', place: '朔州市', year: 2019 },
    });
    expect((await remove({ department: '市水务局（本级）' })).status).toBe(404);
  });

  it('takes one that is archived', async () => {
    await t.admin('POST', `/api/surveys/${code}/close`);
    await t.admin('PATCH', at(), { archived: true });
    expect((await remove({ department: '市水务局（本级）' })).status).toBe(200);
  });

  it.each(['evaluator', 'viewer'] as const)('is not for a %s', async (role) => {
    const call = await signedInAs(t, role);
    expect(await remove({ department: '市水务局（本级）' }, call)).toMatchObject({
      status: 403,
      body: { code: 'not-allowed' },
    });
  });

  it('lets an evaluator take the example away, by one call', async () => {
    await t.store.write
      .updateTable('evaluations')
      .set({ example: 1 })
      .where('id', '=', id)
      .execute();
    expect((await remove(undefined, await signedInAs(t, 'viewer'))).status).toBe(403);
    expect((await remove(undefined, await signedInAs(t, 'evaluator'))).status).toBe(200);
  });

  it('takes the answers of a large one part by part, and comes to the same', async () => {
    const many = Array.from({ length: 2500 }, () => aResponse(code));
    await t.store.write.transaction().execute((trx) => storeBatch(trx, t.store.shard, many));
    expect(await remove({ department: '市水务局（本级）' })).toEqual({
      status: 200,
      body: { ...GONE, responses: 2502 },
    });
    for (const table of OF_SURVEY) expect([table, await rows(table)]).toEqual([table, 0]);
    const actions = (await audit()).map(({ action }: { action: string }) => action);
    expect(actions).toEqual(
      expect.arrayContaining(['evaluation.delete', 'evaluation.delete-begin']),
    );
  });
});
