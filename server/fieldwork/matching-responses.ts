import { contributionsOf } from '../../analysis/frequency.ts';
import { questionnaireOf } from '../evaluations/load.ts';
import { encodeCursor, type Page } from '../store/cursor.ts';
import { listResponses, type ResponseFilter, type StoredResponse } from '../store/responses.ts';
import type { Survey } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';

/** Most responses looked at for one page; then the page ends early and `next` goes on from there. */
const MOST_READ = 2000;
const STEP = 200;

interface MatchingFilter extends ResponseFilter {
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

  const items: StoredResponse[] = [];
  let after = filter.after;
  for (let read = 0; read < MOST_READ; read += STEP) {
    const page = await listResponses(db, survey.code, { ...filter, after, limit: STEP });
    for (const [index, response] of page.items.entries()) {
      if (matches(response)) items.push(response);
      const isLast = page.next === null && index === page.items.length - 1;
      if (items.length === filter.limit && !isLast) {
        return { items, next: encodeCursor([response.receivedAt, response.id]) };
      }
    }
    if (page.next === null) return { items, next: null };
    after = page.next;
  }
  return { items, next: after ?? null };
}
