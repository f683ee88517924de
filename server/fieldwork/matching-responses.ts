import { contributionsOf } from '../../analysis/counts.ts';
import { decodeCursor, encodePlace, type Page } from '../store/cursor.ts';
import { questionnaireOf } from '../store/questionnaires.ts';
import {
  listResponses,
  type PagedResponseFilter,
  placeOf,
  readResponses,
  responseOf,
  type StoredResponse,
} from '../store/responses.ts';
import type { Survey } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';

/** Most responses looked at for one page; then the page ends early and `next` goes on from there. */
const MOST_READ = 2000;
const STEP = 200;

interface MatchingFilter extends PagedResponseFilter {
  /** Only responses that count towards this item's base … */
  item?: string | undefined;
  /** … or towards this option of it. */
  option?: string | undefined;
}

/**
 * Responses of a survey in the order they came in. With an item or option, exactly those that its count is made
 * of, read by the rule that counted them; such a page may be short, or even empty, and still have a next.
 */
export async function listMatching(
  db: Db,
  survey: Survey,
  { item, option, ...filter }: MatchingFilter,
): Promise<Page<StoredResponse>> {
  if (item === undefined) return listResponses(db, survey.code, filter);
  const questionnaire = await questionnaireOf(db, survey);
  const matches = ({ answers }: StoredResponse) =>
    contributionsOf(questionnaire, answers).some(
      (counted) => counted.item === item && counted.option === (option ?? ''),
    );

  const { after, limit, ...wanted } = filter;
  const behind = after === undefined ? {} : { after: decodeCursor(after) };
  const items: StoredResponse[] = [];
  let last: [string, string] | undefined;
  let read = 0;
  for await (const row of readResponses(db, survey.code, {
    ...wanted,
    ...behind,
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
