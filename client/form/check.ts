import type { Answers } from '../../survey-definitions/questionnaire.ts';
import type { ItemError, PageItem } from './page.ts';
import { chosenOptions, hasEnded, picks } from './show-if.ts';

/** Characters as the server counts them: Unicode code points, not UTF-16 units. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** What somebody sees: the other characters of survey-definitions/unseen.ts, which a citizen's page does not load. */
const SEEN = /[^\p{Z}\p{Cc}\p{Cf}\p{DI}\u2800\ufffc]/u;

/** Whether there is an answer at all: blank text and an empty list are none, as for isBlank of survey-definitions/response.ts. */
export function isAnswered(answer: string | string[] | undefined): boolean {
  return typeof answer === 'string' ? SEEN.test(answer) : !!answer && answer.length > 0;
}

/** The answers to these items, without blank ones. */
export function givenAnswers(items: PageItem[], answers: Answers): Answers {
  const given: Answers = {};
  for (const { id } of items) {
    const answer = answers[id];
    if (answer !== undefined && isAnswered(answer)) given[id] = answer;
  }
  return given;
}

/**
 * What is wrong with the answers to the items that apply, in their order. Whoever does not belong to the group owes no answer.
 * The server checks again; checking here saves the respondent a round trip.
 */
export function checkAnswers(items: PageItem[], answers: Answers): ItemError[] {
  const errors: ItemError[] = [];
  const ended = hasEnded(items, answers);
  for (const item of items) {
    const code = errorOf(item, answers[item.id]);
    if (code && !(ended && code === 'required')) errors.push({ item: item.id, code });
  }
  return errors;
}

function errorOf(item: PageItem, answer: string | string[] | undefined): string | undefined {
  if (!isAnswered(answer)) return item.required ? 'required' : undefined;
  if (item.type === 'text') {
    const tooLong = typeof answer === 'string' && lengthOf(answer) > (item.maxLength || Infinity);
    return tooLong ? 'too-long' : undefined;
  }
  const count = chosenOptions(answer).length;
  // “None of these” is a whole answer by itself, however many are asked for.
  if (picks(answer, item.alone)) return count > 1 ? 'exclusive' : undefined;
  if (count < (item.min || 0) && !picks(answer, item.ends)) return 'too-few';
  if (count > (item.max || Infinity)) return 'too-many';
  return undefined;
}
