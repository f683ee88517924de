import { itemsOf, mayEndEarly, optionsOf } from '../../../survey-definitions/item-options.ts';
import type { Questionnaire } from '../../../survey-definitions/questionnaire.ts';
import {
  CHANNELS,
  DISPOSITIONS,
  FLAG_CODES,
  REASON_CODES,
} from '../../../survey-definitions/response.ts';
import type { ResponseFilter } from '../api/responses.ts';
import { type SurveySummary, survey as surveyOf } from '../api/surveys.ts';
import { useSurveyText } from '../current-evaluation.ts';
import { useQuery } from '../data/use-query.ts';
import { useWords } from '../language.tsx';
import { ChannelChoice } from '../parts/channel-choice.tsx';
import { PointChoice } from '../parts/point-choice.tsx';
import { SegmentedControl } from '../parts/segmented-control.tsx';
import { tradeTerms } from '../terms.ts';
import { oneOf, useAddressChoice } from '../use-address-choice.ts';
import { responsesWords } from './words.ts';

/** Which responses are listed; each choice is part of the address, so that it can be sent to a colleague. */
export function FilterBar(props: {
  survey: SurveySummary;
  filter: ResponseFilter;
  questionnaire: Questionnaire;
}) {
  const words = useWords(responsesWords);
  const terms = useWords(tradeTerms);
  const { choose } = useAddressChoice();
  const { survey, filter, questionnaire } = props;
  const planned = useQuery(surveyOf(survey.code)).data;
  // Who gave an answer is a count that was published; who of them by which channel is not.
  const mayBeSplit = survey.provenance !== 'reconstructed' || !filter.item;
  const dispositions = DISPOSITIONS.filter(
    (each) =>
      filter.disposition === each ||
      (each === 'on-hold'
        ? survey.onHold > 0
        : each !== 'ineligible' || mayEndEarly(questionnaire) || survey.ineligible > 0),
  );
  const change = (changed: ResponseFilter) => choose({ ...changed, at: undefined });
  return (
    <div class="filter-bar">
      <SegmentedControl
        label={terms.disposition}
        choices={[
          { value: '', label: words.all },
          ...dispositions.map((value) => ({ value, label: terms[value] })),
        ]}
        value={filter.disposition ?? ''}
        onChange={(disposition) =>
          change({
            disposition: disposition || undefined,
            ...(disposition === 'valid' && { reason: undefined }),
          })
        }
      />
      {mayBeSplit && (
        <>
          <ChannelChoice channel={filter.channel} onChange={(channel) => change({ channel })} />
          <PointChoice
            points={planned?.points}
            point={filter.point}
            onChange={(point) => change({ point })}
          />
          <select
            class="input"
            aria-label={words.doubt.name}
            value={filter.flag ?? doubtOf(filter)}
            onChange={({ currentTarget: { value } }) =>
              change({
                flagged: value === 'flagged' ? '1' : value === 'unflagged' ? '0' : undefined,
                flag: oneOf(FLAG_CODES, value),
              })
            }
          >
            <option value="">{words.doubt.any}</option>
            <option value="flagged">{words.doubt.flagged}</option>
            <option value="unflagged">{words.doubt.unflagged}</option>
            {FLAG_CODES.map((code) => (
              <option key={code} value={code}>
                {words.doubt[code]}
              </option>
            ))}
          </select>
          <select
            class="input"
            aria-label={words.overruled.name}
            value={filter.overruled ?? ''}
            onChange={({ currentTarget: { value } }) =>
              change({ overruled: oneOf(['1', '0'], value) })
            }
          >
            <option value="">{words.overruled.any}</option>
            <option value="1">{words.overruled.yes}</option>
            <option value="0">{words.overruled.no}</option>
          </select>
          {filter.disposition !== 'valid' && (
            <select
              class="input"
              aria-label={words.why.name}
              value={filter.reason ?? ''}
              onChange={({ currentTarget: { value } }) =>
                change({ reason: oneOf(REASON_CODES, value) })
              }
            >
              <option value="">{words.why.any}</option>
              {REASON_CODES.map((code) => (
                <option key={code} value={code}>
                  {words.why[code]}
                </option>
              ))}
            </select>
          )}
        </>
      )}
      {filter.receipt && (
        <p class="small answer-filter">
          {words.onlyReceipt(filter.receipt)}{' '}
          <button type="button" class="link-button" onClick={() => change({ receipt: undefined })}>
            {words.anyReceipt}
          </button>
        </p>
      )}
      {filter.item && (
        <p class="small answer-filter">
          <AnswerFilter filter={filter} questionnaire={questionnaire} />{' '}
          <button
            type="button"
            class="link-button"
            onClick={() => change({ item: undefined, option: undefined })}
          >
            {words.anyAnswer}
          </button>
        </p>
      )}
    </div>
  );
}

function AnswerFilter(props: { filter: ResponseFilter; questionnaire: Questionnaire }) {
  const words = useWords(responsesWords);
  const surveyText = useSurveyText();
  const { filter, questionnaire } = props;
  const item = itemsOf(questionnaire).find((one) => one.id === filter.item);
  const option = item && optionsOf(questionnaire, item).find((one) => one.id === filter.option);
  const topic = item ? surveyText(item.topic) : (filter.item ?? '');
  if (!filter.option) return <>{words.answeredAtAll(topic)}</>;
  return <>{words.answered(topic, option ? surveyText(option.label) : filter.option)}</>;
}

const doubtOf = ({ flagged }: ResponseFilter) =>
  flagged === undefined ? '' : flagged === '0' ? 'unflagged' : 'flagged';

/** The filter an address asks for; what is none of the choices is left out. */
export function readFilter(query: Readonly<Record<string, string | undefined>>): ResponseFilter {
  const filter: ResponseFilter = {
    channel: oneOf(CHANNELS, query['channel']),
    point: query['point'] || undefined,
    disposition: oneOf(DISPOSITIONS, query['disposition']),
    flagged: oneOf(['1', '0'], query['flagged']),
    flag: oneOf(FLAG_CODES, query['flag']),
    reason: oneOf(REASON_CODES, query['reason']),
    overruled: oneOf(['1', '0'], query['overruled']),
    receipt: query['receipt'] || undefined,
    item: query['item'] || undefined,
    option: query['option'] || undefined,
  };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}
