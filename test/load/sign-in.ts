import { hashPassword } from '../../server/accounts/passwords.ts';
import { hashSecret, newSecret } from '../../server/accounts/secrets.ts';
import { insertSession } from '../../server/store/sessions.ts';
import type { Store } from '../../server/store/store.ts';
import { insertUser } from '../../server/store/users.ts';

/** The cookie of somebody who may read results: an admin, who is made by this. */
export async function signIn(store: Store, username = 'bench'): Promise<string> {
  const secret = newSecret();
  await insertUser(store.write, {
    id: username,
    username,
    passwordHash: await hashPassword(secret),
    admin: true,
    createdAt: new Date().toISOString(),
  });
  await insertSession(store.write, {
    id: username,
    tokenHash: hashSecret(secret),
    userId: username,
    createdAt: new Date().toISOString(),
    expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
  });
  return `manping=${secret}`;
}
