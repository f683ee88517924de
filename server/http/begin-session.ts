import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { audited } from '../accounts/audited.ts';
import { deviceName } from '../accounts/device-name.ts';
import { markDevice } from '../accounts/known-device.ts';
import { foldUsername } from '../accounts/password-check.ts';
import { hashSecret, newSecret } from '../accounts/secrets.ts';
import { idleSince, SESSION_AGE_MS } from '../accounts/session-life.ts';
import type { Sign } from '../accounts/signing-key.ts';
import type { Deps } from '../context.ts';
import { deleteExpiredSessions, deleteSession, insertSession } from '../store/sessions.ts';
import type { Db } from '../store/tables.ts';
import { readKnownDevice, setKnownDevice } from './known-device.ts';
import { readSessionCookies, setSessionCookie } from './session-cookie.ts';

/**
 * Signs somebody in, once it is known who he is: sets the cookies of a new session and ends the one that was there.
 * `mustStill` throws where that is no longer so in the transaction that begins it.
 */
export async function beginSession(
  c: Context,
  { store, config, now: clock, sign }: Pick<Deps, 'store' | 'config' | 'now'> & { sign: Sign },
  user: { id: string; username: string },
  detail: Record<string, unknown> = {},
  mustStill: (trx: Db) => Promise<void> = async () => {},
): Promise<void> {
  const secret = newSecret();
  const now = clock();
  const old = readSessionCookies(c, config).map(hashSecret);
  const act = { action: 'session.start', subject: user.username, detail };
  await audited({ store, now: clock }, { name: user.username }, act, async (trx) => {
    await mustStill(trx);
    for (const hash of old) await deleteSession(trx, hash);
    await deleteExpiredSessions(trx, now, idleSince(now));
    await insertSession(trx, {
      id: randomUUID(),
      tokenHash: hashSecret(secret),
      userId: user.id,
      device: deviceName(c.req.header('User-Agent')),
      createdAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + SESSION_AGE_MS).toISOString(),
    });
  });
  setSessionCookie(c, config, secret);
  const device = await markDevice(sign, readKnownDevice(c, config), foldUsername(user.username));
  setKnownDevice(c, config, device);
}
