import { useEffect, useRef } from 'preact/hooks';
import { minuteInChina } from '../../../survey-definitions/china-time.ts';
import { mayEndEarly } from '../../../survey-definitions/item-options.ts';
import { questionnaire } from '../api/definitions.ts';
import { progress, type SurveySummary } from '../api/surveys.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { pollWhileOpen } from '../data/polling.ts';
import { useQuery } from '../data/use-query.ts';
import { count, outOf } from '../format.ts';
import { groupLabel } from '../group-label.ts';
import { useWords } from '../language.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { QueryResult } from '../parts/query-result.tsx';
import { SurveyStateTag } from '../parts/survey-marks.tsx';
import { Unbroken } from '../parts/unbroken.tsx';
import { questionnairePath, responsesPath, resultsPath } from '../paths.ts';
import { RemovedNotice } from '../retention/removed-notice.tsx';
import { tradeTerms } from '../terms.ts';
import { AccessProtection } from './access-protection.tsx';
import { ChannelTable } from './channel-table.tsx';
import { DayTable } from './day-table.tsx';
import { FeedChoice } from './feed-choice.tsx';
import { SurveyActions } from './survey-actions.tsx';
import { returnsWords } from './words.ts';

/** One survey's returns: state, link, what came by which channel and on which day, and what can be done next. */
export function SurveyReturns({ survey, isTarget }: { survey: SurveySummary; isTarget: boolean }) {
  const words = useWords(returnsWords);
  const terms = useWords(tradeTerms);
  const evaluation = useEvaluation();
  const { id } = evaluation;
  const definition = useQuery(questionnaire(survey.questionnaire));
  const loaded = useQuery({ ...progress(survey.code), ...pollWhileOpen(evaluation) });
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isTarget) place.current?.scrollIntoView({ block: 'start' });
  }, [isTarget]);
  return (
    <section ref={place} class="survey-returns" aria-labelledby={`survey-${survey.code}`}>
      <div class="survey-about stack">
        <h3 id={`survey-${survey.code}`}>
          {groupLabel(terms, survey)} <span class="small quiet">{survey.code}</span>
        </h3>
        <p class="survey-count">
          <b>{outOf(survey.valid, survey.plan.total)}</b>{' '}
          <span class="small quiet">{words.validOfPlan}</span>
        </p>
        <p class="row">
          <SurveyStateTag survey={survey} />
          {survey.phase === 'pilot' && <span class="tag">{terms.phases.pilot}</span>}
          {survey.provenance !== 'collected' && (
            <span class="tag">{terms.provenances[survey.provenance]}</span>
          )}
        </p>
        <p class="small">
          <a href={questionnairePath(id, survey.questionnaire)}>{survey.title}</a>
          <Period survey={survey} />
        </p>
        <p class="small survey-link">
          <a href={`/s/${survey.code}`} target="_blank" rel="noreferrer">
            {survey.url}
          </a>{' '}
          <CopyButton text={survey.url} />
        </p>
        <AccessProtection survey={survey} />
        <SurveyActions survey={survey} />
        <FeedChoice survey={survey} />
      </div>
      <div class="stack">
        <QueryResult query={loaded}>
          {(data) => (
            <>
              <ChannelTable
                progress={data}
                survey={survey}
                mayEndEarly={definition.data !== undefined && mayEndEarly(definition.data)}
              />
              {data.received > data.plan.total && (
                <p class="small quiet">
                  {words.overPlan(count(data.received), count(data.plan.total))}
                </p>
              )}
              {/* The days of what was rebuilt from published counts nobody knows. */}
              {(data.byDay.length > 0 || data.received === 0) && <DayTable days={data.byDay} />}
            </>
          )}
        </QueryResult>
        <p class="row small screen-only">
          <a href={resultsPath(id, survey.code)}>{words.toResults}</a>
          {survey.answersRemovedAt === null && (
            <a href={responsesPath(id, survey.code, {})}>{words.toResponses}</a>
          )}
        </p>
        <RemovedNotice survey={survey} />
      </div>
    </section>
  );
}

function Period({ survey }: { survey: SurveySummary }) {
  const words = useWords(returnsWords);
  if (!survey.opensAt && !survey.closesAt) return null;
  const at = (moment: string | null) => moment && minuteInChina(moment);
  return (
    <span class="quiet">
      {' · '}
      <Unbroken>{words.period(at(survey.opensAt), at(survey.closesAt))}</Unbroken>
    </span>
  );
}
