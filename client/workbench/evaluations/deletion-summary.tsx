import { useEffect, useState } from 'preact/hooks';
import { baseData } from '../api/base-data.ts';
import type { Evaluation } from '../api/evaluations.ts';
import { scoring } from '../api/scoring.ts';
import { accessCodes, survey } from '../api/surveys.ts';
import { askNow } from '../data/query-client.ts';
import { attempt } from '../data/use-mutation.ts';
import { useQuery } from '../data/use-query.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { evaluationsWords } from './words.ts';

/** What goes with an evaluation, in numbers. */
export function DeletionSummary({ evaluation }: { evaluation: Evaluation }) {
  const words = useWords(evaluationsWords);
  const scored = useQuery(scoring(evaluation.id));
  const cells = useQuery(baseData(evaluation.id));
  const numbers = useGoing(evaluation);
  const { surveys } = evaluation;
  const received = surveys.reduce((sum, each) => sum + each.received, 0);
  const indicators = scored.data?.indicators ?? [];
  const entered = indicators.filter((indicator) => indicator.inputs).length;
  const overridden = indicators.filter((indicator) => indicator.override).length;
  return (
    <>
      <ul class="what-goes">
        <li>{words.goesSurveys(count(surveys.length), count(received))}</li>
        {scored.data && <li>{words.goesScores(count(entered), count(overridden))}</li>}
        {numbers && <li>{words.goesWith(count(numbers.points), count(numbers.codes))}</li>}
        {cells.data && <li>{words.goesCells(count(cells.data.cells.length))}</li>}
        <li>{words.goesRest}</li>
      </ul>
      <p>{words.goesForGood}</p>
    </>
  );
}

/** How many collection points and access codes its surveys have: each survey knows its own. */
function useGoing({ surveys }: Evaluation): { points: number; codes: number } | undefined {
  const [going, setGoing] = useState<{ points: number; codes: number }>();
  useEffect(() => {
    let shown = true;
    void attempt(async () => {
      const numbers = await Promise.all(
        surveys.map(async ({ code, access }) => ({
          points: (await askNow(survey(code)))?.points.length ?? 0,
          codes: access === 'code' ? ((await askNow(accessCodes(code)))?.issued ?? 0) : 0,
        })),
      );
      const sum = (part: 'points' | 'codes') => numbers.reduce((all, one) => all + one[part], 0);
      if (shown) setGoing({ points: sum('points'), codes: sum('codes') });
    });
    return () => {
      shown = false;
    };
  }, []);
  return going;
}
