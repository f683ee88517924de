import { randomUUID } from 'node:crypto';
import { hashSecret, newSecret } from '../../server/accounts/secrets.ts';
import { setRole } from '../../server/store/memberships.ts';
import { insertSession } from '../../server/store/sessions.ts';
import { insertUser } from '../../server/store/users.ts';
import type { EvaluationRole } from '../../survey-definitions/role.ts';
import type { Call, TestApp } from './app.ts';
import { cheapHash, PASSWORD } from './cheap-password.ts';

const HASH = cheapHash(PASSWORD);

/**
 * Calls as another account, signed in by cookie: an admin, or of this role in the evaluations named (without any: in all
 * there are), or one that has no role anywhere.
 */
export async function signedInAs(
  t: Pick<TestApp, 'app' | 'store' | 'clock'>,
  role: EvaluationRole | 'admin' | 'nobody',
  evaluations?: readonly string[],
): Promise<Call> {
  return (await account(t, role, evaluations)).call;
}

/** The same with its name, its id and what its cookie holds. */
export async function account(
  { app, store, clock }: Pick<TestApp, 'app' | 'store' | 'clock'>,
  role: EvaluationRole | 'admin' | 'nobody',
  evaluations?: readonly string[],
): Promise<{ call: Call; id: string; username: string; secret: string }> {
  const [id, secret, now] = [randomUUID(), newSecret(), clock.now];
  const at = now.toISOString();
  const username = `${role}-${id}`;
  await insertUser(store.write, {
    id,
    username,
    passwordHash: HASH,
    admin: role === 'admin',
    createdAt: at,
  });
  const all = await store.read.selectFrom('evaluations').select('id').execute();
  if (role !== 'admin' && role !== 'nobody') {
    for (const evaluationId of evaluations ?? all.map((each) => each.id))
      await setRole(store.write, { evaluationId, userId: id, role, since: at, grantedBy: 'test' });
  }
  await insertSession(store.write, {
    id: randomUUID(),
    tokenHash: hashSecret(secret),
    userId: id,
    createdAt: at,
    expiresAt: new Date(now.getTime() + 3_600_000).toISOString(),
  });
  const call: Call = async (method, path, body, headers = {}) =>
    app.request(path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        cookie: `manping=${secret}`,
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return { call, id, username, secret };
}
