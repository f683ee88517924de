import { randomUUID } from 'node:crypto';
import { hashSecret, newSecret } from '../../server/accounts/secrets.ts';
import { setRole } from '../../server/store/memberships.ts';
import { insertToken } from '../../server/store/tokens.ts';
import type { EvaluationRole } from '../../survey-definitions/role.ts';
import type { TestApp } from './app.ts';
import { account } from './signed-in-as.ts';

type Server = Pick<TestApp, 'app' | 'store' | 'clock'>;
/** The evaluation that is called for, and another one. */
export interface Where {
  here: string;
  there: string;
}
/** Makes somebody new, and says what he calls with. */
type Caller = (t: Server, where: Where) => Promise<Record<string, string>>;

const person =
  (role: Parameters<typeof account>[1], at: 'here' | 'there' = 'here'): Caller =>
  async (t, where) => ({
    cookie: `manping=${(await account(t, role, [where[at]])).secret}`,
  });

const begins: Caller = async (t) => {
  const { id, secret } = await account(t, 'nobody');
  await t.store.write
    .updateTable('users')
    .set({ begins_evaluations: 1 })
    .where('id', '=', id)
    .execute();
  return { cookie: `manping=${secret}` };
};

/** What is true of a token that is not so of one of an evaluator of both evaluations. */
interface Given {
  role?: string;
  maker?: EvaluationRole | 'admin';
  for?: 'here' | 'there';
  readOnly?: true;
  expired?: true;
  revoked?: true;
  /** What became of its maker. */
  but?: 'disabled' | 'without his role';
}
const token =
  (given: Given): Caller =>
  async ({ store, ...t }, where) => {
    const maker = await account({ store, ...t }, given.maker ?? 'evaluator', [where.here]);
    if (given.maker === undefined && given.but === undefined)
      await setRole(store.write, {
        evaluationId: where.there,
        userId: maker.id,
        role: 'evaluator',
        since: t.clock.now.toISOString(),
        grantedBy: 'test',
      });
    if (given.but === 'without his role')
      await store.write.deleteFrom('memberships').where('user_id', '=', maker.id).execute();
    if (given.but === 'disabled') await disable(store, maker.id);
    const [id, secret] = [randomUUID(), `manping_${newSecret()}`];
    const from = (days: number) =>
      new Date(t.clock.now.getTime() + days * 86_400_000).toISOString();
    await insertToken(store.write, {
      id,
      name: 'test',
      role: given.role ?? 'evaluator',
      evaluationId: given.for === undefined ? null : where[given.for],
      readOnly: given.readOnly === true,
      makerId: maker.id,
      createdBy: maker.username,
      createdAt: from(-2),
      expiresAt: from(given.expired ? 0 : 2),
      tokenHash: hashSecret(secret),
    });
    if (given.revoked)
      await store.write
        .updateTable('tokens')
        .set({ revoked_at: from(-1), revoked_by: 'admin' })
        .where('id', '=', id)
        .execute();
    return { authorization: `Bearer ${secret}` };
  };

const disable = (store: Server['store'], id: string) =>
  store.write
    .updateTable('users')
    .set({ disabled_at: '2026-02-01T00:00:00.000Z' })
    .where('id', '=', id)
    .execute();

/** An admin's session of which something is true that ends it. */
const ended =
  (end: (t: Server, user: string) => Promise<unknown>): Caller =>
  async (t) => {
    const { id, secret } = await account(t, 'admin');
    await end(t, id);
    return { cookie: `manping=${secret}` };
  };
const session = (store: Server['store'], user: string, set: Record<string, string>) =>
  store.write.updateTable('sessions').set(set).where('user_id', '=', user).execute();

/** Whoever is let in, by what heads his column. */
export const COLUMNS = {
  adm: { is: 'an admin', make: person('admin') },
  eva: { is: 'an evaluator of it', make: person('evaluator') },
  cle: { is: 'a clerk of it', make: person('clerk') },
  sco: { is: 'a scorer of it', make: person('scorer') },
  vie: { is: 'a viewer of it', make: person('viewer') },
  oth: { is: 'an evaluator of another', make: person('evaluator', 'there') },
  beg: { is: 'somebody who may begin evaluations', make: begins },
  non: { is: 'somebody without any role', make: person('nobody') },
  'a-t': { is: 'an evaluator’s token, made by an admin', make: token({ maker: 'admin' }) },
  'e-t': { is: 'an evaluator’s token for all', make: token({}) },
  'h-t': { is: 'an evaluator’s token for this one', make: token({ for: 'here' }) },
  'o-t': { is: 'an evaluator’s token for another', make: token({ for: 'there' }) },
  's-t': { is: 'a scorer’s token', make: token({ role: 'scorer' }) },
  'v-t': { is: 'a viewer’s token', make: token({ role: 'viewer' }) },
  'r-t': { is: 'a reader’s token', make: token({ role: 'reader' }) },
  old: { is: 'an evaluator’s token from before', make: token({ readOnly: true }) },
  'c-t': { is: 'an evaluator’s token, made by a clerk', make: token({ maker: 'clerk' }) },
  gon: {
    is: 'a token whose maker lost his role',
    make: token({ but: 'without his role' }),
  },
  unk: { is: 'a token of a role that nobody knows', make: token({ role: 'owner' }) },
} satisfies Record<string, { is: string; make: Caller }>;
export type Column = keyof typeof COLUMNS;

/** Whoever is nobody, and is asked who he is wherever that is asked. */
export const NOBODY: Record<string, Caller> = {
  'without anything': async () => ({}),
  'a session that is none': async () => ({ cookie: `manping=${newSecret()}` }),
  'a session of a disabled account': ended(({ store }, id) => disable(store, id)),
  'a session that is too old': ended(({ store, clock }, id) =>
    session(store, id, { expires_at: clock.now.toISOString() }),
  ),
  'a session that has idled for half an hour': ended(({ store, clock }, id) =>
    session(store, id, { last_seen_at: new Date(clock.now.getTime() - 1_800_000).toISOString() }),
  ),
  'a session that was ended': ended(({ store }, id) =>
    store.write.deleteFrom('sessions').where('user_id', '=', id).execute(),
  ),
  'a token that is none': async () => ({ authorization: `Bearer manping_${newSecret()}` }),
  'a token that has expired': token({ expired: true }),
  'a token that was revoked': token({ revoked: true }),
  'a token whose maker is disabled': token({ but: 'disabled' }),
  'a token of no kind, beside an admin’s session': async (t, where) => ({
    ...(await person('admin')(t, where)),
    authorization: 'Basic YWRtaW46YWRtaW4=',
  }),
};
