import type { Evaluation } from '../api/evaluations.ts';
import { scoring } from '../api/scoring.ts';
import { useQuery } from '../data/use-query.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { evaluationsWords } from './words.ts';

/** What goes with an evaluation, in numbers. */
export function DeletionSummary({ evaluation }: { evaluation: Evaluation }) {
  const words = useWords(evaluationsWords);
  const scored = useQuery(scoring(evaluation.id));
  const { surveys } = evaluation;
  const received = surveys.reduce((sum, survey) => sum + survey.received, 0);
  const indicators = scored.data?.indicators ?? [];
  const entered = indicators.filter((indicator) => indicator.inputs).length;
  const overridden = indicators.filter((indicator) => indicator.override).length;
  return (
    <>
      <ul class="what-goes">
        <li>{words.goesSurveys(count(surveys.length), count(received))}</li>
        {scored.data && <li>{words.goesScores(count(entered), count(overridden))}</li>}
        <li>{words.goesRest}</li>
      </ul>
      <p>{words.goesForGood}</p>
    </>
  );
}
