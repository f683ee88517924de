import { describe, expect, it, vi } from 'vitest';
import { readFormSteps } from '../../../server/store/form-steps.ts';
import { readRevisionsOf } from '../../../server/store/revisions.ts';
import { createStepCounter } from '../../../server/store/step-counter.ts';
import { insertSurvey, type Survey, setSurveyState } from '../../../server/store/surveys.ts';
import { said, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { aSurvey } from '../../support/fieldwork.ts';

/** What a device brings that has answered before, and a browser that says where it is. */
const RICH = {
  cookie: 'manping-answered-x=mark; manping=session',
  'sec-fetch-site': 'same-origin',
  'user-agent': 'Phone of Li',
};

describe.each(ENGINES)('how far respondents get on %s', (engine) => {
  const t = withFieldwork(engine);
  const post = (path: string, headers?: Record<string, string>) =>
    t.anyone('POST', `/api/surveys/${path}`, undefined, headers);
  const counted = (code: string) => readFormSteps(t.store.read, code);
  const soon = (code: string, steps: object) =>
    vi.waitFor(async () => expect(await counted(code)).toEqual(steps));
  const survey = async (changed: Partial<Survey> = {}) => {
    const made = aSurvey(t.evaluationId, changed);
    await insertSurvey(t.store.write, made);
    return made.code;
  };

  it('is counted by step, and shown as begun against finished', async () => {
    const code = await survey();
    for (const step of ['opened', 'opened', 'opened', 'first-answer', 'first-answer', 'sent'])
      expect((await post(`${code}/steps/${step}`)).status).toBe(204);
    await soon(code, { opened: 3, 'first-answer': 2, sent: 1 });
    const { body } = await said(t.admin('GET', `/api/surveys/${code}/progress`));
    expect(body).toMatchObject({
      begun: 2,
      steps: [
        { step: 'opened', n: 3 },
        { step: 'first-answer', n: 2 },
        { step: 'sent', n: 1 },
      ],
    });
  });

  it('is of nobody: no cookie is set, and no line of the log holds more than the route', async () => {
    const code = await survey();
    const before = t.lines.length;
    const answer = await post(`${code}/steps/opened`, {
      ...RICH,
      'x-forwarded-for': '203.0.113.5',
    });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(await answer.text()).toBe('');
    const lines = t.lines.slice(before).join('\n');
    expect(lines).toContain('/api/surveys/:code/steps/:step');
    for (const told of [code, '203.0.113.5', 'Li', 'mark']) expect(lines).not.toContain(told);
    const rows = await t.store.read
      .selectFrom('step_counts')
      .selectAll()
      .where('survey_code', '=', code)
      .execute();
    for (const row of rows)
      expect(Object.keys(row).sort()).toEqual(['n', 'shard', 'step', 'survey_code']);
  });

  it.each([
    ['draft', { state: 'draft' }],
    ['closed', { state: 'closed' }],
    ['not yet open', { opensAt: '2026-03-02T00:00:00.000Z' }],
    ['over', { closesAt: '2026-03-01T07:00:00.000Z' }],
    ['imported', { provenance: 'imported' }],
  ] as const)('is not counted of a survey that is %s, and nobody is told', async (_, changed) => {
    const [code, open] = [await survey(changed), await survey()];
    expect((await post(`${code}/steps/opened`)).status).toBe(204);
    await post(`${open}/steps/opened`);
    await soon(open, { opened: 1, 'first-answer': 0, sent: 0 });
    expect(await counted(code)).toEqual({ opened: 0, 'first-answer': 0, sent: 0 });
  });

  it.each([
    ['nosuch/steps/opened', 404, 'unknown-survey'],
    [`@/steps/begun`, 404, 'not-found'],
  ])('knows no other address: %s', async (path, status, code) => {
    const { status: answered, body } = await said(post(path.replace('@', t.code)));
    expect([answered, body.code]).toEqual([status, code]);
  });

  it('is not counted from a page of another site', async () => {
    const { status, body } = await said(
      post(`${t.code}/steps/opened`, { 'sec-fetch-site': 'cross-site' }),
    );
    expect([status, body.code]).toEqual([403, 'foreign-origin']);
  });

  it('is told to whoever watches, after it was committed, and moves the evaluation’s revision', async () => {
    const code = await survey();
    const before = (await readRevisionsOf(t.store.read, [t.evaluationId])).get(t.evaluationId) ?? 0;
    const heard: number[] = [];
    const stop = t.store.changes.listen(async (topics) => {
      if (topics.has(`survey:${code}`)) heard.push((await counted(code)).opened);
    });
    await post(`${code}/steps/opened`);
    await vi.waitFor(() => expect(heard).toEqual([1]));
    stop();
    const after = (await readRevisionsOf(t.store.read, [t.evaluationId])).get(t.evaluationId) ?? 0;
    expect(after).toBeGreaterThan(before);
  });

  it('goes with its draft and with its evaluation', async () => {
    const code = await survey();
    await post(`${code}/steps/opened`);
    await soon(code, { opened: 1, 'first-answer': 0, sent: 0 });
    await setSurveyState(t.store.write, code, 'draft');
    expect((await t.admin('DELETE', `/api/surveys/${code}`)).status).toBe(200);
    expect(await counted(code)).toEqual({ opened: 0, 'first-answer': 0, sent: 0 });
  });

  describe('counted together', () => {
    it('waits to be written with others, and is written when the server stops', async () => {
      const code = await survey();
      const steps = createStepCounter(t.store, { waitMs: 60_000 });
      for (let n = 0; n < 5; n += 1) steps.count(code, 'opened');
      expect((await counted(code)).opened).toBe(0);
      await steps.drain();
      expect((await counted(code)).opened).toBe(5);
      steps.count(code, 'opened');
      await steps.drain();
      expect((await counted(code)).opened).toBe(5);
    });

    it('is left out of a survey that has closed meanwhile, or is gone, and counted of the others', async () => {
      const [closing, open] = [await survey(), await survey()];
      const steps = createStepCounter(t.store, { waitMs: 60_000 });
      for (const code of [closing, open, 'sgone']) steps.count(code, 'first-answer');
      await setSurveyState(t.store.write, closing, 'closed');
      await steps.drain();
      expect((await counted(closing))['first-answer']).toBe(0);
      expect((await counted(open))['first-answer']).toBe(1);
    });

    it('is tried again with the next where the database did not take it', async () => {
      const code = await survey();
      const failed = vi.fn();
      let down = true;
      const store = {
        ...t.store,
        get write() {
          if (down) throw new Error('down');
          return t.store.write;
        },
      };
      const steps = createStepCounter(store, { waitMs: 10, failed });
      steps.count(code, 'opened');
      await vi.waitFor(() => expect(failed).toHaveBeenCalled());
      down = false;
      steps.count(code, 'opened');
      await soon(code, { opened: 2, 'first-answer': 0, sent: 0 });
      await steps.drain();
    });
  });
});

describe.each(ENGINES.slice(0, 1))('a flood from one network', (engine) => {
  const t = withFieldwork(engine, { TRUST_PROXY: '1' });
  const from = (address: string) =>
    t.anyone('POST', `/api/surveys/${t.code}/steps/opened`, undefined, {
      'x-forwarded-for': address,
    });

  it('is answered as ever and counted no further, and nobody else suffers by it', async () => {
    for (let n = 0; n < 1900; n += 1) expect((await from('203.0.113.5')).status).toBe(204);
    expect((await from('198.51.100.7')).status).toBe(204);
    await vi.waitFor(async () =>
      expect((await readFormSteps(t.store.read, t.code)).opened).toBe(1801),
    );
    // Answers are counted by themselves: who looks often may still hand in.
    const { status } = await t.anyone(
      'PUT',
      `/api/surveys/${t.code}/responses/0d9f4c5e-6b0c-4f3f-8d1e-2a5b7c9d0e1f`,
      { answers: { age: 'young', air: 'satisfied' } },
      { 'x-forwarded-for': '203.0.113.5' },
    );
    expect(status).toBe(201);
  });
});
