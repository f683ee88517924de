import {
  filterOf,
  type ResultItem,
  type Results,
  type Rounding,
  type Split,
} from '../api/results.ts';
import type { SurveySummary } from '../api/surveys.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { FeedsLine } from '../feeds-line.tsx';
import { base } from '../format.ts';
import { useWords } from '../language.tsx';
import { CalculatedNumber } from '../parts/calculated-number.tsx';
import { SegmentedControl } from '../parts/segmented-control.tsx';
import { sharedWords } from '../parts/words.ts';
import { resultsPath, withQuery } from '../paths.ts';
import { ResponsesLink } from '../retention/responses-link.tsx';
import { tradeTerms } from '../terms.ts';
import { useAddressChoice } from '../use-address-choice.ts';
import { Uncertainty } from './uncertainty.tsx';
import { resultsWords } from './words.ts';

/** The survey's number, how it is rounded, what it feeds; the comparators stand apart and never mix with it. */
export function Composite(props: {
  survey: SurveySummary;
  results: Results;
  split: Split;
  rounding: Rounding;
  onChange(rounding: Rounding): void;
}) {
  const words = useWords(resultsWords);
  const shared = useWords(sharedWords);
  const terms = useWords(tradeTerms);
  const { survey, results, split, rounding, onChange } = props;
  return (
    <div class="composite">
      <h3>{terms.composite}</h3>
      <p class="composite-value" aria-live="polite">
        <b>
          <CalculatedNumber value={results.composite} whenNone={shared.none.composite} />
        </b>{' '}
        {results.compositeBase === results.base ? (
          <ResponsesLink
            class="small"
            survey={survey.code}
            filter={{ disposition: 'valid', ...filterOf(split) }}
          >
            {base(results.base)}
          </ResponsesLink>
        ) : (
          <span class="small quiet">{base(results.compositeBase)}</span>
        )}
      </p>
      {results.composite && <Uncertainty results={results} />}
      <HowMade survey={survey} results={results} />
      <SegmentedControl<Rounding>
        label={words.rounding}
        choices={[
          { value: 'exact', label: words.exact },
          { value: 'published', label: words.published },
        ]}
        value={rounding}
        onChange={onChange}
      />
      <p class="small quiet">{words.roundingHint[rounding]}</p>
      <Feeds
        survey={survey}
        isWhatFeeds={rounding === 'exact' && !split.channel && !split.point && !split.flagged}
      />
      <Comparators results={results} />
    </div>
  );
}

/** More links than these would push the numbers off a phone's screen. */
const MOST_LINKS = 12;

/** How the number was made, in words, and the items it was made of, each leading to its table. */
function HowMade({ survey, results }: { survey: SurveySummary; results: Results }) {
  const words = useWords(resultsWords);
  const counting = new Set(results.compositeItems);
  const items = results.items.filter(({ id }) => counting.has(id));
  const links = <ItemLinks survey={survey.code} items={items} />;
  return (
    <>
      <p class="small composite-in-words">{results.compositeInWords}</p>
      {items.length > MOST_LINKS ? (
        <details class="small">
          <summary>{words.itemsThatCount(items.length)}</summary>
          {links}
        </details>
      ) : (
        links
      )}
      {items.length > 0 && results.compositeBase < results.base && (
        <p class="small quiet">{words.baseOfComposite(results.compositeBase, results.base)}</p>
      )}
    </>
  );
}

function ItemLinks({ survey, items }: { survey: string; items: ResultItem[] }) {
  const { id } = useEvaluation();
  const { chosen } = useAddressChoice();
  if (items.length === 0) return null;
  // What else was chosen stays; an item's own table stands beside the chart alone.
  const toTable = (item: ResultItem) =>
    withQuery(resultsPath(id, survey), { ...chosen, as: undefined, item: item.id });
  return (
    <ul class="composite-items small">
      {items.map((item) => (
        <li key={item.id}>
          <a href={toTable(item)}>{item.topic}</a>
        </li>
      ))}
    </ul>
  );
}

/** Which indicators the survey feeds, beside the one number that does: exact, over all channels and points. */
function Feeds({ survey, isWhatFeeds }: { survey: SurveySummary; isWhatFeeds: boolean }) {
  const words = useWords(resultsWords);
  if (survey.feeds.length > 0 && !isWhatFeeds)
    return <p class="small quiet">{words.notWhatFeeds}</p>;
  return <FeedsLine survey={survey} />;
}

function Comparators({ results }: { results: Results }) {
  const words = useWords(resultsWords);
  const names = (['topTwoBox', 'evenWeights', 'overallItem', 'itemMean', 'pooled'] as const).filter(
    (name) => results.comparatorGaps[name] !== 'the-composite',
  );
  return (
    <div class="comparators small">
      <p class="quiet">{words.comparators}</p>
      <dl>
        {names.map((name) => (
          <div key={name} class="row spread">
            <dt>{words.comparatorNames[name]}</dt>
            {results.comparators[name] ? (
              <dd>{results.comparators[name].display}</dd>
            ) : (
              <dd class="quiet why">
                {words.comparatorGaps[results.comparatorGaps[name] ?? 'no-answers']}
              </dd>
            )}
          </div>
        ))}
      </dl>
    </div>
  );
}
