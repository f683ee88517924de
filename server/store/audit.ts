import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { decodeCursor, type Page, pageOf } from './cursor.ts';
import { fromJson } from './json-column.ts';
import type { Db } from './tables.ts';

/** Who did what, when (操作日志). */
export interface AuditEvent {
  id: string;
  /** ISO 8601 UTC. */
  at: string;
  /** Username, or token:<id>. */
  actor: string;
  /** e.g. survey.open, scoring.override. */
  action: string;
  evaluationId: string | null;
  /** What it was done to, e.g. a survey code or an indicator code. */
  subject: string;
  /** What changed. Never anyone's answers. */
  detail: Record<string, unknown>;
}

const Detail = z.record(z.string(), z.unknown());

/**
 * Call it in the transaction that makes the change, so that neither is there without the other. An id is given where the
 * event is claimed or looked for: see claimAudit.
 */
export async function recordAudit(
  db: Db,
  { id = randomUUID(), ...event }: Omit<AuditEvent, 'id'> & { id?: string },
): Promise<void> {
  const said = {
    action: event.action,
    evaluation_id: event.evaluationId,
    subject: event.subject,
    detail: JSON.stringify(event.detail),
  };
  await db
    .insertInto('audit_events')
    .values({ id, at: event.at, actor: event.actor, ...said })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(said))
    .execute();
}

/**
 * Takes the place of an event before what it says is done, after a transaction that was to record it was not heard of
 * any more: false where that one was committed. One that may still be committed is waited for.
 */
export async function claimAudit(
  trx: Db,
  { id, at, actor }: Pick<AuditEvent, 'id' | 'at' | 'actor'>,
): Promise<boolean> {
  const claimed = await trx
    .insertInto('audit_events')
    .values({ id, at, actor, action: '', evaluation_id: null, subject: '', detail: '{}' })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .execute();
  return claimed.length === 1;
}

/** Takes a claim back: there was nothing to record after all. */
export async function giveUpAudit(trx: Db, id: string): Promise<void> {
  await trx.deleteFrom('audit_events').where('id', '=', id).execute();
}

/** An evaluation's events, newest first. Throws a BadCursorError where `after` is no cursor. */
export async function listAudit(
  db: Db,
  evaluationId: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<Page<AuditEvent>> {
  let query = db
    .selectFrom('audit_events')
    .selectAll()
    .where('evaluation_id', '=', evaluationId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (after !== undefined) {
    const [at, id] = decodeCursor(after);
    query = query.where((eb) => eb(eb.refTuple('at', 'id'), '<', eb.tuple(at, id)));
  }
  return pageOf(
    await query.execute(),
    limit,
    (row) => [row.at, row.id],
    ({ evaluation_id, detail, ...row }) => ({
      ...row,
      evaluationId: evaluation_id,
      detail: fromJson(Detail, detail),
    }),
  );
}
