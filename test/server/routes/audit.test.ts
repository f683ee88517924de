import { describe, expect, it } from 'vitest';
import { recordAudit } from '../../../server/store/audit.ts';
import { hashOfEvent, NO_EVENT } from '../../../server/store/audit-chain.ts';
import { said, withTestApp } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { startFieldwork } from '../../support/fieldwork.ts';
import { signedInAs } from '../../support/signed-in-as.ts';

const E1 = '5b2f2c8e-0000-4000-8000-0000000000e1';
const E2 = '5b2f2c8e-0000-4000-8000-0000000000e2';
/** 2026-03-05 in China is from 16:00 of the fourth to 16:00 of the fifth. */
const EVENTS = [
  ['2026-03-04T15:59:59.999Z', 'admin', 'survey.create', E1],
  ['2026-03-04T16:00:00.000Z', 'li', 'survey.open', E1],
  ['2026-03-05T10:00:00.000Z', 'admin', 'survey-plan.change', E1],
  ['2026-03-05T15:59:59.999Z', 'li', 'survey.close', E2],
  ['2026-03-05T16:00:00.000Z', 'server:clock', 'evaluation.answers-removed', E2],
  ['2026-03-03T00:00:00.000Z', 'token:1', 'scoring.override', null],
] as const;

describe.each(ENGINES)('the audit (%s)', (engine) => {
  const t = withTestApp(engine);
  const list = async (query = '') => {
    const { status, body } = await said(t.admin('GET', `/api/audit${query}`));
    expect([query, status]).toEqual([query, 200]);
    return body;
  };
  const seqs = async (query: string) =>
    (await list(query)).items.map(({ seq }: { seq: number }) => seq);

  it('has a head before there is any event', async () => {
    expect(await said(t.admin('GET', '/api/audit/head'))).toEqual({
      status: 200,
      body: { ...NO_EVENT, at: null },
    });
    expect(await list()).toEqual({ items: [], next: null });
  });

  it('shows every event with its place in the chain, the last recorded first', async () => {
    for (const [at, actor, action, evaluationId] of EVENTS)
      await recordAudit(t.store.write, {
        at,
        actor,
        action,
        evaluationId,
        subject: 'abc',
        detail: { left: undefined, 数: 1.5 },
      });
    const { items } = await list();
    expect(items.map(({ seq }: { seq: number }) => seq)).toEqual([6, 5, 4, 3, 2, 1]);
    expect(Object.keys(items[0]).sort()).toEqual(
      'action actor at detail evaluationId hash id previous seq subject'.split(' '),
    );
    // Anybody can take the hash again from what is shown.
    for (const [index, event] of items.entries()) {
      expect(event.hash).toBe(hashOfEvent(event));
      expect(event.previous).toBe((items[index + 1] ?? NO_EVENT).hash);
    }
    const { seq, hash, at } = items[0];
    expect((await said(t.admin('GET', '/api/audit/head'))).body).toEqual({ seq, hash, at });
  });

  it.each([
    ['?actor=li', [4, 2]],
    ['?actor=nobody', []],
    ['?action=survey', [4, 2, 1]],
    ['?action=survey.open', [2]],
    ['?action=survey.', []],
    ['?action=surve', []],
    [`?evaluation=${E2}`, [5, 4]],
    [`?evaluation=${E2.toUpperCase()}`, [5, 4]],
    ['?from=2026-03-05', [5, 4, 3, 2]],
    ['?to=2026-03-05', [6, 4, 3, 2, 1]],
    ['?from=2026-03-05&to=2026-03-05', [4, 3, 2]],
    ['?from=2026-03-05T15:59:59.999Z', [5, 4]],
    ['?to=2026-03-05T18:00:00%2B08:00', [6, 3, 2, 1]],
    ['?to=9999-12-31&from=0001-01-01', [6, 5, 4, 3, 2, 1]],
    [`?actor=li&action=survey&evaluation=${E1}&from=2026-03-05`, [2]],
  ])('is filtered by person, kind, evaluation and time: %s', async (query, expected) => {
    expect(await seqs(query)).toEqual(expected);
  });

  it('is paged by number, with the filters kept', async () => {
    const seen: number[] = [];
    let after = '';
    do {
      const page = await list(`?action=survey&limit=2${after}`);
      seen.push(...page.items.map(({ seq }: { seq: number }) => seq));
      after = page.next === null ? '' : `&after=${page.next}`;
    } while (after !== '');
    expect(seen).toEqual([4, 2, 1]);
  });

  it.each(['?from=yesterday', '?to=2026-02-30', '?from=2026-03-05T10:00', '?after=x', '?limit=0'])(
    'says what it cannot make out: %s',
    async (query) => {
      const { status, body } = await said(t.admin('GET', `/api/audit${query}`));
      expect([status, body.code]).toEqual([422, 'not-acceptable']);
    },
  );

  it('of an evaluation is a part of the chain, also in its numbers', async () => {
    const { body } = await said(t.admin('GET', `/api/evaluations/${E1}/audit`));
    expect(body.items.map(({ seq }: { seq: number }) => seq)).toEqual([3, 2, 1]);
    expect(body.items[0]).toEqual((await list(`?evaluation=${E1}`)).items[0]);
  });

  it('of everything is for admins; an evaluator names an evaluation of his, a viewer sees none', async () => {
    const { evaluationId } = await startFieldwork(t.store);
    const other = (await startFieldwork(t.store)).evaluationId;
    const answers = async (call: typeof t.admin) =>
      Promise.all(
        ['', '?actor=li', `?evaluation=${evaluationId}`, '/head'].map(
          async (query) => (await call('GET', `/api/audit${query}`)).status,
        ),
      );
    expect(await answers(t.admin)).toEqual([200, 200, 200, 200]);
    expect(await answers(await signedInAs(t, 'evaluator', [evaluationId]))).toEqual([
      403, 403, 200, 200,
    ]);
    expect(await answers(await signedInAs(t, 'evaluator', [other]))).toEqual([403, 403, 404, 200]);
    expect(await answers(await signedInAs(t, 'viewer', [evaluationId]))).toEqual([
      403, 403, 403, 403,
    ]);
    expect((await t.anyone('GET', '/api/audit')).status).toBe(401);
  });
});
