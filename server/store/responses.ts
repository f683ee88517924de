import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import { Answers } from '../../survey-definitions/questionnaire.ts';
import {
  type Channel,
  type Disposition,
  FLAG_CODES,
  type Flag,
  REASON_CODES,
  type Reason,
} from '../../survey-definitions/response.ts';
import { decodeCursor, type Page, pageOf } from './cursor.ts';
import { fromJson } from './json-column.ts';
import type { Db, Tables } from './tables.ts';

/** One respondent's return (答卷). Times are ISO 8601 UTC; `receivedAt` always with milliseconds. */
export interface StoredResponse {
  /** UUID, lower case. */
  id: string;
  surveyCode: string;
  channel: Channel;
  /** Id of the collection point it came from; null for none. */
  point: string | null;
  /** As they were given. */
  answers: Answers;
  contentHash: string;
  startedAt: string | null;
  receivedAt: string;
  disposition: Disposition;
  reasons: Reason[];
  flags: Flag[];
  /** Receipt number, e.g. 7K3F-29QD; two responses of a large survey may have the same. */
  receipt: string;
  /** What the rules had decided, where somebody has overruled them. */
  ruled: Disposition | null;
}

const where = { item: z.string().optional(), section: z.string().optional() };
const Reasons = z.array(
  z.object({
    code: z.enum(REASON_CODES),
    ...where,
    rule: z.string().optional(),
  }),
);
const Flags = z.array(
  z.object({
    code: z.enum(FLAG_CODES),
    ...where,
    seconds: z.number().optional(),
  }),
);

/** The row as a response, its JSON checked. */
export function responseOf(row: ResponseRow): StoredResponse {
  return {
    id: row.id,
    surveyCode: row.survey_code,
    channel: row.channel,
    point: row.point,
    answers: fromJson(Answers, row.answers),
    contentHash: row.content_hash,
    startedAt: row.started_at,
    receivedAt: row.received_at,
    disposition: row.disposition,
    reasons: fromJson(Reasons, row.reasons),
    flags: fromJson(Flags, row.flags),
    receipt: row.receipt,
    ruled: row.ruled,
  };
}

/** The id of the evaluation that a response belongs to; undefined where there is no such response. */
export async function findResponsesEvaluation(db: Db, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('responses')
    .innerJoin('surveys', 'surveys.code', 'responses.survey_code')
    .select('evaluation_id')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.evaluation_id;
}

export async function findResponse(db: Db, id: string): Promise<StoredResponse | undefined> {
  const row = await db.selectFrom('responses').selectAll().where('id', '=', id).executeTakeFirst();
  return row && responseOf(row);
}

export type ResponseRow = Selectable<Tables['responses']>;

export interface ResponseFilter {
  channel?: Channel | undefined;
  point?: string | undefined;
  disposition?: Disposition | undefined;
  flagged?: boolean | undefined;
  /** Receipt number as it is stored: 7K3F-29QD. */
  receipt?: string | undefined;
  flag?: Flag['code'] | undefined;
  reason?: Reason['code'] | undefined;
  /** Only those in which a text item was answered. */
  withText?: boolean | undefined;
  /** Only those of which somebody has overruled the rules, or nobody has. */
  overruled?: boolean | undefined;
}

/** One page of them: `after` is the `next` of the page before. */
export interface PagedResponseFilter extends ResponseFilter {
  after?: string | undefined;
  limit: number;
}

/** A response's place in the order of a survey: when it came in, and its id. */
export const placeOf = (row: Pick<ResponseRow, 'received_at' | 'id'>): [string, string] => [
  row.received_at,
  row.id,
];

/**
 * A survey's responses one after another, as rows: in the order they came in, or the newest first, behind a place
 * where one is given. Reads by keyset, `pageSize` rows a statement and no page before it is wanted, so that any number
 * of responses takes the memory of one page.
 */
export async function* readResponses(
  db: Db,
  code: string,
  {
    pageSize,
    newestFirst = false,
    after,
    ...filter
  }: ResponseFilter & { pageSize: number; newestFirst?: boolean; after?: [string, string] },
): AsyncGenerator<ResponseRow> {
  for (let place = after; ; ) {
    const rows = await pageOfRows(db, code, filter, pageSize, newestFirst, place);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageSize) return;
    place = placeOf(last);
  }
}

function matching(
  db: Db,
  code: string,
  {
    channel,
    point,
    disposition,
    flagged,
    receipt,
    flag,
    reason,
    withText,
    overruled,
  }: ResponseFilter,
) {
  let query = db.selectFrom('responses').where('survey_code', '=', code);
  if (channel !== undefined) query = query.where('channel', '=', channel);
  if (point !== undefined) query = query.where('point', '=', point);
  // Written out, not bound: only then does SQLite see that an index over just these rows will do.
  if (disposition !== undefined) query = query.where('disposition', '=', sql.lit(disposition));
  if (flagged !== undefined) query = query.where('flagged', '=', sql.lit(flagged ? 1 : 0));
  if (withText !== undefined) query = query.where('has_text', '=', sql.lit(withText ? 1 : 0));
  if (receipt !== undefined) query = query.where('receipt', '=', receipt);
  if (overruled !== undefined) query = query.where('ruled', overruled ? 'is not' : 'is', null);
  // The first condition is there for the index over the few that have any.
  if (flag !== undefined)
    query = query.where('flagged', '=', sql.lit(1)).where('flags', 'like', withCode(flag));
  if (reason !== undefined)
    query = query.where('disposition', '<>', 'valid').where('reasons', 'like', withCode(reason));
  return query;
}

/** A code of a closed list, as it stands in a column of JSON that we wrote ourselves. */
const withCode = (code: Flag['code'] | Reason['code']) => `%"code":"${code}"%`;

function pageOfRows(
  db: Db,
  code: string,
  filter: ResponseFilter,
  limit: number,
  newestFirst: boolean,
  after: [string, string] | undefined,
): Promise<ResponseRow[]> {
  const direction = newestFirst ? 'desc' : 'asc';
  let query = matching(db, code, filter)
    .selectAll()
    .orderBy('received_at', direction)
    .orderBy('id', direction)
    .limit(limit);
  if (after !== undefined)
    query = query.where((eb) =>
      eb(eb.refTuple('received_at', 'id'), newestFirst ? '<' : '>', eb.tuple(...after)),
    );
  return query.execute();
}

/** How many there are, counted one by one: only where no count row knows it. */
export async function countResponses(
  db: Db,
  code: string,
  filter: ResponseFilter,
): Promise<number> {
  const { n } = await matching(db, code, filter)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** A survey's responses, the newest first. Throws a BadCursorError where `after` is no cursor. */
export async function listResponses(
  db: Db,
  code: string,
  { after, limit, ...filter }: PagedResponseFilter,
): Promise<Page<StoredResponse>> {
  const rows: ResponseRow[] = [];
  const behind = after === undefined ? {} : { after: decodeCursor(after) };
  for await (const row of readResponses(db, code, {
    ...filter,
    ...behind,
    newestFirst: true,
    pageSize: limit + 1,
  })) {
    rows.push(row);
    if (rows.length > limit) break;
  }
  return pageOf(rows, limit, placeOf, responseOf);
}
