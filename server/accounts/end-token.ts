import { Problem } from '../problem.ts';
import type { Store } from '../store/store.ts';
import { findListedToken, type ListedToken, revokeToken } from '../store/tokens.ts';
import { mayForOthers } from './access.ts';
import type { Actor } from './actor.ts';
import { audited } from './audited.ts';

/** Revokes a token: one's own, or an admin anybody's. Throws unknown-token for every other; once more does nothing. */
export async function endToken(
  deps: { store: Pick<Store, 'write'>; now(): Date },
  actor: Actor,
  id: string,
): Promise<void> {
  await audited<ListedToken | undefined>(
    deps,
    actor,
    (token) =>
      token && {
        action: 'token.revoke',
        subject: id,
        ...(token.evaluationId !== null && { evaluationId: token.evaluationId }),
        detail: { name: token.name, madeBy: token.createdBy },
      },
    async (trx) => {
      const token = await findListedToken(trx, id);
      const may = token && (token.makerId === actor.account.id || mayForOthers(actor));
      if (!may) throw new Problem('unknown-token');
      const at = deps.now().toISOString();
      return (await revokeToken(trx, id, { at, by: actor.name })) ? token : undefined;
    },
  );
}
