import { randomUUID } from 'node:crypto';
import type { TokenRole } from '../../survey-definitions/role.ts';
import { Problem } from '../problem.ts';
import type { Db } from '../store/tables.ts';
import { insertToken, type Token } from '../store/tokens.ts';
import type { Actor } from './actor.ts';
import { hashSecret, newSecret } from './secrets.ts';

export const LONGEST_TOKEN_DAYS = 366;

/** A token with its secret, which is known only now. Throws not-acceptable where it would not expire ahead, within 366 days. */
export function newToken(
  {
    name,
    role,
    evaluation,
    expiresAt,
  }: { name: string; role: TokenRole; evaluation?: string | undefined; expiresAt: string },
  maker: Actor,
  now: Date,
): { token: Token & { role: TokenRole }; secret: string } {
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
  const token: Token & { role: TokenRole } = {
    id: randomUUID(),
    name,
    role,
    evaluationId: evaluation ?? null,
    readOnly: false,
    makerId: maker.account.id,
    createdBy: maker.name,
    createdAt: now.toISOString(),
    expiresAt: new Date(expiresAt).toISOString(),
  };
  return { token, secret: `manping_${newSecret()}` };
}

export async function storeToken(trx: Db, token: Token, secret: string): Promise<void> {
  await insertToken(trx, { ...token, tokenHash: hashSecret(secret) });
}
