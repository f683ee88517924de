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
  /** As they were given. */
  answers: Answers;
  contentHash: string;
  startedAt: string | null;
  receivedAt: string;
  disposition: Disposition;
  reasons: Reason[];
  flags: Flag[];
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

function responseOf(row: Selectable<Tables['responses']>): StoredResponse {
  return {
    id: row.id,
    surveyCode: row.survey_code,
    channel: row.channel,
    answers: fromJson(Answers, row.answers),
    contentHash: row.content_hash,
    startedAt: row.started_at,
    receivedAt: row.received_at,
    disposition: row.disposition,
    reasons: fromJson(Reasons, row.reasons),
    flags: fromJson(Flags, row.flags),
  };
}

export async function findResponse(db: Db, id: string): Promise<StoredResponse | undefined> {
  const row = await db.selectFrom('responses').selectAll().where('id', '=', id).executeTakeFirst();
  return row && responseOf(row);
}

export interface ResponseFilter {
  channel?: Channel | undefined;
  disposition?: Disposition | undefined;
  flagged?: boolean | undefined;
  after?: string | undefined;
  limit: number;
}

/** A survey's responses in the order they came in. Throws a BadCursorError where `after` is no cursor. */
export async function listResponses(
  db: Db,
  code: string,
  { channel, disposition, flagged, after, limit }: ResponseFilter,
): Promise<Page<StoredResponse>> {
  let query = db
    .selectFrom('responses')
    .selectAll()
    .where('survey_code', '=', code)
    .orderBy('received_at')
    .orderBy('id')
    .limit(limit + 1);
  if (channel !== undefined) query = query.where('channel', '=', channel);
  // Written out, not bound: only then does SQLite see that an index over just these rows will do.
  if (disposition !== undefined) query = query.where('disposition', '=', sql.lit(disposition));
  if (flagged !== undefined) query = query.where('flagged', '=', sql.lit(flagged ? 1 : 0));
  if (after !== undefined) {
    const [receivedAt, id] = decodeCursor(after);
    query = query.where((eb) =>
      eb(eb.refTuple('received_at', 'id'), '>', eb.tuple(receivedAt, id)),
    );
  }
  return pageOf(await query.execute(), limit, (row) => [row.received_at, row.id], responseOf);
}
