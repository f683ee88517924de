import { toNumber } from '../survey-definitions/fraction.ts';
import type { OwnCount } from './own-mean.ts';
import { seeded } from './seeded.ts';

/** Samples drawn anew. */
const DRAWN = 1000;

/**
 * A percentile interval of the mean of own means (for `pooled` of the ratio of their sums), from samples of as many respondents
 * drawn anew with replacement from those there are (B. Efron, 1979): multinomial counts of each own mean, so that it costs the
 * same for a million respondents as for a thousand. In percent; the same `seed` gives the same interval.
 */
export function bootstrapInterval(
  owns: readonly OwnCount[],
  confidence: number,
  seed: string,
): { low: number; high: number; center: number } {
  const chance = seeded(seed);
  const values = owns.map(({ y, m, n }) => ({ y: toNumber(y), m, n }));
  const respondents = values.reduce((total, { n }) => total + n, 0);
  const meanOf = (counts: readonly number[]) => {
    let sum = 0;
    let weight = 0;
    for (const [at, { y, m }] of values.entries()) {
      const n = counts[at] ?? 0;
      sum += n * y;
      weight += n * m;
    }
    return sum / weight;
  };
  const means = Array.from({ length: DRAWN }, () => {
    let left = respondents;
    let among = respondents;
    return meanOf(
      values.map(({ n }) => {
        const drawn = chance.binomial(left, n / among);
        left -= drawn;
        among -= n;
        return drawn;
      }),
    );
  }).sort((a, b) => a - b);
  const beyond = (1 - confidence) / 2;
  return {
    low: quantile(means, beyond),
    high: quantile(means, 1 - beyond),
    center: meanOf(values.map(({ n }) => n)),
  };
}

/** Between the neighbours in proportion (type 7 of Hyndman and Fan, 1996). */
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const below = at - (at % 1);
  const low = sorted[below] ?? 0;
  const high = sorted[below + 1] ?? low;
  return low + (high - low) * (at - below);
}
