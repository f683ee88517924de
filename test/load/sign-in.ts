import { hashPassword } from '../../server/accounts/passwords.ts';
import { hashSecret, newSecret } from '../../server/accounts/secrets.ts';
import { insertSession } from '../../server/store/sessions.ts';
import type { Store } from '../../server/store/store.ts';
import { insertFirstUser } from '../../server/store/users.ts';

/** The cookie of somebody who may read results. */
export async function signIn(store: Store): Promise<string> {
  const secret = newSecret();
  await insertFirstUser(store.write, {
    id: 'bench',
    username: 'bench',
    passwordHash: await hashPassword(secret),
    admin: true,
    createdAt: new Date().toISOString(),
  });
  await insertSession(store.write, {
    id: 'bench',
    tokenHash: hashSecret(secret),
    userId: 'bench',
    createdAt: new Date().toISOString(),
    expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
  });
  return `manping=${secret}`;
}
