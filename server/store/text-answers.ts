import { contributionsOf } from '../../analysis/counts.ts';
import { Answers } from '../../survey-definitions/questionnaire.ts';
import type { Channel } from '../../survey-definitions/response.ts';
import { fromJson } from './json-column.ts';
import { questionnaireOf } from './questionnaires.ts';
import { readResponses } from './responses.ts';
import { findSurvey } from './surveys.ts';
import type { Db } from './tables.ts';

const PAGE = 100;
/** Bounds the work where an item is answered by one in very many. */
const MOST_READ = 5000;

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
  const questionnaire = await questionnaireOf(db, survey);
  const found: string[] = [];
  let read = 0;
  const rows = readResponses(db, code, {
    channel,
    disposition: 'valid',
    withText: true,
    newestFirst: true,
    pageSize: PAGE,
  });
  for await (const row of rows) {
    const answers = fromJson(Answers, row.answers);
    const counts = contributionsOf(questionnaire, answers).some((each) => each.item === item);
    const text = counts ? answers[item] : undefined;
    if (typeof text === 'string') found.push(text);
    read += 1;
    if (found.length >= limit || read >= MOST_READ) break;
  }
  return found;
}
