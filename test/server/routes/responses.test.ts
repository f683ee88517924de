import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readCounts } from '../../../server/store/counts.ts';
import { findResponse } from '../../../server/store/responses.ts';
import { insertSurvey, setSurveyState } from '../../../server/store/surveys.ts';
import { said, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { ANSWERS, aSurvey, NOW } from '../../support/fieldwork.ts';

describe.each(ENGINES)('a response handed in (%s)', (engine) => {
  const t = withFieldwork(engine);

  /** An open survey of its own, so that tests do not see each other's counts. */
  async function survey(changed: Parameters<typeof aSurvey>[1] = {}): Promise<string> {
    const made = aSurvey(t.evaluationId, changed);
    await insertSurvey(t.store.write, made);
    return made.code;
  }
  const put = (code: string, id: string, body: unknown, headers?: Record<string, string>) =>
    said(t.anyone('PUT', `/api/surveys/${code}/responses/${id}`, body, headers));
  const count = async (code: string) =>
    (await readCounts(t.store.read, code)).get('')?.get('') ?? 0;

  it('is stored with its answers as they were given, and acknowledged with a receipt', async () => {
    const code = await survey();
    const id = randomUUID();
    const startedAt = new Date(NOW.getTime() - 90_000).toISOString();
    const answer = await put(code, id, { answers: ANSWERS, startedAt });
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      id,
      receipt: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/),
    });
    expect(await findResponse(t.store.read, id)).toMatchObject({
      surveyCode: code,
      channel: 'online',
      answers: ANSWERS,
      startedAt,
      receivedAt: NOW.toISOString(),
      disposition: 'valid',
      reasons: [],
      flags: [],
    });
    expect(await count(code)).toBe(1);
  });

  it('again with the same content is accepted and counted once, whatever the order of its items', async () => {
    const code = await survey();
    const id = randomUUID();
    const first = await put(code, id, { answers: ANSWERS });
    const turned = Object.fromEntries(Object.entries(ANSWERS).reverse());
    const again = await put(code, id.toUpperCase(), { answers: turned, accessCode: 'anything' });
    expect(again).toEqual({ status: 200, body: first.body });
    expect(await count(code)).toBe(1);
  });

  it('many times at once is new exactly once', async () => {
    const code = await survey();
    const id = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => put(code, id, { answers: ANSWERS })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(19).fill(200), 201]);
    expect(await count(code)).toBe(1);
  });

  it('under an id that holds something else is refused', async () => {
    const code = await survey();
    const other = await survey();
    const id = randomUUID();
    await put(code, id, { answers: ANSWERS });
    for (const [where, answers] of [
      [code, { ...ANSWERS, air: 'dissatisfied' }],
      [other, ANSWERS],
    ] as const) {
      const answer = await put(where, id, { answers });
      expect(answer).toMatchObject({ status: 409, body: { code: 'response-exists' } });
    }
    expect((await findResponse(t.store.read, id))?.answers).toEqual(ANSWERS);
    expect(await count(other)).toBe(0);
  });

  it('is still heard again after the survey has closed, and then nothing new is', async () => {
    const code = await survey();
    const id = randomUUID();
    await put(code, id, { answers: ANSWERS });
    await setSurveyState(t.store.write, code, 'closed');
    expect((await put(code, id, { answers: ANSWERS })).status).toBe(200);
    expect((await put(code, id, { answers: { ...ANSWERS, age: 'old' } })).status).toBe(409);
    const late = await put(code, randomUUID(), { answers: ANSWERS });
    expect(late).toMatchObject({ status: 403, body: { code: 'survey-not-open', state: 'closed' } });
    expect(await count(code)).toBe(1);
  });

  it.each([
    ['draft', { state: 'draft' }],
    ['closed', { state: 'closed' }],
    ['not-yet', { opensAt: '2026-03-01T08:00:00.001Z' }],
    ['closed', { closesAt: '2026-03-01T08:00:00.000Z' }],
  ] as const)('to a survey that is not open is refused: %s, %j', async (state, changed) => {
    const code = await survey(changed);
    const answer = await put(code, randomUUID(), { answers: ANSWERS });
    expect(answer).toMatchObject({ status: 403, body: { code: 'survey-not-open', state } });
    expect(await count(code)).toBe(0);
  });

  it('to a survey within its hours is taken', async () => {
    const code = await survey({
      opensAt: '2026-03-01T08:00:00.000Z',
      closesAt: '2026-03-01T08:00:00.001Z',
    });
    expect((await put(code, randomUUID(), { answers: ANSWERS })).status).toBe(201);
  });

  it.each(['nowhere', 'a%00b', '%F0%9F%91%8D', '..%2fx', 'x'.repeat(300)])(
    'to a survey that is not there, %s, is refused',
    async (code) => {
      const answer = await put(code, randomUUID(), { answers: ANSWERS });
      expect(answer).toMatchObject({ status: 404, body: { code: 'unknown-survey' } });
    },
  );

  it.each([
    ['a required item left out', { air: 'satisfied' }, 'age', 'required'],
    ['a required item left blank', { age: ' ', air: 'satisfied' }, 'age', 'required'],
    ['an unknown item', { ...ANSWERS, mood: 'good' }, 'mood', 'unknown-item'],
    [
      'an item named like what every object has',
      { ...ANSWERS, constructor: 'x' },
      'constructor',
      'unknown-item',
    ],
    ['an unknown option', { ...ANSWERS, air: 'superb' }, 'air', 'unknown-option'],
    ['two marks on one item', { ...ANSWERS, air: ['satisfied', 'neutral'] }, 'air', 'wrong-type'],
    ['a number', { ...ANSWERS, air: 5 }, 'air', 'wrong-type'],
    ['a number beyond all bounds', { ...ANSWERS, air: 1e308 }, 'air', 'wrong-type'],
    ['null', { ...ANSWERS, air: null }, 'air', 'wrong-type'],
    ['an object', { ...ANSWERS, air: { id: 'satisfied' } }, 'air', 'wrong-type'],
    ['an option twice', { ...ANSWERS, wishes: ['clean', 'clean'] }, 'wishes', 'duplicate-option'],
    [
      'a text that is too long',
      { ...ANSWERS, age: 'old', say: '长'.repeat(501) },
      'say',
      'too-long',
    ],
  ])('with %s is refused, names the item and stores nothing', async (_, answers, item, fault) => {
    const code = await survey();
    const id = randomUUID();
    const answer = await put(code, id, { answers });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toContainEqual({ item, code: fault, message: expect.any(String) });
    expect(await findResponse(t.store.read, id)).toBeUndefined();
    expect(await count(code)).toBe(0);
  });

  it.each([
    ['no answers', {}],
    ['answers that are a list', { answers: [] }],
    ['a key that is not known', { answers: ANSWERS, serial: '7' }],
    ['a time that is none', { answers: ANSWERS, startedAt: 'yesterday' }],
    ['a list for a body', []],
    ['null for a body', 'null'],
  ])('whose body has %s is refused with the place of the fault', async (_, body) => {
    const code = await survey();
    const answer = await put(code, randomUUID(), body);
    expect(answer).toMatchObject({ status: 422, body: { code: 'response-not-acceptable' } });
    expect(answer.body.errors[0]).toMatchObject({ item: '', path: expect.stringMatching(/^\$/) });
    expect(await count(code)).toBe(0);
  });

  it('whose time is none is told what a time looks like, in the language of whoever asks', async () => {
    const code = await survey();
    const body = { answers: ANSWERS, startedAt: 'yesterday' };
    const zh = await put(code, randomUUID(), body);
    const en = await put(code, randomUUID(), body, { 'accept-language': 'en' });
    expect(zh.body.errors[0].message).toBe('应为时间（如 2026-11-21T14:05:00Z）');
    expect(en.body.errors[0].message).toBe('must be a time such as 2026-11-21T14:05:00Z');
  });

  it('whose id is no UUID is refused', async () => {
    const code = await survey();
    const answer = await put(code, '12345', { answers: ANSWERS });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ code: 'invalid-id' }] } });
  });

  it('that would be refused, under an id that is stored, learns of that first', async () => {
    const code = await survey();
    const id = randomUUID();
    await put(code, id, { answers: ANSWERS });
    const answer = await put(code, id, { answers: { air: 'superb' } });
    expect(answer).toMatchObject({ status: 409, body: { code: 'response-exists' } });
  });

  it('keeps the time it was started at, and takes its length only where clocks make sense', async () => {
    const code = await survey();
    for (const startedAt of ['2036-01-01T00:00:00Z', '1970-01-01T00:00:00+08:00']) {
      const id = randomUUID();
      expect((await put(code, id, { answers: ANSWERS, startedAt })).status).toBe(201);
      const inUtc = new Date(startedAt).toISOString();
      expect(await findResponse(t.store.read, id)).toMatchObject({ startedAt: inUtc, flags: [] });
    }
  });

  it('to a survey that was deleted while it was being written is told so', async () => {
    const made = aSurvey(t.evaluationId);
    await insertSurvey(t.store.write, made);
    const original = t.deps.writer.write;
    t.deps.writer.write = async (response) => {
      await t.store.write.deleteFrom('surveys').where('code', '=', made.code).execute();
      return original(response);
    };
    try {
      const answer = await put(made.code, randomUUID(), { answers: ANSWERS });
      expect(answer).toMatchObject({ status: 404, body: { code: 'unknown-survey' } });
    } finally {
      t.deps.writer.write = original;
    }
  });

  it('is refused in the language of whoever asks', async () => {
    const code = await survey();
    const answers = { air: 'satisfied' };
    const zh = await put(code, randomUUID(), { answers });
    const en = await put(code, randomUUID(), { answers }, { 'accept-language': 'fr, en-GB;q=0.8' });
    expect(zh.body).toMatchObject({ title: '答卷有误', errors: [{ message: '这道题还没有作答' }] });
    expect(en.body).toMatchObject({
      title: 'The response has errors',
      errors: [{ message: 'This question has not been answered' }],
    });
  });

  it('never leaves its answers, its id or its address in the log', async () => {
    const code = await survey();
    const id = randomUUID();
    t.lines.length = 0;
    await put(code, id, { answers: { ...ANSWERS, age: 'old', say: '秘密的意见' } });
    await put(`${code}?from=秘密`, randomUUID(), { answers: { say: '秘密的意见' } });
    const log = t.lines.join('');
    expect(log).toContain('/api/surveys/:code/responses/:id');
    for (const secret of ['秘密', id, code, 'very-satisfied', '%E7'])
      expect(log).not.toContain(secret);
  });
});
