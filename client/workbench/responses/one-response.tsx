import { useRoute } from 'preact-iso/router';
import { minuteInChina } from '../../../survey-definitions/china-time.ts';
import type { Questionnaire } from '../../../survey-definitions/questionnaire.ts';
import { questionnaire } from '../api/definitions.ts';
import { type Response, type ResponseFilter, response } from '../api/responses.ts';
import { type SurveySummary, survey as surveyOf } from '../api/surveys.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { useQuery } from '../data/use-query.ts';
import { groupLabel } from '../group-label.ts';
import { JudgingPanel } from '../judging/judging-panel.tsx';
import { useWords } from '../language.tsx';
import { NotFound } from '../parts/not-found.tsx';
import { QueryResult } from '../parts/query-result.tsx';
import { ProvenanceNotice } from '../parts/survey-marks.tsx';
import { sharedWords } from '../parts/words.ts';
import { responsePath, responsesPath, withQuery } from '../paths.ts';
import { tradeTerms } from '../terms.ts';
import { useAddressChoice } from '../use-address-choice.ts';
import { AnswersAsAsked } from './answers-as-asked.tsx';
import { readFilter } from './filter-bar.tsx';
import { useFindings } from './findings.ts';
import { RemovedResponses } from './responses.tsx';
import { useResponseKeys } from './use-response-keys.ts';
import { responsesWords } from './words.ts';

/** One response, as whoever answered saw it, with all that is known of it. */
export function OneResponse() {
  const { params } = useRoute();
  const { chosen } = useAddressChoice();
  const survey = useEvaluation().surveys.find((one) => one.code === params['code']);
  const id = params['response'] ?? '';
  if (!survey) return <NotFound />;
  if (survey.answersRemovedAt !== null) return <RemovedResponses survey={survey} />;
  return <Asked key={id} survey={survey} id={id} filter={readFilter(chosen)} />;
}

interface Wanted {
  survey: SurveySummary;
  id: string;
  filter: ResponseFilter;
}

function Asked({ survey, id, filter }: Wanted) {
  const evaluation = useEvaluation();
  const definition = useQuery(questionnaire(survey.questionnaire));
  const read = useQuery(response(survey.code, id, filter));
  const pathOf = (other: string | null | undefined) =>
    other ? responsePath(evaluation.id, survey.code, other, filter) : undefined;
  const paths = {
    previous: pathOf(read.data?.previous),
    next: pathOf(read.data?.next),
    list: withQuery(responsesPath(evaluation.id, survey.code, {}), { ...filter, at: id }),
  };
  useResponseKeys(paths);
  return (
    <article class="stack one-response">
      <Steps {...paths} />
      <QueryResult query={definition}>
        {(asked) => (
          <QueryResult query={read}>
            {(data) => (
              <Opened survey={survey} response={data} questionnaire={asked} next={paths.next} />
            )}
          </QueryResult>
        )}
      </QueryResult>
    </article>
  );
}

/** The ways on from here, each with its key. */
function Steps(paths: { previous: string | undefined; next: string | undefined; list: string }) {
  const words = useWords(responsesWords);
  const step = (path: string | undefined, label: string) =>
    path === undefined ? (
      <span class="button" aria-disabled="true">
        {label}
      </span>
    ) : (
      <a class="button" href={path}>
        {label}
      </a>
    );
  return (
    <nav class="row spread response-steps screen-only" aria-label={words.steps}>
      <a href={paths.list}>
        {words.toList} <kbd>Esc</kbd>
      </a>
      <span class="row">
        {step(paths.previous, `← ${words.previous}`)}
        {step(paths.next, `${words.next} →`)}
      </span>
    </nav>
  );
}

function Opened(props: {
  survey: SurveySummary;
  response: Response;
  questionnaire: Questionnaire;
  /** Path of the next one. */
  next: string | undefined;
}) {
  const words = useWords(responsesWords);
  const shared = useWords(sharedWords);
  const terms = useWords(tradeTerms);
  const points = useQuery(surveyOf(props.survey.code)).data?.points ?? [];
  const { survey, response: one, questionnaire: asked } = props;
  const point = points.find(({ id }) => id === one.point)?.name ?? one.point;
  return (
    <>
      <div>
        <h2>
          {words.title} <span class="receipt">{one.receipt}</span>
        </h2>
        <p class="small quiet">{groupLabel(terms, survey)}</p>
      </div>
      <ProvenanceNotice survey={survey} />
      <dl class="response-facts small">
        <div>
          <dt>{shared.inBeijingTime(words.receivedAt)}</dt>
          <dd class="nowrap">{minuteInChina(one.receivedAt)}</dd>
        </div>
        {one.startedAt && (
          <div>
            <dt>{shared.inBeijingTime(words.startedAt)}</dt>
            <dd class="nowrap">{minuteInChina(one.startedAt)}</dd>
          </div>
        )}
        {one.durationSeconds !== null && (
          <div>
            <dt>{words.duration}</dt>
            <dd>{words.seconds(one.durationSeconds)}</dd>
          </div>
        )}
        <div>
          <dt>{terms.channel}</dt>
          <dd>{terms.channels[one.channel]}</dd>
        </div>
        {point && (
          <div>
            <dt>{terms.point}</dt>
            <dd>{point}</dd>
          </div>
        )}
      </dl>
      <JudgingPanel survey={survey} response={one} next={props.next}>
        <Findings response={one} questionnaire={asked} />
      </JudgingPanel>
      <AnswersAsAsked response={one} questionnaire={asked} />
    </>
  );
}

/** Why it does not count and what raises a doubt, each leading to what it is about. */
function Findings(props: { response: Response; questionnaire: Questionnaire }) {
  const findings = useFindings(props.questionnaire)(props.response);
  if (findings.length === 0) return null;
  const { ruled, disposition } = props.response;
  const isWrong = (ruled ?? disposition) !== 'ineligible';
  return (
    <ul class={`notice response-findings${isWrong ? ' attention' : ''}`}>
      {findings.map(({ text, place }) => (
        <li key={text}>
          {place === undefined ? (
            text
          ) : (
            <button
              type="button"
              class="link-button"
              onClick={() => {
                const found = document.getElementById(place);
                found?.scrollIntoView({ block: 'start' });
                found?.focus({ preventScroll: true });
              }}
            >
              {text}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
