import { randomUUID } from 'node:crypto';
import type { Role } from '../../server/accounts/permissions.ts';
import { hashSecret, newSecret } from '../../server/accounts/secrets.ts';
import { insertSession } from '../../server/store/sessions.ts';
import type { Call, TestApp } from './app.ts';

/** Calls as another account of this role, signed in by cookie. */
export async function signedInAs(
  { app, store, clock }: Pick<TestApp, 'app' | 'store' | 'clock'>,
  role: Role,
): Promise<Call> {
  const [id, secret, now] = [randomUUID(), newSecret(), clock.now];
  const at = now.toISOString();
  const user = { id, username: `${role}-${id}`, password_hash: 'none', role, created_at: at };
  await store.write.insertInto('users').values(user).execute();
  await insertSession(store.write, {
    tokenHash: hashSecret(secret),
    userId: id,
    createdAt: at,
    expiresAt: new Date(now.getTime() + 3_600_000).toISOString(),
  });
  return async (method, path, body, headers = {}) =>
    app.request(path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        cookie: `manping=${secret}`,
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
}
