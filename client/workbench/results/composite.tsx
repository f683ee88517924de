import type { Channel } from '../api/responses.ts';
import type { Results, Rounding } from '../api/results.ts';
import type { SurveySummary } from '../api/surveys.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { FeedsLine } from '../feeds-line.tsx';
import { base } from '../format.ts';
import { useWords } from '../language.tsx';
import { CalculatedNumber } from '../parts/calculated-number.tsx';
import { SegmentedControl } from '../parts/segmented-control.tsx';
import { sharedWords } from '../parts/words.ts';
import { responsesPath } from '../paths.ts';
import { tradeTerms } from '../terms.ts';
import { resultsWords } from './words.ts';

/** The survey's number, how it is rounded, what it feeds; the comparators stand apart and never mix with it. */
export function Composite(props: {
  survey: SurveySummary;
  results: Results;
  channel: Channel | undefined;
  rounding: Rounding;
  onChange(rounding: Rounding): void;
}) {
  const words = useWords(resultsWords);
  const shared = useWords(sharedWords);
  const terms = useWords(tradeTerms);
  const { id } = useEvaluation();
  const { survey, results, channel, rounding, onChange } = props;
  return (
    <div class="composite">
      <h3>{terms.composite}</h3>
      <p class="composite-value" aria-live="polite">
        <b>
          <CalculatedNumber value={results.composite} whenNone={shared.none.composite} />
        </b>{' '}
        {results.compositeBase === results.base ? (
          <a class="small" href={responsesPath(id, survey.code, { disposition: 'valid', channel })}>
            {base(results.base)}
          </a>
        ) : (
          <span class="small quiet">{base(results.compositeBase)}</span>
        )}
      </p>
      <MeanOf results={results} />
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
      <Feeds survey={survey} isWhatFeeds={rounding === 'exact' && channel === undefined} />
      <Comparators results={results} />
    </div>
  );
}

/** What the composite is the mean of, and which of these items have no part in it. */
function MeanOf({ results }: { results: Results }) {
  const words = useWords(resultsWords);
  const items = results.items.filter(({ id }) => results.compositeItems.includes(id));
  const answered = items.filter(({ base }) => base > 0).map(({ topic }) => topic);
  const empty = items.filter(({ base }) => base === 0).map(({ topic }) => topic);
  if (items.length === 0) return <p class="small quiet">{words.nothingToAverage}</p>;
  return (
    <p class="small quiet">
      {answered.length > 0 && words.meanOf(answered)} {empty.length > 0 && words.notInMean(empty)}{' '}
      {results.compositeBase < results.base &&
        words.baseOfMean(results.compositeBase, results.base)}
    </p>
  );
}

/** Which indicators the survey feeds, beside the one number that does: exact, over all channels. */
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
            <dd>
              <CalculatedNumber
                value={results.comparators[name]}
                whenNone={words.comparatorGaps[results.comparatorGaps[name] ?? 'no-answers']}
              />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
