import type { Scoring } from '../api.ts';
import { useWords } from '../language.tsx';
import { Segments } from '../parts/segments.tsx';
import { SHOWS, type Show, shownIndicators } from './shown-indicators.ts';

/** Narrows the table; each choice says how many indicators it leaves, and one that leaves none is not offered. */
export function IndicatorFilter(props: { scoring: Scoring; show: Show; choose(show: Show): void }) {
  const words = useWords();
  const { scoring, show, choose } = props;
  const choices = SHOWS.map((value) => ({
    value,
    n: shownIndicators(scoring.indicators, value).length,
  })).filter(({ value, n }) => n > 0 || value === 'all' || value === show);
  return (
    <div class="indicator-filter">
      <Segments
        label={words.scoring.show}
        choices={choices.map(({ value, n }) => ({
          value,
          label: `${words.scoring.shows[value]} ${n}`,
        }))}
        value={show}
        choose={choose}
      />
    </div>
  );
}
