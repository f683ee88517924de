import type { ScoredIndicator } from '../api/scoring.ts';

export const SHOWS = ['all', 'overridden', 'surveyed', 'short', 'missing'] as const;
export type Show = (typeof SHOWS)[number];

/** Indicators a reader may want to see alone: overridden, fed by a survey, short of full points, without a score. */
export function shownIndicators(
  indicators: readonly ScoredIndicator[],
  show: Show,
): ScoredIndicator[] {
  switch (show) {
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
