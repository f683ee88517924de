import { toNumber } from '../survey-definitions/fraction.ts';
import type { OwnCount } from './own-mean.ts';
import { type Chance, seeded } from './seeded.ts';

/** Samples drawn anew. */
const DRAWN = 1000;

/** With so few respondents to each own mean, drawing them one by one costs less than drawing how often each own mean comes. */
const FEW = 10;

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
  const draw =
    respondents <= FEW * values.length
      ? oneByOne(values, chance)
      : byOwnMean(values, respondents, chance);
  const means = Float64Array.from({ length: DRAWN }, draw).sort();
  const beyond = (1 - confidence) / 2;
  return {
    low: quantile(means, beyond),
    high: quantile(means, 1 - beyond),
    center: ratioOf(values),
  };
}

interface Value {
  y: number;
  m: number;
  n: number;
}

function ratioOf(values: readonly Value[]): number {
  let sum = 0;
  let weight = 0;
  for (const { y, m, n } of values) {
    sum += n * y;
    weight += n * m;
  }
  return sum / weight;
}

/** The mean of one sample, each respondent of it drawn by himself. */
function oneByOne(values: readonly Value[], chance: Chance): () => number {
  const respondents = values.flatMap(({ n }, at) => Array.from({ length: n }, () => at));
  const ys = Float64Array.from(respondents, (at) => values[at]?.y ?? 0);
  const ms = Float64Array.from(respondents, (at) => values[at]?.m ?? 0);
  return () => {
    let sum = 0;
    let weight = 0;
    for (let drawn = 0; drawn < ys.length; drawn += 1) {
      const at = (chance.uniform() * ys.length) | 0;
      sum += ys[at] as number;
      weight += ms[at] as number;
    }
    return sum / weight;
  };
}

/** The mean of one sample, of how often each own mean comes: one binomial after the other, of those that are left. */
function byOwnMean(values: readonly Value[], respondents: number, chance: Chance): () => number {
  return () => {
    let [left, among, sum, weight] = [respondents, respondents, 0, 0];
    for (const { y, m, n } of values) {
      const drawn = chance.binomial(left, n / among);
      left -= drawn;
      among -= n;
      sum += drawn * y;
      weight += drawn * m;
    }
    return sum / weight;
  };
}

/** Between the neighbours in proportion (type 7 of Hyndman and Fan, 1996). */
function quantile(sorted: Float64Array, share: number): number {
  const at = (sorted.length - 1) * share;
  const below = at - (at % 1);
  const low = sorted[below] ?? 0;
  const high = sorted[below + 1] ?? low;
  return low + (high - low) * (at - below);
}
