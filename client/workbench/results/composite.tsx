import type { Results, Rounding } from '../api/results.ts';
import type { SurveySummary } from '../api/surveys.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { CalculatedNumber } from '../parts/calculated-number.tsx';
import { SegmentedControl } from '../parts/segmented-control.tsx';
import { responsesPath, scoringPath } from '../paths.ts';

/** The survey's number, how it is rounded, what it feeds; the comparators stand apart and never mix with it. */
export function Composite(props: {
  survey: SurveySummary;
  results: Results;
  rounding: Rounding;
  onChange(rounding: Rounding): void;
}) {
  const words = useWords();
  const { id } = useEvaluation();
  const { survey, results, rounding, onChange } = props;
  return (
    <div class="composite">
      <h3>{words.terms.composite}</h3>
      <p class="composite-value" aria-live="polite">
        <b>
          <CalculatedNumber value={results.composite} />
        </b>{' '}
        <a class="small" href={responsesPath(id, survey.code, { disposition: 'valid' })}>
          n = {count(results.base)}
        </a>
      </p>
      <SegmentedControl<Rounding>
        label={words.results.rounding}
        choices={[
          { value: 'exact', label: words.results.exact },
          { value: 'published', label: words.results.published },
        ]}
        value={rounding}
        onChange={onChange}
      />
      <p class="small quiet">{words.results.roundingHint[rounding]}</p>
      {survey.feeds.length > 0 ? (
        <p class="small">
          {words.feeds.feeds}{' '}
          {survey.feeds.map((code) => (
            <a key={code} class="indicator-code" href={scoringPath(id, code)}>
              {code}
            </a>
          ))}
        </p>
      ) : (
        <p class="small quiet">{words.feeds.none}</p>
      )}
      <Comparators results={results} />
    </div>
  );
}

function Comparators({ results }: { results: Results }) {
  const words = useWords();
  const names = ['topTwoBox', 'evenWeights', 'overallItem'] as const;
  return (
    <div class="comparators small">
      <p class="quiet">{words.results.comparators}</p>
      <dl>
        {names.map((name) => (
          <div key={name} class="row spread">
            <dt>{words.comparators[name]}</dt>
            <dd>
              <CalculatedNumber value={results.comparators[name]} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
