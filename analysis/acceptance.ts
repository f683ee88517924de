import { itemsOf, optionsOf } from '../survey-definitions/item-options.ts';
import type { Item, Questionnaire } from '../survey-definitions/questionnaire.ts';
import { isBlank } from '../survey-definitions/response.ts';
import { type RawAnswers, rawAnswer } from './answer-reading.ts';
import { applicability } from './applicability.ts';

export type AnswerErrorCode =
  | 'required'
  | 'unknown-item'
  | 'unknown-option'
  | 'wrong-type'
  | 'too-long'
  | 'too-few'
  | 'too-many'
  | 'exclusive'
  | 'duplicate-option';

/** Why an online answer is refused: `item` as it was sent, `params` for the sentence the respondent reads. */
export interface AnswerError {
  item: string;
  code: AnswerErrorCode;
  params?: Record<string, string | number>;
}

/** Characters as people count them: code points, and a line break as one however it was sent. */
function lengthOf(text: string): number {
  return [...text.replaceAll('\r\n', '\n')].length;
}

/** What is wrong with an answer whether or not its item applies: it could not be kept as it is. */
function illFormed(
  questionnaire: Questionnaire,
  item: Item,
  raw: unknown,
): AnswerError | undefined {
  const wrong = (code: AnswerErrorCode, params?: AnswerError['params']): AnswerError => ({
    item: item.id,
    code,
    ...(params && { params }),
  });
  if (item.type === 'text') {
    if (typeof raw !== 'string') return wrong('wrong-type');
    const length = lengthOf(raw);
    return length > item.maxLength
      ? wrong('too-long', { maxLength: item.maxLength, length })
      : undefined;
  }
  const several = item.type === 'multiple';
  if (several !== Array.isArray(raw)) return wrong('wrong-type');
  const marks: unknown[] = Array.isArray(raw) ? raw : [raw];
  if (!marks.every((mark) => typeof mark === 'string')) return wrong('wrong-type');
  const known = new Set(optionsOf(questionnaire, item).map((option) => option.id));
  return marks.every((mark) => known.has(mark)) ? undefined : wrong('unknown-option');
}

/** What is wrong with which options were chosen of an item that applies, and how many. */
function miscounted(item: Item, raw: unknown): AnswerError | undefined {
  if (item.type !== 'multiple' || !Array.isArray(raw)) return undefined;
  const distinct = new Set(raw).size;
  if (distinct < raw.length) return { item: item.id, code: 'duplicate-option' };
  // “None of these” is a whole answer by itself, however many are asked for.
  if (item.options.some(({ id, exclusive }) => exclusive && raw.includes(id)))
    return distinct > 1 ? { item: item.id, code: 'exclusive' } : undefined;
  // Whoever does not belong to the group owes no other mark beside the one that says so.
  const ends = item.options.some(({ id, endsHere }) => endsHere && raw.includes(id));
  if (item.min !== undefined && distinct < item.min && !ends)
    return { item: item.id, code: 'too-few', params: { min: item.min, chosen: distinct } };
  if (item.max !== undefined && distinct > item.max)
    return { item: item.id, code: 'too-many', params: { max: item.max, chosen: distinct } };
  return undefined;
}

/**
 * Everything that keeps a response given online from being accepted, in the order of the questionnaire,
 * at most one error an item; empty where it is acceptable. White space and an empty list are no answer.
 * An item that does not apply is never required and may hold any number of its options, but what it
 * holds is kept, so it must still be of its kind. Whoever does not belong to the group has nothing more to answer, and what
 * was answered after that is not looked at, as it is not kept; and so it is with whom a full quota ended it for, at the item
 * `quotaAt`. Takes any object, keys such as `__proto__` included.
 */
export function checkAnswers(
  questionnaire: Questionnaire,
  answers: RawAnswers,
  quotaAt?: string,
): AnswerError[] {
  const { items: applicable, endedAt } = applicability(questionnaire, answers, quotaAt);
  const items = itemsOf(questionnaire);
  const errors: AnswerError[] = [];
  for (const item of items) {
    const raw = rawAnswer(answers, item.id);
    const applies = applicable.has(item.id);
    if (isBlank(raw)) {
      if (applies && item.required && endedAt === undefined)
        errors.push({ item: item.id, code: 'required' });
      continue;
    }
    const error =
      illFormed(questionnaire, item, raw) ?? (applies ? miscounted(item, raw) : undefined);
    if (error) errors.push(error);
    if (item.id === endedAt) break;
  }
  const known = new Set(items.map((item) => item.id));
  for (const key of Object.keys(answers))
    if (!known.has(key)) errors.push({ item: key, code: 'unknown-item' });
  return errors;
}
