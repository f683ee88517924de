import { randomUUID } from 'node:crypto';
import { setRole } from '../../server/store/memberships.ts';
import { insertUser } from '../../server/store/users.ts';
import type { Call, TestApp } from './app.ts';
import { cheapHash, PASSWORD } from './cheap-password.ts';

type Served = Pick<TestApp, 'store' | 'clock' | 'anyone'>;

/** An account that signs in by PASSWORD; evaluator of the evaluation, where one is named. */
export async function anAccount(
  { store, clock }: Served,
  {
    username = `li-${randomUUID()}`,
    admin = false,
    evaluationId = undefined as string | undefined,
  } = {},
): Promise<{ id: string; username: string }> {
  const id = randomUUID();
  const at = clock.now.toISOString();
  const user = { id, username, passwordHash: cheapHash(PASSWORD), admin };
  await insertUser(store.write, { ...user, createdAt: at });
  if (evaluationId !== undefined) {
    await setRole(store.write, {
      evaluationId,
      userId: id,
      role: 'evaluator',
      since: at,
      grantedBy: 'test',
    });
  }
  return { id, username };
}

export const trySignIn = ({ anyone }: Pick<TestApp, 'anyone'>, body: object): Promise<Response> =>
  anyone('POST', '/api/session', body);

/** Calls by the cookies of a sign-in, the one that makes the device known among them. */
export function callsBy({ anyone }: Pick<TestApp, 'anyone'>, signedIn: Response): Call {
  if (signedIn.status !== 204) throw new Error(`not signed in: ${signedIn.status}`);
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  return (method, path, body, headers = {}) => anyone(method, path, body, { cookie, ...headers });
}

export async function signedIn(
  t: Pick<TestApp, 'anyone'>,
  { username, code, password = PASSWORD }: { username: string; code?: string; password?: string },
): Promise<Call> {
  return callsBy(
    t,
    await trySignIn(t, { username, password, ...(code !== undefined && { code }) }),
  );
}

/** What the audit says of somebody or something, the newest last, once it is as long as it is to be: it may come a little later. */
export async function auditOf(
  { store }: Pick<TestApp, 'store'>,
  subject: string,
  length: number,
): Promise<{ actor: string; action: string; subject: string; detail: unknown }[]> {
  for (let tries = 0; ; tries += 1) {
    const rows = await store.read
      .selectFrom('audit_events')
      .select(['actor', 'action', 'subject', 'detail'])
      .where('subject', '=', subject)
      .execute();
    if (rows.length >= length || tries > 200) {
      return rows.map(({ detail, ...row }) => ({ ...row, detail: JSON.parse(detail) }));
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
