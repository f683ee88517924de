import { useState } from 'preact/hooks';
import { evaluationsKey } from '../api/evaluations.ts';
import { changeScoring, type ScoreChange, type Scoring, scoring } from '../api/scoring.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { queryClient, setAndInvalidate } from '../data/query-client.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useWords } from '../language.tsx';
import { scoringWords } from './words.ts';

/** Stores a change to one indicator, and says what it did to the total. */
export function useScoreChange(code: string) {
  const words = useWords(scoringWords);
  const { id } = useEvaluation();
  const [message, setMessage] = useState<string>();
  const change = useMutation(async (body: ScoreChange) => {
    setMessage(undefined);
    const shown = queryClient.getQueryData<Scoring>(scoring(id).queryKey);
    const before = shown?.total?.display;
    const after = await changeScoring(id, code, body);
    setAndInvalidate(scoring(id), after, evaluationsKey);
    const total = after.total?.display ?? '—';
    setMessage(total === before ? words.saved(total) : words.moved(before ?? '—', total));
  });
  return { ...change, message };
}

/** What a change to a score did, said aloud. */
export function ScoreChangeResult({ message }: { message: string | undefined }) {
  return (
    <p class="small said" role="status">
      {message}
    </p>
  );
}
