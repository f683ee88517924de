import { dayInChina } from '../../../survey-definitions/china-time.ts';
import { frozenList } from '../api/figures.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { pollWhileOpen } from '../data/polling.ts';
import { useQuery } from '../data/use-query.ts';
import { useWords } from '../language.tsx';
import { figuresPath } from '../paths.ts';
import { tradeTerms } from '../terms.ts';
import { type FrozenState, frozenState } from './standing.ts';
import { figuresWords } from './words.ts';

/** The way from the results to what was frozen of them, with how it stands. */
export function FiguresLink() {
  const terms = useWords(tradeTerms);
  const evaluation = useEvaluation();
  const { data } = useQuery({ ...frozenList(evaluation.id), ...pollWhileOpen(evaluation) });
  const fed = evaluation.asks.filter(({ base }) => base !== null).map(({ group }) => group);
  return (
    <p class="small row figures-link">
      <a class="screen-only" href={figuresPath(evaluation.id)}>
        {terms.frozen}
      </a>
      {data && <StateTag standing={frozenState(data.items, fed)} />}
    </p>
  );
}

function StateTag({ standing }: { standing: FrozenState }) {
  const words = useWords(figuresWords).states;
  if (standing.state === 'all')
    return <span class="tag done">{words.all(dayInChina(standing.frozenAt))}</span>;
  return (
    <span class={standing.state === 'stale' ? 'tag warm' : 'tag'}>{words[standing.state]}</span>
  );
}
