import { Answers, type Questionnaire } from '../../survey-definitions/questionnaire.ts';
import type { Disposition } from '../../survey-definitions/response.ts';
import { isPostgres } from './is-postgres.ts';
import { fromJson } from './json-column.ts';
import { addCounts } from './response-batch.ts';
import { type ResponseRow, responseOf } from './responses.ts';
import type { Db } from './tables.ts';
import { addKeys, keysOf, noTallies } from './tally.ts';

/** What somebody decided about a response; a `disposition` of null gives it back to the rules. */
export interface Decision {
  disposition: Disposition | null;
  /** '' only where something is taken back without one. */
  reason: string;
}
/** The same with who decided it and when (ISO 8601 UTC), and what had been until then. */
export interface Judgement extends Decision {
  before: Disposition;
  author: string;
  at: string;
}

/** A response that a decision has moved, or has confirmed. */
export interface Judged {
  id: string;
  receipt: string;
  before: Disposition;
  after: Disposition;
}

/** Keeps a statement below the 32,766 parameters of SQLite. */
const IDS_PER_STATEMENT = 500;

/**
 * Decides about these responses of a survey, and moves what they count for, in the transaction that `trx` is, where the
 * survey's evaluation is held: decisions come one after another. Gives those
 * that were moved or confirmed, in the order of their ids; not those of which the same was decided with the same reason
 * before, or that were to be given back to rules that nobody had overruled. Ids that the survey does not have are passed over.
 */
export async function judgeResponses(
  trx: Db,
  shard: number,
  { code, questionnaire }: { code: string; questionnaire: Questionnaire },
  ids: readonly string[],
  decision: Decision,
  { author, at }: { author: string; at: string },
): Promise<Judged[]> {
  const judged: Judged[] = [];
  const before = await countJudgements(trx, code);
  const tallies = noTallies();
  const sorted = [...new Set(ids)].sort();
  for (let from = 0; from < sorted.length; from += IDS_PER_STATEMENT) {
    const rows = await hold(trx, code, sorted.slice(from, from + IDS_PER_STATEMENT));
    const last = await lastJudgements(trx, rows);
    const moved = rows.flatMap((row) => {
      const after = decision.disposition ?? row.ruled ?? row.disposition;
      const said = last.get(row.id);
      const same =
        decision.disposition === null
          ? row.ruled === null
          : row.ruled !== null && after === row.disposition && said?.reason === decision.reason;
      return same ? [] : [{ row, after, seq: (said?.seq ?? 0) + 1 }];
    });
    if (moved.length === 0) continue;
    await writeDispositions(trx, moved, decision);
    await trx
      .insertInto('judgements')
      .values(
        moved.map(({ row, seq }, index) => ({
          response_id: row.id,
          seq,
          survey_code: code,
          place: before + judged.length + index + 1,
          at,
          author,
          before: row.disposition,
          disposition: decision.disposition,
          reason: decision.reason,
        })),
      )
      .execute();
    for (const { row, after } of moved) {
      judged.push({ id: row.id, receipt: row.receipt, before: row.disposition, after });
      if (after === row.disposition) continue;
      const counted = {
        ...responseOf(row),
        surveyCode: code,
        answers: fromJson(Answers, row.answers),
      };
      addKeys(tallies, keysOf(counted, questionnaire), -1);
      addKeys(tallies, keysOf({ ...counted, disposition: after }, questionnaire));
    }
  }
  await addCounts(trx, shard, tallies);
  return judged;
}

/** The rows, which nobody else decides about until the transaction ends. In the order of their ids, so that two who decide about the same wait for one another once. */
async function hold(trx: Db, code: string, ids: readonly string[]): Promise<ResponseRow[]> {
  const rows = trx
    .selectFrom('responses')
    .selectAll()
    .where('id', 'in', ids)
    .where('survey_code', '=', code)
    .orderBy('id');
  return (isPostgres(trx) ? rows.forUpdate() : rows).execute();
}

