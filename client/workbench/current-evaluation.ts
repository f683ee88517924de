import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { EvaluationPermission } from '../../survey-definitions/permission.ts';
import type { Text } from '../../survey-definitions/text.ts';
import { fillIn, textIn } from '../../survey-definitions/wording.ts';
import type { Evaluation } from './api/evaluations.ts';
import { useLanguage } from './language.tsx';

export const EvaluationContext = createContext<Evaluation | undefined>(undefined);

/** The evaluation whose frame the screen stands in. */
export function useEvaluation(): Evaluation {
  const evaluation = useContext(EvaluationContext);
  if (!evaluation) throw new Error('this screen stands inside an evaluation');
  return evaluation;
}

/** Whether it is only there to be read: what would change it is not offered then, and the frame says why. */
export const useReadOnly = (): boolean => useEvaluation().archivedAt !== null;

/** Whether whoever looks holds this permission here: what he may not do is not offered, what he may not read not asked for. */
export const useMay = (permission: EvaluationPermission): boolean =>
  useEvaluation().permissions.includes(permission);

/** Says a text of a definition as this evaluation's respondents read it. */
export function useSurveyText(): (text: Text) => string {
  const { language } = useLanguage();
  const { department, place, year } = useEvaluation();
  const values = { department, place, year: String(year) };
  return (text) => fillIn(textIn(text, language), values);
}
