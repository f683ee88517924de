import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { type AuditHead, chained, NO_EVENT } from '../audit-chain.ts';
import { fromJson } from '../json-column.ts';
import { textOn } from './text.ts';

/** The tables as they are in the middle of this. */
interface Row {
  id: string;
  at: string;
  actor: string;
  action: string;
  evaluation_id: string | null;
  subject: string;
  detail: string;
}
interface Between {
  audit_events_before: Row;
  audit_events: Row & { seq: number; previous: string; hash: string };
  audit_head: { id: number; seq: number; hash: string };
}

const PAGE = 1_000;
const Detail = z.record(z.string(), z.unknown());

/**
 * Makes the audit a chain: each event has a number and the hash of the one before. The old ones are chained in the order
 * of their times, page by page, and behind them an event says so.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('audit_events_of').execute();
  await db.schema.alterTable('audit_events').renameTo('audit_events_before').execute();
  await tables(db);
  const between = db as Kysely<Between>;
  const old = await chainOld(between);
  const head = old.seq === 0 ? NO_EVENT : await append(between, old, [beginOf(old)]);
  await between
    .insertInto('audit_head')
    .values({ id: 1, seq: head.seq, hash: head.hash })
    .execute();
  await db.schema.dropTable('audit_events_before').execute();
}

async function tables(db: Kysely<unknown>): Promise<void> {
  const text = textOn(db);
  await db.schema
    .createTable('audit_events')
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
    .addColumn('actor', text, (column) => column.notNull())
    .addColumn('action', text, (column) => column.notNull())
    .addColumn('evaluation_id', text)
    .addColumn('subject', text, (column) => column.notNull())
    .addColumn('detail', text, (column) => column.notNull())
    .addColumn('previous', text, (column) => column.notNull())
    .addColumn('hash', text, (column) => column.notNull())
    // Named, since on PostgreSQL the old table still has the name that this one's key would get.
    .addPrimaryKeyConstraint('audit_events_key', ['seq'])
    .addUniqueConstraint('audit_events_id', ['id'])
    .execute();
  for (const column of ['evaluation_id', 'actor', 'action', 'at'])
    await db.schema
      .createIndex(`audit_events_by_${column}`)
      .on('audit_events')
      .columns([column, 'seq'])
      .execute();
  await db.schema
    .createTable('audit_head')
    .addColumn('id', 'integer', (column) => column.primaryKey().notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('hash', text, (column) => column.notNull())
    .execute();
}

async function chainOld(db: Kysely<Between>): Promise<AuditHead> {
  await db.schema
    .createIndex('audit_events_in_order')
    .on('audit_events_before')
    .columns(['at', 'id'])
    .execute();
  const order = db
    .selectFrom('audit_events_before')
    .selectAll()
    .orderBy('at')
    .orderBy('id')
    .limit(PAGE);
  let head = NO_EVENT;
  let last: Row | undefined;
  do {
    const after = last;
    const rows = await (after === undefined
      ? order
      : order.where((eb) => eb(eb.refTuple('at', 'id'), '>', eb.tuple(after.at, after.id)))
    ).execute();
    last = rows.at(-1);
    head = await append(db, head, rows);
  } while (last !== undefined);
  return head;
}

/** What is said of the order of those before: it is that of their times, and nothing stood against changing them. */
const beginOf = (old: AuditHead): Row => ({
  id: randomUUID(),
  at: new Date().toISOString(),
  actor: 'server:migration',
  action: 'audit.chain-begin',
  evaluation_id: null,
  subject: 'audit',
  detail: JSON.stringify({ events: old.seq, through: old.hash }),
});

async function append(
  db: Kysely<Between>,
  head: AuditHead,
  rows: readonly Row[],
): Promise<AuditHead> {
  let last = head;
  const links = rows.map(({ evaluation_id, detail, ...row }) => {
    const event = { ...row, evaluationId: evaluation_id, detail: fromJson(Detail, detail) };
    const { seq, previous, hash } = chained(last, event);
    last = { seq, hash };
    return { ...row, evaluation_id, detail, seq, previous, hash };
  });
  if (links.length > 0) await db.insertInto('audit_events').values(links).execute();
  return last;
}
