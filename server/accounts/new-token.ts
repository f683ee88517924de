import { randomUUID } from 'node:crypto';
import { Problem } from '../problem.ts';
import type { Db } from '../store/tables.ts';
import { insertToken, type Token } from '../store/tokens.ts';
import type { Actor } from './actor.ts';
import type { Role } from './permissions.ts';
import { hashSecret, newSecret } from './secrets.ts';

/** Roles a token may have: it reads everything, or everything but single responses and the audit. */
export const TOKEN_ROLES = ['evaluator', 'reader'] as const satisfies readonly Role[];

export const LONGEST_TOKEN_DAYS = 366;

/** A token with its secret, which is known only now. Throws not-acceptable where it would not expire ahead, within 366 days. */
export function newToken(
  {
    name,
    role,
    expiresAt,
  }: { name: string; role: (typeof TOKEN_ROLES)[number]; expiresAt: string },
  maker: Actor,
  now: Date,
): { token: Token; secret: string } {
  const days = (Date.parse(expiresAt) - now.getTime()) / 86_400_000;
  if (!(days > 0 && days <= LONGEST_TOKEN_DAYS)) {
    const message = {
      'zh-CN': `应在今后 ${LONGEST_TOKEN_DAYS} 天之内`,
      en: `must lie ahead, by at most ${LONGEST_TOKEN_DAYS} days`,
    };
    throw new Problem('not-acceptable', {
      errors: [{ path: '$.expiresAt', code: 'out-of-range', message }],
    });
  }
  const token: Token = {
    id: randomUUID(),
    name,
    role,
    createdBy: maker.name,
    createdAt: now.toISOString(),
    expiresAt: new Date(expiresAt).toISOString(),
  };
  return { token, secret: `manping_${newSecret()}` };
}

export async function storeToken(trx: Db, token: Token, secret: string): Promise<void> {
  const { id, name, role, createdBy, createdAt, expiresAt } = token;
  const tokenHash = hashSecret(secret);
  await insertToken(trx, { id, name, role, createdBy, createdAt, expiresAt, tokenHash });
}
