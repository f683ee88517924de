import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Evaluation } from './api/evaluations.ts';

export const EvaluationContext = createContext<Evaluation | undefined>(undefined);

/** The evaluation whose frame the screen stands in. */
export function useEvaluation(): Evaluation {
  const evaluation = useContext(EvaluationContext);
  if (!evaluation) throw new Error('this screen stands inside an evaluation');
  return evaluation;
}
