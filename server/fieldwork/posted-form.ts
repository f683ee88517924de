import { answersToTheEnd, applicability } from '../../analysis/applicability.ts';
import { itemsOf } from '../../survey-definitions/item-options.ts';
import type { Item, Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { isBlankText } from '../../survey-definitions/unseen.ts';
import { type FullOptions, itemThatIsFull } from './full-quotas.ts';
import { responseId } from './response-identity.ts';

/** Name of the access code's field, as pages in people's phones post it; the form has it in client/form/page.ts. */
const ACCESS_CODE_FIELD = '_k';
/** The collection point's likewise. */
const POINT_FIELD = '_p';
/** The options whose quota was full when the page was served, as `item.option item.option`. */
const FULL_FIELD = '_full';

/** What a browser without script posted. */
export interface PostedForm {
  /** undefined where it was tampered with: then nobody could tell a second post from a first. */
  id: string | undefined;
  startedAt: string | undefined;
  language: string | undefined;
  accessCode: string | undefined;
  /** Id of the collection point whose link was opened. */
  point: string | undefined;
  answers: Record<string, string | string[]>;
  /** Those of them that are kept: up to one that ends the questionnaire. */
  kept: PostedForm['answers'];
  /** Whether there is such an answer. */
  ended: boolean;
  /** Id of the item at which a full quota, as the page was served, ended it. */
  endedBy: string | undefined;
}

/** Reads the fields of a posted form. Fields that are no item of the questionnaire are the browser's, not answers. */
export function readPostedForm(questionnaire: Questionnaire, body: string): PostedForm {
  const fields = new URLSearchParams(body);
  const started = fields.get('_started') ?? '';
  const answers: PostedForm['answers'] = {};
  for (const item of itemsOf(questionnaire)) {
    const answer = answerTo(item, fields.getAll(item.id));
    if (answer !== undefined) answers[item.id] = answer;
  }
  const endedBy = itemThatIsFull(questionnaire, answers, fullOptionsIn(fields));
  const { because } = applicability(questionnaire, answers, endedBy);
  return {
    id: responseId(fields.get('_id') ?? ''),
    startedAt: Number.isNaN(Date.parse(started)) ? undefined : new Date(started).toISOString(),
    language: fields.get('_lang') ?? undefined,
    accessCode: fields.get(ACCESS_CODE_FIELD) ?? undefined,
    point: fields.get(POINT_FIELD) || undefined,
    answers,
    kept: answersToTheEnd(questionnaire, answers, endedBy),
    ended: because === 'screened-out',
    endedBy,
  };
}

function answerTo(item: Item, given: readonly string[]): string | string[] | undefined {
  // Browsers send the line breaks of a text as CR LF, scripts as LF: the same answer is the same content.
  const values = given.map((value) => value.replaceAll('\r\n', '\n'));
  const [first] = values;
  if (first === undefined) return undefined;
  if (item.type === 'multiple') return values;
  if (values.length > 1) return values;
  return isBlankText(first) ? undefined : first;
}

/** What was tampered with names no item or no option, and ends nothing. */
function fullOptionsIn(fields: URLSearchParams): FullOptions {
  const full = new Map<string, Set<string>>();
  for (const pair of (fields.get(FULL_FIELD) ?? '').split(' ')) {
    const [item = '', option = ''] = pair.split('.');
    full.set(item, (full.get(item) ?? new Set()).add(option));
  }
  return full;
}
