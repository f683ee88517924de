import type { Language, Text } from '../../survey-definitions/text.ts';
import { fillIn, textIn } from '../../survey-definitions/wording.ts';
import type { Evaluation } from '../store/evaluations.ts';

/** What an evaluation fills into the texts of its questionnaires. */
export function placeholdersOf({
  department,
  place,
  year,
}: Pick<Evaluation, 'department' | 'place' | 'year'>): Record<string, string> {
  return { department, place, year: String(year) };
}

/** Says a text of a definition in one language, filled in for one evaluation. */
export function textFor(
  evaluation: Pick<Evaluation, 'department' | 'place' | 'year'>,
  language: Language,
): (text: Text) => string {
  const values = placeholdersOf(evaluation);
  return (text) => fillIn(textIn(text, language), values);
}
