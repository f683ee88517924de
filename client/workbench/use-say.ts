import type { Text } from '../../survey-definitions/text.ts';
import { fillIn, textIn } from '../../survey-definitions/wording.ts';
import { useEvaluation } from './current-evaluation.ts';
import { useLanguage } from './language.tsx';

/** Says a text of a definition as this evaluation's respondents read it. */
export function useSay(): (text: Text) => string {
  const { language } = useLanguage();
  const { department, place, year } = useEvaluation();
  const values = { department, place, year: String(year) };
  return (text) => fillIn(textIn(text, language), values);
}
