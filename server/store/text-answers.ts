import { contributionsOf } from '../../analysis/counts.ts';
import type { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import type { Channel } from '../../survey-definitions/response.ts';
import { foldCaseless } from '../../survey-definitions/typed-text.ts';
import { decodeCursor, encodePlace, type Page } from './cursor.ts';
import { placeOf, readResponses, responseOf } from './responses.ts';
import type { Db } from './tables.ts';

const STEP = 100;
/** Most responses looked at for one page; then the page ends early and `next` goes on from there. */
const MOST_READ = 2000;

/** What somebody wrote in answer to an item, and in which response. */
export interface TextAnswer {
  response: string;
  item: string;
  text: string;
  receivedAt: string;
  channel: Channel;
  point: string | null;
}

interface TextFilter {
  /** Text items. */
  items: readonly string[];
  /** Only texts with this in them; case, width and spaces decide nothing. */
  q?: string | undefined;
  channel?: Channel | undefined;
  /** Id of a collection point. */
  point?: string | undefined;
  /** The `next` of the page before. */
  after?: string | undefined;
  limit: number;
}

/**
 * Open answers to text items in valid responses, the newest first: those that count, so none to an item that did not
 * apply. Reads only responses that hold any text. A page may be short, or even empty, and still have a next; it holds
 * all texts of a response or none, so it may be longer than its limit by those of one. Throws a BadCursorError where
 * `after` is no cursor.
 */
export async function listTextAnswers(
  db: Db,
  code: string,
  questionnaire: Questionnaire,
  { items, q, channel, point, after, limit }: TextFilter,
): Promise<Page<TextAnswer>> {
  const wanted = foldCaseless(q ?? '');
  const found: TextAnswer[] = [];
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
    if (last !== undefined && (found.length >= limit || read === MOST_READ))
      return { items: found, next: encodePlace(last) };
    const response = responseOf(row);
    const counted = new Set(contributionsOf(questionnaire, response.answers).map((n) => n.item));
    for (const item of items) {
      const text = counted.has(item) ? response.answers[item] : undefined;
      if (typeof text !== 'string' || !foldCaseless(text).includes(wanted)) continue;
      const { id, receivedAt } = response;
      found.push({
        response: id,
        item,
        text,
        receivedAt,
        channel: response.channel,
        point: response.point,
      });
    }
    last = placeOf(row);
    read += 1;
  }
  return { items: found, next: null };
}
