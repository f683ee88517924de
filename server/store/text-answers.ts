import { sql } from 'kysely';
import { contributionsOf } from '../../analysis/frequency.ts';
import { Answers } from '../../survey-definitions/questionnaire.ts';
import type { Channel } from '../../survey-definitions/response.ts';
import { fromJson } from './json-column.ts';
import { findQuestionnaire } from './questionnaires.ts';
import { findSurvey } from './surveys.ts';
import type { Db } from './tables.ts';

const PAGE = 100;
/** Bounds the work where an item is answered by one in very many. */
const MOST_PAGES = 50;

/**
 * The newest open answers to a text item in valid responses, up to `limit`. Answers to an item that did not
 * apply are left out, and with a channel those of other channels. Reads only responses that hold any text,
 * and at most 5,000 of them.
 */
export async function textAnswers(
  db: Db,
  code: string,
  item: string,
  limit: number,
  channel?: Channel | undefined,
): Promise<string[]> {
  const survey = await findSurvey(db, code);
  if (!survey) return [];
  const { id, version } = survey.questionnaire;
  const questionnaire = await findQuestionnaire(db, id, version);
  if (!questionnaire) return [];

  const found: string[] = [];
  let rows = await page(db, code, channel);
  for (let pages = 1; found.length < limit && rows.length > 0; pages += 1) {
    for (const row of rows) {
      const answers = fromJson(Answers, row.answers);
      const counts = contributionsOf(questionnaire, answers).some((each) => each.item === item);
      const text = counts ? answers[item] : undefined;
      if (typeof text === 'string') found.push(text);
    }
    rows =
      pages < MOST_PAGES && rows.length === PAGE ? await page(db, code, channel, rows.at(-1)) : [];
  }
  return found.slice(0, limit);
}

function page(
  db: Db,
  code: string,
  channel: Channel | undefined,
  before?: { received_at: string; id: string },
) {
  let query = db
    .selectFrom('responses')
    .select(['answers', 'received_at', 'id'])
    .where('survey_code', '=', code)
    .where('has_text', '=', sql.lit(1))
    .where('disposition', '=', 'valid')
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(PAGE);
  if (channel !== undefined) query = query.where('channel', '=', channel);
  if (before)
    query = query.where((eb) =>
      eb(eb.refTuple('received_at', 'id'), '<', eb.tuple(before.received_at, before.id)),
    );
  return query.execute();
}
