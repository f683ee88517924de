import type { Item } from '../../../survey-definitions/questionnaire.ts';
import type { SurveySummary } from '../api/surveys.ts';
import { survey as surveyOf } from '../api/surveys.ts';
import type { TextFilter as Filter } from '../api/texts.ts';
import { useSurveyText } from '../current-evaluation.ts';
import { useQuery } from '../data/use-query.ts';
import { useWords } from '../language.tsx';
import { ChannelChoice } from '../parts/channel-choice.tsx';
import { PointChoice } from '../parts/point-choice.tsx';
import { tradeTerms } from '../terms.ts';
import { useAddressChoice } from '../use-address-choice.ts';
import { textsWords } from './words.ts';

/** Longest words that are looked for. */
const LONGEST = 100;

/** Which open answers are read, kept in the address. Looked for is what was sent off, not what is being typed: reading is audited. */
export function TextFilter(props: {
  survey: SurveySummary;
  items: readonly Item[];
  filter: Filter;
}) {
  const words = useWords(textsWords);
  const terms = useWords(tradeTerms);
  const surveyText = useSurveyText();
  const { choose } = useAddressChoice();
  const { survey, items, filter } = props;
  const planned = useQuery(surveyOf(survey.code)).data;
  return (
    <div class="filter-bar">
      <search>
        <form
          class="row"
          onSubmit={(event) => {
            event.preventDefault();
            const typed = new FormData(event.currentTarget).get('q');
            choose({ q: String(typed ?? '').trim() || undefined });
          }}
        >
          <input
            key={filter.q ?? ''}
            class="input"
            type="search"
            name="q"
            aria-label={words.search}
            placeholder={words.search}
            maxLength={LONGEST}
            autocomplete="off"
            defaultValue={filter.q ?? ''}
          />
          <button type="submit" class="button">
            {words.find}
          </button>
        </form>
      </search>
      {items.length > 1 && (
        <select
          class="input item-choice"
          aria-label={terms.item}
          value={filter.item ?? ''}
          onChange={({ currentTarget }) => choose({ item: currentTarget.value || undefined })}
        >
          <option value="">{words.allItems}</option>
          {items.map(({ id, topic }) => (
            <option key={id} value={id}>
              {surveyText(topic)}
            </option>
          ))}
        </select>
      )}
      {survey.provenance !== 'reconstructed' && (
        <>
          <ChannelChoice
            channel={filter.channel || undefined}
            onChange={(channel) => choose({ channel })}
          />
          <PointChoice
            points={planned?.points}
            point={filter.point}
            onChange={(point) => choose({ point })}
          />
        </>
      )}
    </div>
  );
}
