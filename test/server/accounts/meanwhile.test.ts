import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { holdEvaluation } from '../../../server/store/evaluations.ts';
import { removeRole, setRole } from '../../../server/store/memberships.ts';
import type { Db } from '../../../server/store/tables.ts';
import { said, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { NOW } from '../../support/fieldwork.ts';
import { invited } from '../../support/invited.ts';
import { account } from '../../support/signed-in-as.ts';

const TOKEN = { name: '年度报表', role: 'evaluator', expiresAt: '2026-04-01T00:00:00.000Z' };

/** What somebody was let in for, while what let him in was taken away. */
describe.each(ENGINES)('a change that waits (%s)', (engine) => {
  const t = withFieldwork(engine);
  let his: Awaited<ReturnType<typeof account>>;
  beforeEach(async () => {
    his = await account(t, 'evaluator', [t.evaluationId]);
  });

  /** Asks while somebody else holds the evaluation, who changes something before he lets it go. */
  async function meanwhile(ask: () => Promise<Response>, happens: (trx: Db) => Promise<unknown>) {
    const waiting = await t.store.write.transaction().execute(async (trx) => {
      await holdEvaluation(trx, t.evaluationId);
      const answer = ask();
      await sleep(150);
      await happens(trx);
      return { answer };
    });
    const { status, body } = await said(waiting.answer);
    return [status, body?.code];
  }
  const acts = () =>
    t.store.read
      .selectFrom('audit_events')
      .select('id')
      .where('actor', '=', his.username)
      .execute();

  const place = () => his.call('PATCH', `/api/evaluations/${t.evaluationId}`, { particulars: {} });
  const score = () =>
    his.call('PUT', `/api/evaluations/${t.evaluationId}/scoring/A101`, { note: '见附件' });
  const copy = () => his.call('POST', `/api/evaluations/${t.evaluationId}/copy`, {});
  const codes = () => his.call('POST', `/api/surveys/${t.code}/copy`, {});

  it.each([
    ['an evaluation', place, 'unknown-evaluation'],
    ['a score', score, 'unknown-evaluation'],
    ['a copy', copy, 'unknown-evaluation'],
    ['a survey', codes, 'unknown-survey'],
  ] as const)('of %s is not made once his role was taken away', async (_, ask, unknown) => {
    const answer = await meanwhile(ask, (trx) => removeRole(trx, t.evaluationId, his.id));
    expect(answer).toEqual([404, unknown]);
    expect(await acts()).toEqual([]);
  });

  it.each([
    ['an evaluation', place],
    ['a score', score],
    ['a survey', codes],
    ['a copy', copy],
  ] as const)('of %s is not made once his role is that of a viewer', async (_, ask) => {
    const answer = await meanwhile(ask, (trx) =>
      setRole(trx, {
        evaluationId: t.evaluationId,
        userId: his.id,
        role: 'viewer',
        since: NOW.toISOString(),
        grantedBy: 'admin',
      }),
    );
    expect(answer).toEqual([403, 'not-allowed']);
    expect(await acts()).toEqual([]);
  });

  it.each([
    ['an evaluation', place],
    ['a survey', codes],
  ] as const)(
    'of %s is not made once his account was disabled or his session ended',
    async (_, ask) => {
      const ended = (trx: Db) => trx.deleteFrom('sessions').where('user_id', '=', his.id).execute();
      const disabled = (trx: Db) =>
        trx.updateTable('users').set({ disabled_at: 'now' }).where('id', '=', his.id).execute();
      expect(await meanwhile(ask, disabled)).toEqual([401, 'not-signed-in']);
      await t.store.write.updateTable('users').set({ disabled_at: null }).execute();
      expect(await meanwhile(ask, ended)).toEqual([401, 'not-signed-in']);
      expect(await acts()).toEqual([]);
    },
  );

  it('of his own role by a link is not made either, and the link stays good', async () => {
    const { secret } = await invited(t, { evaluation: t.evaluationId, role: 'viewer' });
    const newcomer = await account(t, 'viewer', []);
    const ask = () => newcomer.call('POST', '/api/invitations/join', { secret });
    const disabled = (to: string | null) => (trx: Db) =>
      trx.updateTable('users').set({ disabled_at: to }).where('id', '=', newcomer.id).execute();
    expect(await meanwhile(ask, disabled('now'))).toEqual([401, 'not-signed-in']);
    await disabled(null)(t.store.write);
    expect((await ask()).status).toBe(200);
  });

  it('is not made by an admin who is none any more', async () => {
    const admin = await account(t, 'admin');
    const answer = await meanwhile(
      () => admin.call('POST', `/api/surveys/${t.code}/copy`, {}),
      (trx) => trx.updateTable('users').set({ admin: 0 }).where('id', '=', admin.id).execute(),
    );
    expect(answer).toEqual([403, 'not-allowed']);
  });

  it('is not made by a token that was revoked', async () => {
    const { body } = await said(his.call('POST', '/api/tokens', TOKEN));
    const authorization = `Bearer ${body.token}`;
    const ask = () => t.anyone('POST', `/api/surveys/${t.code}/copy`, {}, { authorization });
    const answer = await meanwhile(ask, (trx) =>
      trx.updateTable('tokens').set({ revoked_at: 'now' }).where('id', '=', body.id).execute(),
    );
    expect(answer).toEqual([401, 'not-signed-in']);
  });

  it('of no evaluation is not made either by a session that ended while its body came', async () => {
    let send = (_: Uint8Array) => {};
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        send = (bytes) => {
          controller.enqueue(bytes);
          controller.close();
        };
      },
    });
    const asked = t.app.request('/api/tokens', {
      method: 'POST',
      headers: { cookie: `manping=${his.secret}`, 'content-type': 'application/json' },
      body,
      duplex: 'half',
    } as RequestInit);
    await sleep(100);
    await t.store.write.deleteFrom('sessions').where('user_id', '=', his.id).execute();
    send(new TextEncoder().encode(JSON.stringify(TOKEN)));
    expect(await said(asked)).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
    const made = t.store.read.selectFrom('tokens').select('id').where('maker_id', '=', his.id);
    expect(await made.execute()).toEqual([]);
  });
});
