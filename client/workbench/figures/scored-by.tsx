import { dayInChina } from '../../../survey-definitions/china-time.ts';
import type { Calculated } from '../api/evaluations.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { useWords } from '../language.tsx';
import { Unbroken } from '../parts/unbroken.tsx';
import { frozenPath } from '../paths.ts';
import { figuresWords } from './words.ts';

/** What an indicator scores by: a frozen figure, with today's number where that is another by now, or today's number. */
export function ScoredBy(props: {
  figures: { id: string; frozenAt: string; stale: boolean; live: Calculated } | null;
  value: Calculated;
}) {
  const words = useWords(figuresWords).scoredBy;
  const { id } = useEvaluation();
  const { figures, value } = props;
  if (figures === null) return <span class="small quiet scored-by">{words.live}</span>;
  return (
    <span class="small scored-by">
      <a href={frozenPath(id, figures.id)}>
        <Unbroken>{words.frozen(dayInChina(figures.frozenAt), value?.display ?? '—')}</Unbroken>
      </a>{' '}
      {figures.stale && <span class="tag warm">{words.stale(figures.live?.display ?? '—')}</span>}
    </span>
  );
}

/** The same in a word, where a line of the table has no room for more. */
export function FrozenMark({ stale }: { stale: boolean }) {
  const words = useWords(figuresWords);
  return stale ? (
    <span class="tag warm">{words.states.stale}</span>
  ) : (
    <span class="quiet">{words.scoredBy.mark}</span>
  );
}
