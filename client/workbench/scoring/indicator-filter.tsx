import type { Scoring } from '../api/scoring.ts';
import { useWords } from '../language.tsx';
import { SegmentedControl } from '../parts/segmented-control.tsx';
import { SHOWS, type Show, shownIndicators } from './shown-indicators.ts';

/** Narrows the table; each choice says how many indicators it leaves, and one that leaves none is not offered. */
export function IndicatorFilter(props: {
  scoring: Scoring;
  show: Show;
  onChange(show: Show): void;
}) {
  const words = useWords();
  const { scoring, show, onChange } = props;
  const choices = SHOWS.map((value) => ({
    value,
    n: shownIndicators(scoring.indicators, value).length,
  })).filter(({ value, n }) => n > 0 || value === 'all' || value === show);
  return (
    <div class="indicator-filter">
      <SegmentedControl
        label={words.scoring.show}
        choices={choices.map(({ value, n }) => ({
          value,
          label: `${words.scoring.shows[value]} ${n}`,
        }))}
        value={show}
        onChange={onChange}
      />
    </div>
  );
}
