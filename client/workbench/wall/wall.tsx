import { useLocation } from 'preact-iso/router';
import { needsSomebody } from '../../../analysis/notices/notice.ts';
import { hourBars } from '../arrivals/arrival-bars.ts';
import { ArrivalChart } from '../arrivals/arrival-chart.tsx';
import { useEvaluation } from '../current-evaluation.ts';
import { useFreshness } from '../data/freshness.ts';
import { isMoving } from '../data/polling.ts';
import { useLivePage } from '../data/presence.ts';
import { useWords } from '../language.tsx';
import { AsOf, moment } from '../parts/as-of.tsx';
import { stopPath, surveyPath, wallPath } from '../paths.ts';
import { useProgress } from '../progress/use-progress.ts';
import { formalFirst } from '../stops.ts';
import { useAwake, useEsc, useTurn } from './use-wall.ts';
import { WallBeside } from './wall-beside.tsx';
import { WallSurvey } from './wall-survey.tsx';
import { wallWords } from './words.ts';

/** So many surveys are read from five metres on one screen; more take turns. */
const MOST_SURVEYS = 4;
const MOST_NOTICES = 3;

/** The evaluation's returns, or one survey's, to hang on a wall: nothing to press, and everything large. */
export function Wall() {
  const words = useWords(wallWords);
  const evaluation = useEvaluation();
  const progress = useProgress();
  const { path, route } = useLocation();
  const only = evaluation.surveys.find(({ code }) => path === wallPath(evaluation.id, code));
  useAwake();
  useLivePage(isMoving(evaluation.surveys));
  useEsc(() =>
    route(only ? surveyPath(evaluation.id, only.code) : stopPath(evaluation.id, 'returns')),
  );
  const shown = formalFirst(evaluation.surveys).flatMap((survey) => {
    const of = progress.get(survey.code);
    const isShown = only ? survey === only : survey.state !== 'draft';
    return isShown && of ? [{ survey, of }] : [];
  });
  const pages = Math.ceil(shown.length / MOST_SURVEYS);
  const turn = useTurn(pages);
  const here = shown.slice(turn * MOST_SURVEYS, (turn + 1) * MOST_SURVEYS);
  const open = shown.find(({ of }) => of.state === 'open');
  const byHour = hourBars(
    shown.flatMap(({ of }) => of.byHour),
    open?.of.at,
  );
  const pointed = shown
    .flatMap(({ survey, of }) => of.notices.map((notice) => ({ survey, notice })))
    .filter(({ notice }) => notice.aside === null)
    .sort((a, b) => Number(needsSomebody(b.notice)) - Number(needsSomebody(a.notice)))
    .slice(0, MOST_NOTICES);
  return (
    <article class="wall">
      <header class="wall-head">
        <h1>
          {evaluation.department} <span class="nowrap">{evaluation.year}</span> · {words.title}
        </h1>
        <p>
          {pages > 1 && <span class="nowrap">{words.page(turn + 1, pages)}</span>} <AsOf />
        </p>
      </header>
      <Lost />
      {shown.length === 0 && progress.size > 0 && <p class="wall-number">{words.nothing}</p>}
      <div class="wall-surveys" key={turn}>
        {here.map(({ survey, of }) => (
          <WallSurvey key={survey.code} survey={survey} progress={of} />
        ))}
      </div>
      <div class="wall-foot">
        {byHour.bars.length > 0 && <ArrivalChart series={byHour} />}
        <WallBeside of={only && shown[0]?.of} pointed={pointed} />
      </div>
    </article>
  );
}

/** Seen from afar: the numbers are old, and since when. */
function Lost() {
  const words = useWords(wallWords);
  const fresh = useFreshness();
  if (!fresh?.failing) return null;
  return (
    <p class="wall-lost stale-notice" role="alert">
      {words.lost(moment(fresh.asOf))}
    </p>
  );
}
