import type { Evaluation } from './api/evaluations.ts';
import type { SurveySummary } from './api/surveys.ts';
import { useEvaluation, useMay } from './current-evaluation.ts';
import { useWords } from './language.tsx';
import { LinkWhere } from './parts/link-where.tsx';
import { sharedWords } from './parts/words.ts';
import { scoringPath } from './paths.ts';
import { combinedWith, isAsked } from './stops.ts';

/** Which indicators a survey feeds, by itself or together with which others; or why none. */
export function FeedsLine({ survey }: { survey: SurveySummary }) {
  const shared = useWords(sharedWords);
  const evaluation = useEvaluation();
  const seesScoring = useMay('scoring.read');
  if (!isAsked(evaluation, survey)) return <p class="small quiet">{shared.feeds.notAsked}</p>;
  if (survey.feeds.length === 0) return <p class="small quiet">{shared.feeds.none}</p>;
  return (
    <p class="small">
      <Together evaluation={evaluation} survey={survey} />
      {shared.feeds.feeds(survey.feeds.length)}{' '}
      {survey.feeds.map((code) => (
        <LinkWhere
          key={code}
          may={seesScoring}
          class="indicator-code"
          href={scoringPath(evaluation.id, code)}
        >
          {code}
        </LinkWhere>
      ))}
    </p>
  );
}

/** With which surveys, and how: the number that is scored is not this survey's own. */
function Together({ evaluation, survey }: { evaluation: Evaluation; survey: SurveySummary }) {
  const shared = useWords(sharedWords);
  const feed = evaluation.feeds[survey.respondentGroup];
  const others = combinedWith(evaluation, survey).filter((code) => code !== survey.code);
  if (others.length === 0 || feed === undefined || typeof feed === 'string') return null;
  const own = feed.surveys.find(({ code }) => code === survey.code);
  const how =
    own?.weight === undefined
      ? shared.feeds.together.pooled(others)
      : shared.feeds.together.weighted(others, own.weight);
  return <span class="quiet by">{how}</span>;
}
