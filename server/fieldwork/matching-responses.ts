import { contributionsOf } from '../../analysis/counts.ts';
import { decodeCursor, encodePlace, type Page } from '../store/cursor.ts';
import { questionnaireOf } from '../store/questionnaires.ts';
import {
  listResponses,
  type PagedResponseFilter,
  placeOf,
  type ResponseFilter,
  readResponses,
  responseOf,
  type StoredResponse,
} from '../store/responses.ts';
import type { Survey } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';

/** Most responses looked at for one page; then the page ends early and `next` goes on from there. */
const MOST_READ = 2000;
const STEP = 200;

interface ByAnswer {
  /** Only responses that count towards this item's base … */
  item?: string | undefined;
  /** … or towards this option of it. */
  option?: string | undefined;
}
export type MatchingFilter = ResponseFilter & ByAnswer;

/**
 * Responses of a survey, the newest first. With an item or option, exactly those that its count is made
 * of, read by the rule that counted them; such a page may be short, or even empty, and still have a next.
 */
export async function listMatching(
  db: Db,
  survey: Survey,
  { item, option, ...filter }: PagedResponseFilter & ByAnswer,
): Promise<Page<StoredResponse>> {
  if (item === undefined) return listResponses(db, survey.code, filter);
  const matches = await matcher(db, survey, item, option);
  const { after, limit, ...wanted } = filter;
  const behind = after === undefined ? {} : { after: decodeCursor(after) };
  const items: StoredResponse[] = [];
  let last: [string, string] | undefined;
  let read = 0;
  for await (const row of readResponses(db, survey.code, {
    ...wanted,
    ...behind,
    newestFirst: true,
    pageSize: STEP,
  })) {
    // Only now is it known that something follows.
    if (last !== undefined && (items.length === limit || read === MOST_READ)) {
      return { items, next: encodePlace(last) };
    }
    const response = responseOf(row);
    if (matches(response)) items.push(response);
    last = placeOf(row);
    read += 1;
  }
  return { items, next: null };
}

/**
 * Ids of the next newer and the next older response under the filters, whether or not the response itself is under them; null where there
 * is none, or none of this answer among the next two thousand.
 */
export async function neighboursOf(
  db: Db,
  survey: Survey,
  { receivedAt, id }: Pick<StoredResponse, 'receivedAt' | 'id'>,
  { item, option, ...filter }: MatchingFilter,
): Promise<{ previous: string | null; next: string | null }> {
  const matches = item === undefined ? undefined : await matcher(db, survey, item, option);
  const nearest = async (newestFirst: boolean): Promise<string | null> => {
    let read = 0;
    for await (const row of readResponses(db, survey.code, {
      ...filter,
      newestFirst,
      after: [receivedAt, id],
      pageSize: matches ? STEP : 1,
    })) {
      if (matches === undefined || matches(responseOf(row))) return row.id;
      read += 1;
      if (read === MOST_READ) return null;
    }
    return null;
  };
  return { previous: await nearest(false), next: await nearest(true) };
}

async function matcher(db: Db, survey: Survey, item: string, option: string | undefined) {
  const questionnaire = await questionnaireOf(db, survey);
  return ({ answers }: StoredResponse) =>
    contributionsOf(questionnaire, answers).some(
      (counted) => counted.item === item && counted.option === (option ?? ''),
    );
}
