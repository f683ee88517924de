import type { EvaluationRole } from '../../survey-definitions/role.ts';
import { bumpRevision } from './revisions.ts';
import type { Db } from './tables.ts';

/** Somebody's role in an evaluation; one a person. Times are ISO 8601 UTC. */
export interface Membership {
  evaluationId: string;
  userId: string;
  /** As it was stored; one that is none of ours may do nothing. */
  role: string;
  since: string;
  grantedBy: string;
}

export interface Member extends Membership {
  username: string;
  disabledAt: string | null;
}

/** The role, or undefined where somebody has none in the evaluation. */
export async function findRole(
  db: Db,
  userId: string,
  evaluationId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('memberships')
    .select('role')
    .where('evaluation_id', '=', evaluationId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row?.role;
}

/** The evaluations somebody has a role in. */
export async function listRolesOf(
  db: Db,
  userId: string,
): Promise<Pick<Membership, 'evaluationId' | 'role'>[]> {
  return db
    .selectFrom('memberships')
    .select(['evaluation_id as evaluationId', 'role'])
    .where('user_id', '=', userId)
    .orderBy('evaluation_id')
    .execute();
}

/** Everybody who has a role in the evaluation, by name. */
export async function listMembers(db: Db, evaluationId: string): Promise<Member[]> {
  return db
    .selectFrom('memberships')
    .innerJoin('users', 'users.id', 'memberships.user_id')
    .select([
      'memberships.evaluation_id as evaluationId',
      'memberships.user_id as userId',
      'memberships.role as role',
      'memberships.since as since',
      'memberships.granted_by as grantedBy',
      'users.username as username',
      'users.disabled_at as disabledAt',
    ])
    .where('memberships.evaluation_id', '=', evaluationId)
    .orderBy('users.username')
    .execute();
}

/** Gives somebody this role in the place of the one he had, if any. Call it where the evaluation is held. */
export async function setRole(
  trx: Db,
  { role, ...of }: Omit<Membership, 'role'> & { role: EvaluationRole },
): Promise<void> {
  const { since, grantedBy } = of;
  await trx
    .insertInto('memberships')
    .values({
      evaluation_id: of.evaluationId,
      user_id: of.userId,
      role,
      since,
      granted_by: grantedBy,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['evaluation_id', 'user_id'])
        .doUpdateSet({ role, since, granted_by: grantedBy }),
    )
    .execute();
  await bumpRevision(trx, of.evaluationId);
}

/** Takes somebody's role away; false where he had none. Call it where the evaluation is held. */
export async function removeRole(trx: Db, evaluationId: string, userId: string): Promise<boolean> {
  const gone = await trx
    .deleteFrom('memberships')
    .where('evaluation_id', '=', evaluationId)
    .where('user_id', '=', userId)
    .returning('user_id')
    .execute();
  if (gone.length > 0) await bumpRevision(trx, evaluationId);
  return gone.length > 0;
}
