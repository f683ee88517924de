import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { listAudit, recordAudit } from '../../../server/store/audit.ts';
import {
  deleteExpiredSessions,
  deleteSession,
  findSession,
  insertSession,
} from '../../../server/store/sessions.ts';
import { findToken, insertToken } from '../../../server/store/tokens.ts';
import { findUser, insertFirstUser } from '../../../server/store/users.ts';
import { ENGINES } from '../../support/engines.ts';
import { NOW } from '../../support/fieldwork.ts';
import { withTestStore } from '../../support/store.ts';

const LONG_AGO = new Date(0);
const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const aUser = (username = 'admin') => ({
  id: randomUUID(),
  username,
  passwordHash: 'scrypt$…',
  admin: true,
  createdAt: NOW.toISOString(),
});

describe.each(ENGINES)('people on %s', (engine) => {
  const store = withTestStore(engine);

  it('the first account is made once, also by servers that start together', async () => {
    const tries = Array.from({ length: 5 }, () => aUser());
    const made = await Promise.all(tries.map((user) => insertFirstUser(store.write, user)));
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(await findUser(store.read, 'admin')).toMatchObject(tries[made.indexOf(true)] ?? {});
    expect(await insertFirstUser(store.write, aUser('other'))).toBe(false);
    expect(await findUser(store.read, 'other')).toBeUndefined();
  });

  it('a session is its user until it expires or ends', async () => {
    const user = await findUser(store.read, 'admin');
    const session = {
      id: randomUUID(),
      tokenHash: 'hash',
      userId: user?.id ?? '',
      createdAt: NOW.toISOString(),
      expiresAt: later(8).toISOString(),
    };
    await insertSession(store.write, session);
    expect(await findSession(store.read, 'hash', later(7), LONG_AGO)).toEqual({
      id: session.id,
      userId: user?.id,
      username: 'admin',
      admin: 1,
      evaluator: 0,
      secondFactor: 0,
      secondFactorPolicy: null,
      createdAt: session.createdAt,
      lastSeenAt: session.createdAt,
      expiresAt: session.expiresAt,
    });
    expect(await findSession(store.read, 'hash', later(8), LONG_AGO)).toBeUndefined();
    expect(await findSession(store.read, 'other', NOW, LONG_AGO)).toBeUndefined();
    await deleteSession(store.write, 'hash');
    expect(await findSession(store.read, 'hash', NOW, LONG_AGO)).toBeUndefined();
  });

  it('expired sessions are swept away, running ones stay', async () => {
    const userId = (await findUser(store.read, 'admin'))?.id ?? '';
    for (const hours of [1, 2])
      await insertSession(store.write, {
        id: randomUUID(),
        tokenHash: `for ${hours}`,
        userId,
        createdAt: NOW.toISOString(),
        expiresAt: later(hours).toISOString(),
      });
    await deleteExpiredSessions(store.write, later(1), LONG_AGO);
    expect(await findSession(store.read, 'for 1', NOW, LONG_AGO)).toBeUndefined();
    expect(await findSession(store.read, 'for 2', NOW, LONG_AGO)).toBeDefined();
  });

  it('a token is good until it expires', async () => {
    const token = {
      id: randomUUID(),
      name: 'dashboard',
      role: 'viewer',
      evaluationId: null,
      readOnly: false,
      makerId: (await findUser(store.read, 'admin'))?.id ?? '',
      createdBy: 'admin',
      createdAt: NOW.toISOString(),
      expiresAt: later(1).toISOString(),
    };
    await insertToken(store.write, { ...token, tokenHash: 'token hash' });
    expect(await findToken(store.read, 'token hash', NOW)).toMatchObject({
      id: token.id,
      role: 'viewer',
      username: 'admin',
      lastUsedAt: null,
    });
    expect(await findToken(store.read, 'token hash', later(1))).toBeUndefined();
    expect(await findToken(store.read, 'token', NOW)).toBeUndefined();
  });

  it('the audit shows who did what to an evaluation, newest first, each once', async () => {
    const events = Array.from({ length: 7 }, (_, n) => ({
      at: later(n % 3).toISOString(),
      actor: 'admin',
      action: 'scoring.override',
      evaluationId: n === 6 ? null : 'e1',
      subject: `A10${n}`,
      detail: { score: `${n}`, from: null },
    }));
    for (const event of events) await recordAudit(store.write, event);
    const first = await listAudit(store.read, { evaluationId: 'e1' }, { limit: 4 });
    const rest = await listAudit(
      store.read,
      { evaluationId: 'e1' },
      { limit: 4, after: first.next ?? '' },
    );
    expect(rest.next).toBeNull();
    const seen = [...first.items, ...rest.items];
    // In the order in which they were recorded, whatever the servers' clocks say.
    expect(seen.map(({ seq }) => seq)).toEqual([6, 5, 4, 3, 2, 1]);
    expect(seen).toMatchObject(events.slice(0, 6).reverse());
    expect((await listAudit(store.read, { evaluationId: 'e2' }, { limit: 4 })).items).toEqual([]);
  });
});
