import { useRoute } from 'preact-iso/router';
import { mayEndEarly } from '../../../survey-definitions/item-options.ts';
import { questionnaire } from '../api/definitions.ts';
import { type Progress, progress, type Survey, survey } from '../api/surveys.ts';
import { Arrivals } from '../arrivals/arrivals.tsx';
import { useEvaluation } from '../current-evaluation.ts';
import { isMoving, usePolling } from '../data/polling.ts';
import { useLivePage } from '../data/presence.ts';
import { useQuery } from '../data/use-query.ts';
import { useWords } from '../language.tsx';
import { Notices } from '../notices/notices.tsx';
import { NotFound } from '../parts/not-found.tsx';
import { QueryResult } from '../parts/query-result.tsx';
import { ProvenanceNotice } from '../parts/survey-marks.tsx';
import { QuotaFills } from '../quotas/quota-fills.tsx';
import { RemovedNotice } from '../retention/removed-notice.tsx';
import { FeedChoice } from '../returns/feed-choice.tsx';
import { AccessProtection } from './access-protection.tsx';
import { ChannelTable } from './channel-table.tsx';
import { FormSteps } from './form-steps.tsx';
import { HandedOut } from './handed-out.tsx';
import { SurveyLink } from './links/survey-links.tsx';
import { PlanHistory } from './plan-history.tsx';
import { PointTable } from './point-table.tsx';
import { Settings } from './settings.tsx';
import { SurveyHead } from './survey-head.tsx';
import { SurveyNumbers } from './survey-numbers.tsx';
import { surveyWords } from './words.ts';

/** One survey: what came back of what was planned, its links, how it is set up, and what can be done next. */
export function SurveyPage() {
  const { params } = useRoute();
  const evaluation = useEvaluation();
  const code = params['code'] ?? '';
  const polling = usePolling();
  const loaded = useQuery({ ...survey(code), ...polling(evaluation) });
  return (
    <QueryResult query={loaded}>
      {(data) =>
        data.evaluation.id === evaluation.id ? <OneSurvey key={code} survey={data} /> : <NotFound />
      }
    </QueryResult>
  );
}

function OneSurvey({ survey }: { survey: Survey }) {
  const evaluation = useEvaluation();
  const polling = usePolling();
  const loaded = useQuery({ ...progress(survey.code), ...polling(evaluation) });
  useLivePage(isMoving([survey]));
  return (
    <article class="survey-page" aria-labelledby={`survey-${survey.code}`}>
      <SurveyHead survey={survey} />
      <ProvenanceNotice survey={survey} />
      <RemovedNotice survey={survey} />
      <div class="survey-columns">
        <div class="survey-main">
          <QueryResult query={loaded}>
            {(data) => <Returns survey={survey} progress={data} />}
          </QueryResult>
        </div>
        <div class="survey-side">
          {/* What was not collected here came by nobody's link. */}
          {survey.provenance === 'collected' && (
            <SurveyLink survey={survey} points={survey.points} />
          )}
          <AccessProtection survey={survey} />
          <FeedChoice survey={survey} />
        </div>
      </div>
      <Settings survey={survey} progress={loaded.data} />
      <PlanHistory survey={survey} />
    </article>
  );
}

/** What came back: in all, by day and hour, as far as the form was answered, by channel, by collection point. */
function Returns({ survey, progress }: { survey: Survey; progress: Progress }) {
  const words = useWords(surveyWords);
  const definition = useQuery(questionnaire(survey.questionnaire));
  const withIneligible =
    progress.ineligible > 0 || (definition.data !== undefined && mayEndEarly(definition.data));
  const isCollected = survey.provenance === 'collected';
  const hasBegun = progress.state === 'open' || progress.state === 'closed';
  const isOpen = progress.state === 'open';
  return (
    <>
      <Notices survey={survey} notices={progress.notices} />
      <SurveyNumbers survey={survey} progress={progress} />
      {/* The days of what was rebuilt from published counts nobody knows. */}
      {hasBegun && (progress.byDay.length > 0 || progress.received === 0) && (
        <section class="survey-section" aria-labelledby="survey-arrivals">
          <h3 id="survey-arrivals">{words.arrivals}</h3>
          <Arrivals
            byDay={progress.byDay}
            byHour={progress.byHour}
            now={isOpen ? progress.at : undefined}
            perDayNeeded={isOpen ? progress.pace.perDayNeeded : null}
          />
        </section>
      )}
      {hasBegun && progress.steps.length > 0 && (
        <section class="survey-section" aria-labelledby="survey-steps">
          <h3 id="survey-steps">{words.steps.title}</h3>
          <FormSteps progress={progress} />
        </section>
      )}
      {progress.quotas.length + progress.shares.length > 0 && (
        <section class="survey-section" aria-labelledby="survey-quotas">
          <h3 id="survey-quotas">{words.quotas}</h3>
          <QuotaFills progress={progress} />
        </section>
      )}
      <section class="survey-section" aria-labelledby="survey-channels">
        <h3 id="survey-channels">{words.byChannel}</h3>
        <ChannelTable progress={progress} survey={survey} withIneligible={withIneligible} />
      </section>
      {isCollected && (
        <section class="survey-section" aria-labelledby="survey-points">
          <h3 id="survey-points">{words.byPoint}</h3>
          <PointTable progress={progress} survey={survey} withIneligible={withIneligible} />
        </section>
      )}
      {isCollected && <HandedOut survey={survey} progress={progress} />}
    </>
  );
}
