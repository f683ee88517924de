import { keepPreviousData } from '@tanstack/query-core';
import { useRoute } from 'preact-iso/router';
import { CHANNELS } from '../../../survey-definitions/response.ts';
import { PLANNED_CHANNELS } from '../../../survey-definitions/survey.ts';
import { type Results as ResultsData, type Rounding, results, type Split } from '../api/results.ts';
import { type SurveySummary, survey as surveyOf } from '../api/surveys.ts';
import { useEvaluation, useMay, useMayChange } from '../current-evaluation.ts';
import { usePolling } from '../data/polling.ts';
import { useQuery } from '../data/use-query.ts';
import { FiguresLink } from '../figures/figures-link.tsx';
import { useWords } from '../language.tsx';
import { ChannelChoice } from '../parts/channel-choice.tsx';
import { NotFound } from '../parts/not-found.tsx';
import { PointChoice } from '../parts/point-choice.tsx';
import { QueryResult } from '../parts/query-result.tsx';
import { SegmentedControl } from '../parts/segmented-control.tsx';
import { ProvenanceNotice } from '../parts/survey-marks.tsx';
import { sharedWords } from '../parts/words.ts';
import { comparisonPath, stopPath, surveyPath } from '../paths.ts';
import { RemovedNotice } from '../retention/removed-notice.tsx';
import { scoreRelevantSurveys } from '../stops.ts';
import { oneOf, useAddressChoice } from '../use-address-choice.ts';
import { Composite } from './composite.tsx';
import { ItemSections } from './item-sections.tsx';
import { Scales } from './scales.tsx';
import { SurveySwitch } from './survey-switch.tsx';
import { resultsWords } from './words.ts';

/** Third stop: what the answers come to, one survey at a time. */
export function Results() {
  const words = useWords(resultsWords);
  const shared = useWords(sharedWords);
  const evaluation = useEvaluation();
  const maySetUp = useMayChange('surveys.write');
  const seesFrozen = useMay('figures.read');
  const { params } = useRoute();
  const [preferred = evaluation.surveys[0]] = scoreRelevantSurveys(evaluation);
  const survey = params['code']
    ? evaluation.surveys.find((one) => one.code === params['code'])
    : preferred;
  if (!survey && params['code']) return <NotFound />;
  if (!survey) {
    return (
      <div class="empty">
        <h2>{words.none}</h2>
        <p>{words.noneHint}</p>
        {maySetUp && (
          <a class="button primary" href={stopPath(evaluation.id, 'questionnaires')}>
            {shared.questionnaires.chooseAction}
          </a>
        )}
      </div>
    );
  }
  return (
    <div class="stack">
      {seesFrozen && <FiguresLink />}
      <SurveySwitch current={survey.code} />
      <SurveyResults key={survey.code} survey={survey} />
    </div>
  );
}

function SurveyResults({ survey }: { survey: SurveySummary }) {
  const words = useWords(resultsWords);
  const evaluation = useEvaluation();
  const { chosen, choose } = useAddressChoice();
  const rounding = oneOf(['published'], chosen['rounding']) ?? 'exact';
  const planned = useQuery(surveyOf(survey.code)).data;
  const split: Split = mayBeSplit(survey)
    ? {
        channel: oneOf(CHANNELS, chosen['channel']),
        point: chosen['point'] || undefined,
        flagged:
          survey.answersRemovedAt === null ? oneOf(['without'], chosen['flagged']) : undefined,
      }
    : { channel: undefined, point: undefined };
  const polling = usePolling();
  const loaded = useQuery({
    ...results(survey.code, rounding, split),
    ...polling(evaluation),
    // While another rounding or channel is on its way what stood before stays, so that a switch moves nothing.
    placeholderData: keepPreviousData,
  });
  const empty = survey.valid === 0;
  return (
    <>
      <div class="row spread">
        <h2>{survey.title}</h2>
        {!empty && mayBeSplit(survey) && (
          <div class="row splits">
            <PointChoice
              points={planned?.points}
              point={split.point}
              onChange={(point) => choose({ point })}
            />
            <ChannelChoice
              channels={PLANNED_CHANNELS}
              channel={split.channel}
              onChange={(channel) => choose({ channel })}
            />
            {survey.answersRemovedAt === null && (
              <SegmentedControl<'without' | ''>
                label={words.doubt}
                choices={[
                  { value: '', label: words.allResponses },
                  { value: 'without', label: words.withoutFlagged },
                ]}
                value={split.flagged ?? ''}
                onChange={(flagged) => choose({ flagged: flagged || undefined })}
              />
            )}
          </div>
        )}
      </div>
      {!empty && (
        <p class="small screen-only">
          <a href={comparisonPath(evaluation.id, survey.code)}>{words.sideBySide}</a>
        </p>
      )}
      <ProvenanceNotice survey={survey} />
      <RemovedNotice survey={survey} />
      <QueryResult query={loaded}>
        {(data) =>
          empty ? (
            <div class="empty">
              <h3>{words.nobodyYet}</h3>
              <p>{words.nobodyYetHint}</p>
              <a class="button" href={surveyPath(evaluation.id, survey.code)}>
                {words.toReturns}
              </a>
            </div>
          ) : (
            <SurveyNumbers
              survey={survey}
              results={data}
              split={split}
              rounding={rounding}
              onChange={(rounding) =>
                choose({ rounding: rounding === 'exact' ? undefined : rounding })
              }
            />
          )
        }
      </QueryResult>
    </>
  );
}

/** Of a survey that was rebuilt from published counts nobody knows who answered what by which channel or where. */
const mayBeSplit = ({ provenance }: SurveySummary) => provenance !== 'reconstructed';

function SurveyNumbers(props: {
  survey: SurveySummary;
  results: ResultsData;
  split: Split;
  rounding: Rounding;
  onChange(rounding: Rounding): void;
}) {
  const { chosen, choose } = useAddressChoice();
  const { survey, results, split } = props;
  const as = oneOf(['table'], chosen['as']) ?? 'chart';
  return (
    <>
      <div class="results-head">
        <Composite
          survey={survey}
          results={results}
          split={split}
          rounding={props.rounding}
          onChange={props.onChange}
        />
        <Scales
          results={results}
          counted={{ survey: survey.code, split }}
          as={as}
          onChange={(as) => choose({ as: as === 'chart' ? undefined : as })}
        />
      </div>
      <ItemSections
        survey={survey}
        results={results}
        split={split}
        targetItem={chosen['item']}
        // The satisfaction items' numbers stand in one table, that above or those below.
        leaveOut={as === 'table' ? 'satisfaction' : undefined}
      />
    </>
  );
}
