import { contributionsOf } from '../../analysis/counts.ts';
import type { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import type { Channel } from '../../survey-definitions/response.ts';
import { decodeCursor, encodePlace, type Page } from './cursor.ts';
import { placeOf, readResponses, responseOf } from './responses.ts';
import type { Db } from './tables.ts';

const STEP = 100;
/** Most responses looked at for one page; then the page ends early and `next` goes on from there. */
const MOST_READ = 2000;

/** What somebody wrote in answer to an item, and in which response. */
export interface TextAnswer {
  response: string;
  text: string;
}

interface TextFilter {
  item: string;
  channel?: Channel | undefined;
  /** Id of a collection point. */
  point?: string | undefined;
  /** The `next` of the page before. */
  after?: string | undefined;
  limit: number;
}

/**
 * Open answers to a text item in valid responses, the newest first: those that count, so none to an item that did not
 * apply. Reads only responses that hold any text. A page may be short, or even empty, and still have a next. Throws a
 * BadCursorError where `after` is no cursor.
 */
export async function listTextAnswers(
  db: Db,
  code: string,
  questionnaire: Questionnaire,
  { item, channel, point, after, limit }: TextFilter,
): Promise<Page<TextAnswer>> {
  const items: TextAnswer[] = [];
  let last: [string, string] | undefined;
  let read = 0;
  const rows = readResponses(db, code, {
    channel,
    point,
    disposition: 'valid',
    withText: true,
    newestFirst: true,
    pageSize: STEP,
    ...(after === undefined ? {} : { after: decodeCursor(after) }),
  });
  for await (const row of rows) {
    // Only now is it known that something follows.
    if (last !== undefined && (items.length === limit || read === MOST_READ))
      return { items, next: encodePlace(last) };
    const { id, answers } = responseOf(row);
    const counts = contributionsOf(questionnaire, answers).some((each) => each.item === item);
    const text = counts ? answers[item] : undefined;
    if (typeof text === 'string') items.push({ response: id, text });
    last = placeOf(row);
    read += 1;
  }
  return { items, next: null };
}
