import { evaluationProgress } from '../api/progress.ts';
import type { Progress } from '../api/surveys.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { usePolling } from '../data/polling.ts';
import { useQuery } from '../data/use-query.ts';

/** How the fieldwork of each survey of the evaluation goes, by its code, as it changes; of none until it is known. */
export function useProgress(): ReadonlyMap<string, Progress> {
  const evaluation = useEvaluation();
  const polling = usePolling();
  const { data } = useQuery({ ...evaluationProgress(evaluation.id), ...polling(evaluation) });
  return new Map(data?.surveys.map((each) => [each.code, each]));
}
