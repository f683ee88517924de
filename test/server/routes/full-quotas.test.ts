import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readCounts } from '../../../server/store/counts.ts';
import { compareCounts } from '../../../server/store/rebuild-counts.ts';
import { findResponse } from '../../../server/store/responses.ts';
import { insertSurvey } from '../../../server/store/surveys.ts';
import type { Quota } from '../../../survey-definitions/survey.ts';
import { said, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { ANSWERS, aSurvey, QUESTIONNAIRE } from '../../support/fieldwork.ts';

const ENDING: Quota = { item: 'age', options: [{ id: 'young', n: 1 }], endsWhenFull: true };
const YOUNG = { ...ANSWERS, age: 'young' };
const FULL = {
  disposition: 'ineligible',
  reasons: [{ code: 'quota-full', item: 'age' }],
  flags: [],
};

describe.each(ENGINES)('a quota that ends the questionnaire (%s)', (engine) => {
  const t = withFieldwork(engine);
  async function survey(...quotas: Quota[]): Promise<string> {
    const made = aSurvey(t.evaluationId, { plan: { total: 100, quotas } });
    await insertSurvey(t.store.write, made);
    return made.code;
  }
  const send = async (code: string, body: object, id: string = randomUUID()) => ({
    ...(await said(t.anyone('PUT', `/api/surveys/${code}/responses/${id}`, body))),
    stored: await findResponse(t.store.read, id),
  });
  const valid = async (code: string) =>
    (await readCounts(t.store.read, code)).get('age')?.get('young') ?? 0;
  const fullIn = async (code: string) => {
    const { body } = await said(t.anyone('GET', `/api/surveys/${code}/form`));
    const { items } = body.questionnaire;
    const age = items.find(({ id }: { id: string }) => id === 'age');
    return age.options
      .filter(({ quotaFull }: { quotaFull: boolean }) => quotaFull)
      .map(({ id }: { id: string }) => id);
  };

  it('takes what comes after it is full as ineligible, with a receipt like any other', async () => {
    const code = await survey(ENDING);
    expect(await fullIn(code)).toEqual([]);
    const first = await send(code, { answers: YOUNG });
    expect(first.stored).toMatchObject({ disposition: 'valid' });
    expect(await fullIn(code)).toEqual(['young']);
    const second = await send(code, { answers: YOUNG });
    expect(second.status).toBe(201);
    expect(second.stored).toMatchObject({ ...FULL, answers: YOUNG });
    expect((await send(code, { answers: { ...ANSWERS, age: 'old' } })).stored).toMatchObject({
      disposition: 'valid',
    });
    expect(await valid(code)).toBe(1);
  });

  it('only points it out where it was not chosen to end anything', async () => {
    const code = await survey({ ...ENDING, endsWhenFull: false });
    await send(code, { answers: YOUNG });
    expect((await send(code, { answers: YOUNG })).stored).toMatchObject({ disposition: 'valid' });
    expect(await fullIn(code)).toEqual([]);
  });

  it.each([
    ['is full', [ENDING], 1],
    ['is not full any more', [{ ...ENDING, options: [{ id: 'young', n: 9 }] }], 1],
    ['is no more', [], 0],
  ])('takes what a page ended at it, where meanwhile it %s', async (_, quotas, before) => {
    const code = await survey(...quotas);
    for (let n = 0; n < before; n += 1) await send(code, { answers: YOUNG });
    const id = randomUUID();
    const body = { answers: { age: 'young' }, endedBy: 'age' };
    const first = await send(code, body, id);
    expect(first.status).toBe(201);
    expect(first.stored).toMatchObject({ ...FULL, answers: { age: 'young' } });
    // The same from a queue, with or without the claim, is the same content.
    expect((await send(code, body, id)).status).toBe(200);
    expect((await send(code, { answers: { age: 'young' } }, id)).status).toBe(200);
  });

  it.each([
    ['an item that was not answered', { endedBy: 'age', answers: {} }],
    ['no item', { endedBy: 'nothing', answers: { age: 'young' } }],
    ['an item that is no single choice', { endedBy: 'air', answers: { age: 'young' } }],
    ['nothing', { answers: { age: 'young' } }],
  ])('refuses what is blank where a page names %s', async (_, body) => {
    expect((await send(await survey(ENDING), body)).status).toBe(422);
  });

  it('ends the page that is posted without script, where it was full as the page was served', async () => {
    const code = await survey(ENDING);
    await send(code, { answers: YOUNG });
    const page = await (await t.anyone('GET', `/s/${code}`)).text();
    expect(page).toContain('name="_full" value="age.young"');
    expect(page).toContain('您这一类的答卷已收满');
    expect(await (await t.anyone('GET', `/s/${await survey()}`)).text()).not.toContain('收满');
  });

  it.each([
    [
      'an item that there is not',
      { item: 'nothing', options: [{ id: 'a', n: 1 }] },
      'unknown-item',
    ],
    ['an item of a scale', { item: 'air', options: [{ id: 'a', n: 1 }] }, 'not-single-choice'],
    ['several choices', { item: 'wishes', options: [{ id: 'clean', n: 1 }] }, 'not-single-choice'],
    [
      'an option that there is not',
      { item: 'age', options: [{ id: 'a', n: 1 }] },
      'unknown-option',
    ],
    [
      'an option twice',
      {
        item: 'age',
        options: [
          { id: 'old', n: 1 },
          { id: 'old', n: 2 },
        ],
      },
      'duplicate-id',
    ],
  ])('refuses quotas of %s', async (_, quota, code) => {
    const plan = { total: 100, quotas: [quota] };
    const { status, body } = await said(
      t.admin('PATCH', `/api/surveys/${await survey()}`, { plan, reason: '按年龄' }),
    );
    expect(status).toBe(422);
    expect(body.errors).toEqual([
      expect.objectContaining({ code, path: expect.stringMatching(/^\$\.plan\.quotas\[0\]/) }),
    ]);
  });

  it.each([
    [
      'do not make 1',
      [
        { id: 'young', share: '0.5' },
        { id: 'old', share: '0.4' },
      ],
      'shares-not-one',
    ],
    [
      'are below 0',
      [
        { id: 'young', share: '-0.5' },
        { id: 'old', share: '1.5' },
      ],
      'below-zero',
    ],
  ])('refuses known shares that %s', async (_, options, code) => {
    const plan = { total: 100, shares: [{ item: 'age', options }] };
    const { body } = await said(
      t.admin('PATCH', `/api/surveys/${await survey()}`, { plan, reason: '按年龄' }),
    );
    expect(body.errors).toMatchObject([{ code }]);
  });

  const begin = (plan: object) =>
    said(
      t.admin('POST', `/api/evaluations/${t.evaluationId}/surveys`, {
        questionnaire: { id: QUESTIONNAIRE.id, version: QUESTIONNAIRE.version },
        plan: { total: 100, ...plan },
        phase: 'formal',
        access: 'open',
      }),
    );

  it('is looked at when a survey is begun as when it is corrected, one of each item', async () => {
    const twice = await begin({ quotas: [ENDING, ENDING] });
    expect(twice.status).toBe(422);
    expect(twice.body.errors[0].path).toMatch(/^\$\.plan\.quotas\[1\]/);
    const strange = await begin({ quotas: [{ item: 'nothing', options: [{ id: 'a', n: 1 }] }] });
    expect(strange.body.errors).toMatchObject([{ code: 'unknown-item' }]);
    const { code } = (await begin({ quotas: [ENDING] })).body;
    const { body } = await said(t.admin('GET', `/api/surveys/${code}/progress`));
    expect(body.quotas).toMatchObject([
      {
        item: 'age',
        endsWhenFull: true,
        options: [{ id: 'young', wanted: 1, valid: 0, missing: 1 }],
      },
    ]);
  });

  it('leaves every count as the answers give it, and what is full in no base', async () => {
    const code = await survey(ENDING);
    for (let n = 0; n < 3; n += 1) await send(code, { answers: YOUNG });
    await send(code, { answers: { age: 'young' }, endedBy: 'age' });
    expect((await compareCounts(t.store.read, code)).differences).toEqual([]);
    const { body } = await said(t.admin('GET', `/api/surveys/${code}/progress`));
    expect(body).toMatchObject({ received: 4, valid: 1, ineligible: 3, invalid: 0, onHold: 0 });
    expect((await said(t.admin('GET', `/api/surveys/${code}/results`))).body.base).toBe(1);
  });
});
