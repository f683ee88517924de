import type { Evaluation } from '../api/evaluations.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Grade } from '../parts/grade.tsx';
import { type Stop, stopPath } from '../paths.ts';
import { openStops } from '../stops.ts';
import { tradeTerms } from '../terms.ts';
import { type StopState, stopStates } from './stop-states.ts';
import { evaluationWords } from './words.ts';

/** The way a number travels, always in sight: five stops, each with its state; for those who see no results as far as they go. */
export function Rail({
  evaluation,
  current,
}: {
  evaluation: Evaluation;
  current: Stop | undefined;
}) {
  const words = useWords(evaluationWords);
  const terms = useWords(tradeTerms);
  const { language } = useLanguage();
  const states = stopStates(evaluation, language);
  const stops = openStops(evaluation);
  const seesResults = stops.includes('results');
  return (
    <nav
      class={seesResults ? 'rail' : 'rail few'}
      aria-label={seesResults ? words.title : words.titleShort}
    >
      <ol>
        {stops.map((stop) => (
          <li key={stop} class={`stop ${states[stop].progress}`}>
            <a
              href={stopPath(evaluation.id, stop)}
              aria-current={stop === current ? 'page' : undefined}
            >
              <StopName name={terms.stops[stop]} />
              <StopLines stop={stop} state={states[stop]} evaluation={evaluation} />
            </a>
          </li>
        ))}
        {seesResults && (
          <li class="stop ahead later">
            <span class="stop-body">
              <StopName name={terms.stops.report} />
              <span class="stop-line">{words.later}</span>
            </span>
          </li>
        )}
      </ol>
    </nav>
  );
}

function StopName({ name }: { name: string }) {
  return (
    <span class="stop-name">
      <i class="node" aria-hidden="true" />
      <b>{name}</b>
      <i class="track" aria-hidden="true" />
    </span>
  );
}

function StopLines(props: { stop: Stop; state: StopState; evaluation: Evaluation }) {
  const { stop, state, evaluation } = props;
  const { grade, complete } = evaluation.score;
  return (
    <>
      {state.lines.map((line) => (
        <span class={stop === 'scoring' ? 'stop-line scored' : 'stop-line'} key={line.label ?? ''}>
          {line.label && (
            <>
              <span class="stop-label" title={line.label}>
                {line.label}
              </span>{' '}
            </>
          )}
          <span>{line.value}</span>
          {line.unit && (
            <>
              {' '}
              <span class={stop === 'scoring' ? 'stop-grade' : 'stop-unit'}>
                {stop === 'scoring' && complete && grade ? (
                  <Grade grade={grade} system={evaluation.indicatorSystem} />
                ) : (
                  line.unit
                )}
              </span>
            </>
          )}
        </span>
      ))}
    </>
  );
}
