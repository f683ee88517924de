import type { Progress, SurveySummary } from '../api/surveys.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { groupLabel } from '../group-label.ts';
import { useWords } from '../language.tsx';
import { NoticeLines } from '../notices/notice-lines.tsx';
import { surveyPath } from '../paths.ts';
import { tradeTerms } from '../terms.ts';
import { returnsWords } from './words.ts';

/** What asks somebody to look, survey by survey; each leads to where something is done about it. Nothing where there is nothing. */
export function PointsTo(props: {
  surveys: readonly SurveySummary[];
  progress: ReadonlyMap<string, Progress>;
}) {
  const words = useWords(returnsWords);
  const terms = useWords(tradeTerms);
  const { id } = useEvaluation();
  const some = props.surveys.flatMap((survey) => {
    const notices = props.progress.get(survey.code)?.notices ?? [];
    return notices.some(({ aside }) => aside === null) ? [{ survey, notices }] : [];
  });
  if (some.length === 0) return null;
  return (
    <section class="points-to" aria-labelledby="points-to">
      <h3 id="points-to">{words.pointsTo}</h3>
      <ul>
        {some.map(({ survey, notices }) => (
          <li key={survey.code}>
            <p>
              <a href={surveyPath(id, survey.code)}>{groupLabel(terms, survey)}</a>{' '}
              <span class="small quiet">{survey.code}</span>
            </p>
            <NoticeLines notices={notices} />
          </li>
        ))}
      </ul>
    </section>
  );
}
