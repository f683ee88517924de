import { useRoute } from 'preact-iso/router';
import { minuteInChina } from '../../../survey-definitions/china-time.ts';
import { type FrozenFigures, frozenFigures } from '../api/figures.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { pollWhileOpen } from '../data/polling.ts';
import { useQuery } from '../data/use-query.ts';
import { useWords } from '../language.tsx';
import { QueryResult } from '../parts/query-result.tsx';
import { Unbroken } from '../parts/unbroken.tsx';
import { figuresPath } from '../paths.ts';
import { Changes } from './changes.tsx';
import { FigureFiles } from './figure-files.tsx';
import { FigureGroup } from './figure-group.tsx';
import { State } from './history.tsx';
import { isStale } from './standing.ts';
import { figuresWords } from './words.ts';

/** One that was frozen, with everything it holds, how it stands today, and how to take it along and check it. */
export function OneFigure() {
  const words = useWords(figuresWords).one;
  const { params } = useRoute();
  const evaluation = useEvaluation();
  const loaded = useQuery({
    ...frozenFigures(evaluation.id, params['figures'] ?? ''),
    ...pollWhileOpen(evaluation),
  });
  return (
    <div class="stack one-figure">
      <p class="small screen-only">
        <a href={figuresPath(evaluation.id)}>{words.all}</a>
      </p>
      <QueryResult query={loaded}>{(figures) => <Whole figures={figures} />}</QueryResult>
    </div>
  );
}

function Whole({ figures }: { figures: FrozenFigures }) {
  const words = useWords(figuresWords).one;
  return (
    <>
      <div class="row">
        <h2>
          <Unbroken>{words.title(minuteInChina(figures.frozenAt))}</Unbroken>
        </h2>
        <span class="small quiet">{words.by(figures.frozenBy)}</span>
        <State frozen={figures} />
      </div>
      {figures.changes.length > 0 && (
        <div class={isStale(figures) ? 'notice attention' : 'notice'}>
          <p>
            <strong>{words.since}</strong>
          </p>
          <Changes moved={figures} />
        </div>
      )}
      {figures.groups.map((group) => (
        <FigureGroup key={group.group} group={group} figures={figures.figures} />
      ))}
      <FigureFiles figures={figures} />
    </>
  );
}