async function lastJudgements(trx: Db, rows: readonly ResponseRow[]) {
  const last = new Map<string, { seq: number; reason: string }>();
  if (rows.length === 0) return last;
  const found = await trx
    .selectFrom('judgements')
    .select(['response_id', 'seq', 'reason'])
    .where(
      'response_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('response_id')
    .orderBy('seq')
    .execute();
  for (const { response_id, seq, reason } of found) last.set(response_id, { seq, reason });
  return last;
}

/** As few statements as there are kinds of rows: each keeps what its rules had decided. */
async function writeDispositions(
  trx: Db,
  moved: readonly { row: ResponseRow; after: Disposition }[],
  decision: Decision,
): Promise<void> {
  const kinds = new Map<
    string,
    { disposition: Disposition; ruled: Disposition | null; ids: string[] }
  >();
  for (const { row, after: disposition } of moved) {
    const ruled = decision.disposition === null ? null : (row.ruled ?? row.disposition);
    const kind = `${disposition} ${ruled}`;
    const same = kinds.get(kind);
    if (same === undefined) kinds.set(kind, { disposition, ruled, ids: [row.id] });
    else same.ids.push(row.id);
  }
  for (const { disposition, ruled, ids } of kinds.values())
    await trx.updateTable('responses').set({ disposition, ruled }).where('id', 'in', ids).execute();
}

/** What was decided about a response, the oldest first. */
export async function readJudgements(db: Db, responseId: string): Promise<Judgement[]> {
  const rows = await db
    .selectFrom('judgements')
    .select(['before', 'disposition', 'reason', 'author', 'at'])
    .where('response_id', '=', responseId)
    .orderBy('seq')
    .execute();
  return rows.map(({ before, disposition, reason, author, at }) => ({
    before,
    disposition,
    reason,
    author,
    at,
  }));
}

/** The last decision about each of these responses, by id; one of which nothing was ever decided is not there. */
export async function lastJudgementsOf(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Judgement>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('judgements')
    .select(['response_id', 'before', 'disposition', 'reason', 'author', 'at'])
    .where('response_id', 'in', ids)
    .orderBy('response_id')
    .orderBy('seq')
    .execute();
  return new Map(
    rows.map(({ response_id, before, disposition, reason, author, at }) => [
      response_id,
      { before, disposition, reason, author, at },
    ]),
  );
}

/** Of the responses that were decided about since a time, how many are another disposition now than they were then. */
export interface Moved {
  before: Disposition;
  after: Disposition;
  n: number;
}

/** How many decisions were made about responses of a survey. */
export async function countJudgements(db: Db, code: string): Promise<number> {
  const row = await db
    .selectFrom('judgements')
    .select((eb) => eb.fn.max<number | null>('place').as('place'))
    .where('survey_code', '=', code)
    .executeTakeFirst();
  return row?.place ?? 0;
}

/** How the dispositions of a survey's responses have moved since so many decisions had been made. */
export async function movedSince(db: Db, code: string, decisions: number): Promise<Moved[]> {
  const rows = await db
    .selectFrom('judgements')
    .innerJoin('responses', 'responses.id', 'judgements.response_id')
    .select(['judgements.response_id', 'judgements.before', 'responses.disposition'])
    .where('judgements.survey_code', '=', code)
    .where('judgements.place', '>', decisions)
    .orderBy('judgements.place')
    .execute();
  const first = new Map<string, { before: Disposition; after: Disposition }>();
  for (const { response_id, before, disposition } of rows)
    if (!first.has(response_id)) first.set(response_id, { before, after: disposition });
  const counted = new Map<string, Moved>();
  for (const { before, after } of first.values()) {
    if (before === after) continue;
    const kind = `${before} ${after}`;
    counted.set(kind, { before, after, n: (counted.get(kind)?.n ?? 0) + 1 });
  }
  return [...counted.values()];
}
