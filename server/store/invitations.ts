import type { Selectable } from 'kysely';
import type { EvaluationRole } from '../../survey-definitions/role.ts';
import { decodeCursor, type Page, pageOf } from './cursor.ts';
import type { Db, Tables } from './tables.ts';

/** A link that lets somebody in once, or choose a new password once. Times are ISO 8601 UTC. */
export interface NewInvitation {
  id: string;
  kind: InvitationKind;
  /** With the role in it that is given; null where it is of no evaluation. */
  evaluationId: string | null;
  role: EvaluationRole | null;
  admin: boolean;
  beginsEvaluations: boolean;
  /** Whose password is chosen anew. */
  userId: string | null;
  /** For whom it is, as whoever made it noted. */
  note: string;
  madeBy: string;
  createdAt: string;
  expiresAt: string;
}
export interface Invitation extends Omit<NewInvitation, 'kind' | 'role'> {
  /** As they were stored. */
  kind: string;
  role: string | null;
}
export const INVITATION_KINDS = ['invitation', 'reset'] as const;
export type InvitationKind = (typeof INVITATION_KINDS)[number];

/** Only the hash of the secret is kept. */
export async function insertInvitation(
  db: Db,
  { secretHash, ...of }: NewInvitation & { secretHash: string },
): Promise<void> {
  await db
    .insertInto('invitations')
    .values({
      id: of.id,
      secret_hash: secretHash,
      kind: of.kind,
      evaluation_id: of.evaluationId,
      role: of.role,
      admin: of.admin ? 1 : 0,
      begins_evaluations: of.beginsEvaluations ? 1 : 0,
      user_id: of.userId,
      note: of.note,
      made_by: of.madeBy,
      created_at: of.createdAt,
      expires_at: of.expiresAt,
      used_at: null,
      used_by: null,
      withdrawn_at: null,
    })
    .execute();
}

/** An invitation that is still good, by the hash of its secret or by its id. */
export async function findOpenInvitation(
  db: Db,
  by: { secretHash: string } | { id: string },
  now: Date,
): Promise<Invitation | undefined> {
  const open = openInvitations(db, now);
  const row = await ('id' in by
    ? open.where('invitations.id', '=', by.id)
    : open.where('invitations.secret_hash', '=', by.secretHash)
  ).executeTakeFirst();
  return row && invitationOf(row);
}

/** Those that are still good, newest first: of one evaluation, of all in which somebody is evaluator, or all there are. */
export async function listOpenInvitations(
  db: Db,
  of: { evaluationId?: string | undefined; evaluator?: string | undefined },
  { after, limit }: { after?: string | undefined; limit: number },
  now: Date,
): Promise<Page<Invitation>> {
  let query = openInvitations(db, now)
    .orderBy('invitations.created_at', 'desc')
    .orderBy('invitations.id', 'desc')
    .limit(limit + 1);
  const { evaluationId, evaluator } = of;
  if (evaluationId !== undefined)
    query = query.where('invitations.evaluation_id', '=', evaluationId);
  if (evaluator !== undefined) {
    query = query.where('invitations.evaluation_id', 'in', (eb) =>
      eb
        .selectFrom('memberships as own')
        .select('own.evaluation_id')
        .where('own.user_id', '=', evaluator)
        .where('own.role', '=', 'evaluator'),
    );
  }
  if (after !== undefined) {
    const [at, id] = decodeCursor(after);
    query = query.where((eb) =>
      eb(eb.refTuple('invitations.created_at', 'invitations.id'), '<', eb.tuple(at, id)),
    );
  }
  return pageOf(await query.execute(), limit, (row) => [row.created_at, row.id], invitationOf);
}

/**
 * Neither used, withdrawn nor over; and whoever made it could make it today: an admin, or the evaluator of its evaluation,
 * whose account is in use. A link for a password is good until the password is changed, while its account is in use.
 */
function openInvitations(db: Db, now: Date) {
  return db
    .selectFrom('invitations')
    .innerJoin('users as maker', 'maker.username', 'invitations.made_by')
    .leftJoin('memberships as makers', (join) =>
      join
        .onRef('makers.evaluation_id', '=', 'invitations.evaluation_id')
        .onRef('makers.user_id', '=', 'maker.id')
        .on('makers.role', '=', 'evaluator'),
    )
    .leftJoin('users as owner', 'owner.id', 'invitations.user_id')
    .selectAll('invitations')
    .where('invitations.used_at', 'is', null)
    .where('invitations.withdrawn_at', 'is', null)
    .where('invitations.expires_at', '>', now.toISOString())
    .where('maker.disabled_at', 'is', null)
    .where((eb) => eb.or([eb('maker.admin', '=', 1), eb('makers.user_id', 'is not', null)]))
    .where('owner.disabled_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('owner.password_changed_at', 'is', null),
        eb('owner.password_changed_at', '<=', eb.ref('invitations.created_at')),
      ]),
    );
}

/** Uses it up; false where somebody else did at this moment, or it was withdrawn. */
export async function useInvitation(
  trx: Db,
  id: string,
  used: { at: string; by: string },
): Promise<boolean> {
  const taken = await trx
    .updateTable('invitations')
    .set({ used_at: used.at, used_by: used.by })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .execute();
  return taken.length === 1;
}

/** Takes it back; false where it was used or withdrawn already. */
export async function withdrawInvitation(trx: Db, id: string, at: string): Promise<boolean> {
  const gone = await trx
    .updateTable('invitations')
    .set({ withdrawn_at: at })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .execute();
  return gone.length === 1;
}

/** Takes back every link for this account's password that nobody has used. */
export async function withdrawResets(trx: Db, userId: string, at: string): Promise<void> {
  await trx
    .updateTable('invitations')
    .set({ withdrawn_at: at })
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute();
}

function invitationOf(row: Selectable<Tables['invitations']>): Invitation {
  return {
    id: row.id,
    kind: row.kind,
    evaluationId: row.evaluation_id,
    role: row.role,
    admin: row.admin === 1,
    beginsEvaluations: row.begins_evaluations === 1,
    userId: row.user_id,
    note: row.note,
    madeBy: row.made_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  };
}
