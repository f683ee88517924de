import type { ResponseFilter } from '../api/responses.ts';
import { responseTotal } from '../api/responses.ts';
import type { SurveySummary } from '../api/surveys.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { pollWhileOpen } from '../data/polling.ts';
import { useQuery } from '../data/use-query.ts';
import { useWords } from '../language.tsx';
import { responsesWords } from './words.ts';

/** How many came in since the list was read, and a way to see them; the list itself stays as it was read. */
export function NewerResponses(props: {
  survey: SurveySummary;
  filter: ResponseFilter;
  /** How many there were when the list was read. */
  read: number;
  show(): void;
}) {
  const words = useWords(responsesWords);
  const evaluation = useEvaluation();
  const now = useQuery({
    ...responseTotal(props.survey.code, props.filter),
    ...pollWhileOpen(evaluation),
  });
  const more = (now.data?.total ?? 0) - props.read;
  return (
    <span role="status">
      {more > 0 && (
        <button type="button" class="button newer" onClick={props.show}>
          {words.newer(more)}
        </button>
      )}
    </span>
  );
}
