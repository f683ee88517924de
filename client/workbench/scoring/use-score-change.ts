import { useState } from 'preact/hooks';
import { EVALUATIONS, type ScoreChange, scoring, writeScore } from '../api.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { remember, renew, useAction, useLoaded } from '../known.ts';
import { useWords } from '../language.tsx';

/** Stores a change to one indicator, and says what it did to the total. */
export function useScoreChange(code: string) {
  const words = useWords();
  const { id } = useEvaluation();
  const now = useLoaded(scoring(id));
  const [said, setSaid] = useState<string>();
  const before = now.state === 'ready' ? now.data.total?.display : undefined;
  const change = useAction(async (body: ScoreChange) => {
    setSaid(undefined);
    const after = await writeScore(id, code, body);
    renew(EVALUATIONS);
    remember(scoring(id), after);
    const total = after.total?.display ?? '—';
    setSaid(
      total === before ? words.scoring.saved(total) : words.scoring.moved(before ?? '—', total),
    );
  });
  return { ...change, said };
}
