import { eventOf } from './audit.ts';
import { type AuditHead, type ChainedEvent, hashOfEvent, NO_EVENT } from './audit-chain.ts';
import type { Db, Tables } from './tables.ts';

/**
 * What does not hold of the chain, with the number of the event:
 * - `changed`: it is not what was recorded;
 * - `out-of-order`: it was recorded as number `was`;
 * - `missing`: all from `seq` to `to` are not there;
 * - `does-not-follow`: it names another as the one before;
 * - `head`: the head is not the last event, which is `seq`;
 * - `not-in-chain`: a head that was kept outside does not occur.
 */
export type AuditFault =
  | { kind: 'changed' | 'does-not-follow' | 'head' | 'not-in-chain'; seq: number }
  | { kind: 'out-of-order'; seq: number; was: number }
  | { kind: 'missing'; seq: number; to: number };

export interface VerifiedAudit {
  /** How many events were looked at. */
  events: number;
  /** As it stood when the check began; undefined where it is gone. */
  head: AuditHead | undefined;
  /** How many faults there are; each was said as it was found. */
  faults: number;
}

type Row = Tables['audit_events'];

const PAGE = 1_000;
/** Of a page with more that do not hold than this, it is not found out which was where: each costs as many hashes. */
const MOST_COMPARED = 50;

/**
 * Reads the whole chain, page by page, and tells `fault` what does not hold. What is recorded meanwhile is left to the
 * next time. `kept`: a head from outside, that is to occur.
 */
export async function verifyAudit(
  db: Db,
  fault: (found: AuditFault) => void,
  kept?: AuditHead,
): Promise<VerifiedAudit> {
  let faults = 0;
  const say = (found: AuditFault) => {
    faults += 1;
    fault(found);
  };
  const { head, last } = await readEnd(db);
  let before: AuditHead = NO_EVENT;
  let events = 0;
  let occurs = kept === undefined || same(kept, NO_EVENT);
  for await (const rows of pages(db, last)) {
    const broken = rows.filter((row) => !holds(row, row.seq));
    for (const row of rows) {
      if (row.seq > before.seq + 1) say({ kind: 'missing', seq: before.seq + 1, to: row.seq - 1 });
      // Behind a gap nothing is known of what it should follow.
      else if (row.seq !== before.seq + 1 || row.previous !== before.hash)
        say({ kind: 'does-not-follow', seq: row.seq });
      if (broken.includes(row)) say(whatBroke(row, broken));
      occurs ||= kept !== undefined && same(kept, row);
      before = row;
      events += 1;
    }
  }
  if (head === undefined || !same(head, before)) say({ kind: 'head', seq: before.seq });
  if (!occurs && kept !== undefined) say({ kind: 'not-in-chain', seq: kept.seq });
  return { events, head, faults };
}

const same = (one: AuditHead, other: AuditHead) => one.seq === other.seq && one.hash === other.hash;

/** The head and the last number, both of one moment. */
async function readEnd(db: Db): Promise<{ head: AuditHead | undefined; last: number }> {
  const { seq, hash, last } = await db
    .selectFrom((eb) =>
      eb
        .selectFrom('audit_events')
        .select((of) => of.fn.max('seq').as('last'))
        .as('events'),
    )
    .leftJoin('audit_head', (join) => join.onTrue())
    .select(['audit_head.seq as seq', 'audit_head.hash as hash', 'events.last as last'])
    .executeTakeFirstOrThrow();
  const head = seq === null || hash === null ? undefined : { seq, hash };
  return { head, last: last ?? 0 };
}

async function* pages(db: Db, last: number): AsyncGenerator<Row[]> {
  let after: number | undefined;
  for (;;) {
    let query = db
      .selectFrom('audit_events')
      .selectAll()
      .where('seq', '<=', last)
      .orderBy('seq')
      .limit(PAGE);
    if (after !== undefined) query = query.where('seq', '>', after);
    const rows = await query.execute();
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1)?.seq;
  }
}

/** Whether the row is what was recorded, as number `seq`. */
function holds(row: Row, seq: number): boolean {
  let event: ChainedEvent;
  try {
    event = eventOf(row);
    // As it was written, too: spaces, or a key that is there twice, say something else to whoever reads the row itself.
    const asWritten = row.detail === JSON.stringify(event.detail);
    return asWritten && hashOfEvent({ ...event, seq }) === row.hash;
  } catch {
    // No JSON, or nothing that JSON can say.
    return false;
  }
}

function whatBroke(row: Row, broken: readonly Row[]): AuditFault {
  const was =
    broken.length > MOST_COMPARED ? undefined : broken.find(({ seq }) => holds(row, seq))?.seq;
  return was === undefined
    ? { kind: 'changed', seq: row.seq }
    : { kind: 'out-of-order', seq: row.seq, was };
}
