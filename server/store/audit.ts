import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type AuditEvent, type AuditHead, type ChainedEvent, chained } from './audit-chain.ts';
import { BadCursorError, decodePlace, type Page, pageOf } from './cursor.ts';
import { inTransaction } from './in-transaction.ts';
import { isPostgres } from './is-postgres.ts';
import { fromJson } from './json-column.ts';
import type { Db, Tables } from './tables.ts';

const Detail = z.record(z.string(), z.unknown());

/**
 * Appends an event to the chain. Call it in the transaction that makes the change, so that neither is there without the
 * other, and as the last thing there: whoever else records, on any server, waits until this one is committed. An id is
 * given where the event may have to be looked for: see isRecorded.
 */
export async function recordAudit(
  db: Db,
  { id = randomUUID(), ...event }: Omit<AuditEvent, 'id'> & { id?: string },
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const head = await holdAuditHead(trx);
    const detail = JSON.stringify(event.detail);
    // What is hashed is what will be read: JSON drops undefined.
    const link = chained(head, { ...event, id, detail: fromJson(Detail, detail) });
    const { seq, previous, hash } = link;
    const { at, actor, action, evaluationId: evaluation_id, subject } = event;
    const row = { seq, id, at, actor, action, evaluation_id, subject, detail, previous, hash };
    await trx.insertInto('audit_events').values(row).execute();
    await trx.updateTable('audit_head').set({ seq, hash }).execute();
  });
}

/**
 * Whether an event was recorded, after a transaction that was to record it was not heard of any more. One that may still
 * be committed holds the head, and so is waited for.
 */
export async function isRecorded(db: Db, id: string): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    await holdAuditHead(trx);
    const query = trx.selectFrom('audit_events').select('seq').where('id', '=', id);
    return (await query.executeTakeFirst()) !== undefined;
  });
}

/** The head, which nobody else appends to until this transaction is over. SQLite's writer is the only one as it is. */
async function holdAuditHead(trx: Db): Promise<AuditHead> {
  const head = trx.selectFrom('audit_head').select(['seq', 'hash']);
  return (isPostgres(trx) ? head.forUpdate() : head).executeTakeFirstOrThrow();
}

/** The last event's number, hash and time; before any there is no time. */
export async function readAuditHead(db: Db): Promise<AuditHead & { at: string | null }> {
  return db
    .selectFrom('audit_head')
    .leftJoin('audit_events', 'audit_events.seq', 'audit_head.seq')
    .select(['audit_head.seq as seq', 'audit_head.hash as hash', 'audit_events.at as at'])
    .executeTakeFirstOrThrow();
}

/** The last event of these actions on a subject; undefined where there is none. */
export async function readLastEvent(
  db: Db,
  actions: readonly string[],
  subject: string,
): Promise<Pick<AuditEvent, 'at' | 'actor'> | undefined> {
  return db
    .selectFrom('audit_events')
    .select(['at', 'actor'])
    .where('action', 'in', actions)
    .where('subject', '=', subject)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Which events are asked for; what is left out asks for all. */
export interface AuditFilter {
  evaluationId?: string | undefined;
  actor?: string | undefined;
  /** An action such as survey.open, or the kind before its dot: survey is all of survey.open, survey.close … */
  action?: string | undefined;
  /** Not before this, and not after that: ISO 8601 UTC. */
  from?: string | undefined;
  to?: string | undefined;
}

/** Events, the last recorded first. Throws a BadCursorError where `after` is no cursor. */
export async function listAudit(
  db: Db,
  { evaluationId, actor, action, from, to }: AuditFilter,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<Page<ChainedEvent>> {
  let query = db
    .selectFrom('audit_events')
    .selectAll()
    .orderBy('seq', 'desc')
    .limit(limit + 1);
  if (evaluationId !== undefined) query = query.where('evaluation_id', '=', evaluationId);
  if (actor !== undefined) query = query.where('actor', '=', actor);
  if (action?.includes('.')) query = query.where('action', '=', action);
  else if (action !== undefined)
    // Behind the dot comes the slash: this is every text that begins with the kind and a dot.
    query = query.where('action', '>', `${action}.`).where('action', '<', `${action}/`);
  if (from !== undefined) query = query.where('at', '>=', from);
  if (to !== undefined) query = query.where('at', '<=', to);
  if (after !== undefined) query = query.where('seq', '<', seqOf(after));
  return pageOf(await query.execute(), limit, (row) => [String(row.seq)], eventOf);
}

function seqOf(cursor: string): number {
  const [seq = ''] = decodePlace(cursor, 1);
  if (!/^[1-9]\d{0,8}$/.test(seq)) throw new BadCursorError();
  return Number(seq);
}

/** Throws where the detail is no JSON. */
export function eventOf({ evaluation_id, detail, ...row }: Tables['audit_events']): ChainedEvent {
  return { ...row, evaluationId: evaluation_id, detail: fromJson(Detail, detail) };
}
