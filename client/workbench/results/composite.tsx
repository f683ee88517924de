import type { Results, Rounding } from '../api/results.ts';
import type { SurveySummary } from '../api/surveys.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { base } from '../format.ts';
import { useWords } from '../language.tsx';
import { CalculatedNumber } from '../parts/calculated-number.tsx';
import { SegmentedControl } from '../parts/segmented-control.tsx';
import { sharedWords } from '../parts/words.ts';
import { responsesPath, scoringPath } from '../paths.ts';
import { tradeTerms } from '../terms.ts';
import { resultsWords } from './words.ts';

/** The survey's number, how it is rounded, what it feeds; the comparators stand apart and never mix with it. */
export function Composite(props: {
  survey: SurveySummary;
  results: Results;
  rounding: Rounding;
  onChange(rounding: Rounding): void;
}) {
  const words = useWords(resultsWords);
  const shared = useWords(sharedWords);
  const terms = useWords(tradeTerms);
  const { id } = useEvaluation();
  const { survey, results, rounding, onChange } = props;
  return (
    <div class="composite">
      <h3>{terms.composite}</h3>
      <p class="composite-value" aria-live="polite">
        <b>
          <CalculatedNumber value={results.composite} />
        </b>{' '}
        <a class="small" href={responsesPath(id, survey.code, { disposition: 'valid' })}>
          {base(results.base)}
        </a>
      </p>
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
      {survey.feeds.length > 0 ? (
        <p class="small">
          {shared.feeds.feeds}{' '}
          {survey.feeds.map((code) => (
            <a key={code} class="indicator-code" href={scoringPath(id, code)}>
              {code}
            </a>
          ))}
        </p>
      ) : (
        <p class="small quiet">{shared.feeds.none}</p>
      )}
      <Comparators results={results} />
    </div>
  );
}

function Comparators({ results }: { results: Results }) {
  const words = useWords(resultsWords);
  const names = ['topTwoBox', 'evenWeights', 'overallItem'] as const;
  return (
    <div class="comparators small">
      <p class="quiet">{words.comparators}</p>
      <dl>
        {names.map((name) => (
          <div key={name} class="row spread">
            <dt>{words.comparatorNames[name]}</dt>
            <dd>
              <CalculatedNumber value={results.comparators[name]} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
