import { answersToTheEnd, applicability } from '../../analysis/applicability.ts';
import { itemsOf } from '../../survey-definitions/item-options.ts';
import type { Item, Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { isBlankText } from '../../survey-definitions/unseen.ts';
import { responseId } from './response-identity.ts';

/** Name of the access code's field, as pages in people's phones post it; the form has it in client/form/page.ts. */
const ACCESS_CODE_FIELD = '_k';
/** The collection point's likewise. */
const POINT_FIELD = '_p';

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
  return {
    id: responseId(fields.get('_id') ?? ''),
    startedAt: Number.isNaN(Date.parse(started)) ? undefined : new Date(started).toISOString(),
    language: fields.get('_lang') ?? undefined,
    accessCode: fields.get(ACCESS_CODE_FIELD) ?? undefined,
    point: fields.get(POINT_FIELD) || undefined,
    answers,
    kept: answersToTheEnd(questionnaire, answers),
    ended: applicability(questionnaire, answers).endedAt !== undefined,
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
