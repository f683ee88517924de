import { describe, expect, it } from 'vitest';
import { said, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { QUESTIONNAIRE } from '../../support/fieldwork.ts';

const BASIS = {
  confidence: 95,
  margin: '5',
  share: 50,
  designEffect: '1.5',
  population: 1000,
  returnRate: '80',
};
const KEPT = { ...BASIS, needed: 366 };
const { share: _, ...NEITHER } = KEPT;

describe.each(ENGINES)('what a planned number was worked out from (%s)', (engine) => {
  const t = withFieldwork(engine);
  const begin = (sampleSize: unknown) =>
    said(
      t.admin('POST', `/api/evaluations/${t.evaluationId}/surveys`, {
        questionnaire: { id: QUESTIONNAIRE.id, version: QUESTIONNAIRE.version },
        plan: { total: 458, sampleSize },
        phase: 'formal',
        access: 'open',
      }),
    );
  const planOf = async (code: string) =>
    (await said(t.admin('GET', `/api/surveys/${code}`))).body.plan;

  it('stands in the plan just as it was given, in its versions and in copies', async () => {
    const { status, body } = await begin(KEPT);
    expect(status).toBe(201);
    expect(await planOf(body.code)).toEqual({ total: 458, sampleSize: KEPT });
    const copy = await said(t.admin('POST', `/api/surveys/${body.code}/copy`, {}));
    expect((await planOf(copy.body.code)).sampleSize).toEqual(KEPT);
    await t.admin('PATCH', `/api/surveys/${body.code}`, { plan: { total: 400 } });
    const versions = await said(t.admin('GET', `/api/surveys/${body.code}/plan-versions`));
    expect(versions.body.items.map(({ plan }: { plan: object }) => plan)).toEqual([
      { total: 458, sampleSize: KEPT },
      { total: 400 },
    ]);
  });

  it('goes with a survey into next year’s evaluation', async () => {
    const { body } = await begin(KEPT);
    const copied = await said(t.admin('POST', `/api/evaluations/${t.evaluationId}/copy`, {}));
    const { items } = (await said(t.admin('GET', '/api/evaluations?limit=200'))).body;
    const copy = items.find(({ id }: { id: string }) => id === copied.body.id);
    expect(body.code).toBeDefined();
    expect(copy.surveys.map(({ plan }: { plan: object }) => plan)).toContainEqual({
      total: 458,
      sampleSize: KEPT,
    });
  });

  it.each([
    ['another number than follows', { ...KEPT, needed: 385 }, '$.plan.sampleSize.needed'],
    ['no margin at all', { ...KEPT, margin: 0 }, '$.plan.sampleSize.margin'],
    [
      'more confidence than is reckoned with',
      { ...KEPT, confidence: '99.91' },
      '$.plan.sampleSize.confidence',
    ],
    ['a share nobody can have', { ...KEPT, share: 100 }, '$.plan.sampleSize.share'],
    ['a number that is none', { ...KEPT, designEffect: '1,5' }, '$.plan.sampleSize.designEffect'],
    ['a deviation as well', { ...KEPT, deviation: 20 }, '$.plan.sampleSize'],
    ['neither share nor deviation', NEITHER, '$.plan.sampleSize'],
    ['another key', { ...KEPT, power: 0.8 }, '$.plan.sampleSize.power'],
  ])('is refused with its place where it has %s', async (_, sampleSize, path) => {
    const { status, body } = await begin(sampleSize);
    expect(status).toBe(422);
    expect(body.errors.map((fault: { path: string }) => fault.path)).toEqual([path]);
  });
});
