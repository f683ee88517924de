import type { EvaluationRole } from '../../survey-definitions/role.ts';
import type { Actor } from '../accounts/actor.ts';
import { audited } from '../accounts/audited.ts';
import type { Deps } from '../context.ts';
import { Problem } from '../problem.ts';
import { listMembers, type Member, removeRole, setRole } from '../store/memberships.ts';
import type { Db } from '../store/tables.ts';
import { evaluationFor } from './load.ts';

interface Place {
  evaluationId: string;
  /** Whose role it is. */
  userId: string;
}
type PeopleDeps = Pick<Deps, 'store' | 'now'>;

/**
 * Gives somebody who has a role another one. Whoever evaluates decides of it also once the evaluation is archived: it is
 * still read. Throws unknown-evaluation, not-allowed, unknown-account or last-evaluator.
 */
export async function changeRole(
  deps: PeopleDeps,
  actor: Actor,
  place: Place,
  role: EvaluationRole,
): Promise<Member> {
  const given = { ...place, role, since: deps.now().toISOString(), grantedBy: actor.name };
  const { after } = await audited(
    deps,
    actor,
    ({ before, after }: { before: Member; after: Member }) =>
      before.role === after.role
        ? undefined
        : {
            action: 'role.change',
            evaluationId: place.evaluationId,
            subject: after.username,
            detail: { before: before.role, after: after.role },
          },
    async (trx) => {
      const before = await memberFor(trx, actor, place, role);
      if (before.role === role) return { before, after: before };
      await setRole(trx, given);
      return { before, after: { ...before, ...given } };
    },
  );
  return after;
}

/** Takes somebody's role away, or one's own. Throws as above. */
export async function removePerson(deps: PeopleDeps, actor: Actor, place: Place): Promise<void> {
  await audited(
    deps,
    actor,
    ({ username, role }: Member) => ({
      action: 'role.remove',
      evaluationId: place.evaluationId,
      subject: username,
      detail: { role },
    }),
    async (trx) => {
      const member = await memberFor(trx, actor, place, undefined);
      await removeRole(trx, place.evaluationId, place.userId);
      return member;
    },
  );
}

/** The person as he stands, the evaluation held, where he may become this. */
async function memberFor(
  trx: Db,
  actor: Actor,
  { evaluationId, userId }: Place,
  role: EvaluationRole | undefined,
): Promise<Member> {
  await evaluationFor(trx, actor, 'people.write', evaluationId, { evenArchived: true });
  const members = await listMembers(trx, evaluationId);
  const member = members.find((each) => each.userId === userId);
  if (member === undefined) throw new Problem('unknown-account');
  const evaluates = (each: Member) => each.role === 'evaluator' && each.disabledAt === null;
  const others = members.filter((each) => each !== member && evaluates(each));
  if (evaluates(member) && role !== 'evaluator' && others.length === 0 && !actor.account.admin) {
    throw new Problem('last-evaluator');
  }
  return member;
}
