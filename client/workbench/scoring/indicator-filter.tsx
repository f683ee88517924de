import type { ScoredIndicator, Scoring } from '../api/scoring.ts';
import { useWords } from '../language.tsx';
import { SegmentedControl } from '../parts/segmented-control.tsx';
import { scoringWords } from './words.ts';

export const INDICATOR_FILTERS = ['all', 'overridden', 'surveyed', 'short', 'missing'] as const;
export type IndicatorFilterName = (typeof INDICATOR_FILTERS)[number];

/** Indicators a reader may want to see alone: overridden, fed by a survey, short of full points, without a score. */
export function filterIndicators(
  indicators: readonly ScoredIndicator[],
  filter: IndicatorFilterName,
): ScoredIndicator[] {
  switch (filter) {
    case 'all':
      return [...indicators];
    case 'overridden':
      return indicators.filter((indicator) => indicator.override !== null);
    case 'surveyed':
      return indicators.filter((indicator) => indicator.source !== null);
    case 'short':
      return indicators.filter(({ score, weight }) => score !== null && score.value < weight.value);
    case 'missing':
      return indicators.filter((indicator) => indicator.score === null);
  }
}

/** Narrows the table; each choice says how many indicators it leaves, and one that leaves none is not offered. */
export function IndicatorFilter(props: {
  scoring: Scoring;
  filter: IndicatorFilterName;
  onChange(filter: IndicatorFilterName): void;
}) {
  const words = useWords(scoringWords);
  const { scoring, filter, onChange } = props;
  const choices = INDICATOR_FILTERS.map((value) => ({
    value,
    n: filterIndicators(scoring.indicators, value).length,
  })).filter(({ value, n }) => n > 0 || value === 'all' || value === filter);
  return (
    <div class="indicator-filter">
      <SegmentedControl
        label={words.show}
        choices={choices.map(({ value, n }) => ({
          value,
          label: `${words.shows[value]} ${n}`,
        }))}
        value={filter}
        onChange={onChange}
      />
    </div>
  );
}
