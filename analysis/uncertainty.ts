import type { Composite } from '../survey-definitions/composite.ts';
import {
  compare,
  divide,
  exact,
  type Fraction,
  fraction,
  multiply,
  subtract,
  toNumber,
} from '../survey-definitions/fraction.ts';
import { wholeOf } from '../survey-definitions/long-sums.ts';
import type { Provenance } from '../survey-definitions/survey.ts';
import { bootstrapInterval } from './bootstrap.ts';
import { type OwnCount, ofKept } from './own-mean.ts';
import { tQuantile } from './t-quantile.ts';

/** Why a composite has no standard error. */
export const NO_UNCERTAINTY = [
  'reconstructed',
  'several-surveys',
  'method',
  'no-answers',
  'too-few',
  'incomplete',
  'answers-removed',
] as const;
export type NoUncertainty = (typeof NO_UNCERTAINTY)[number];

/** Why there is no second opinion. */
export const NO_BOOTSTRAP = ['too-many-values', 'answers-removed'] as const;
type NoBootstrap = (typeof NO_BOOTSTRAP)[number];

/** In percent, as floats: they are estimates. */
export interface Uncertainty {
  standardError: number;
  low: number;
  high: number;
  degreesOfFreedom: number;
  bootstrap: { low: number; high: number } | null;
  noBootstrap: NoBootstrap | null;
}

/** Sums over the valid respondents, by name, as own-mean.ts names them. */
export type OwnSums = ReadonlyMap<string, bigint>;

export interface Sample {
  composite: Composite | undefined;
  provenance: Provenance;
  /** The composite itself, in percent. */
  value: Fraction | null;
  /** Respondents with a scored answer to one of its items, as the results count them. */
  respondents: number;
  sums: OwnSums;
  /** null where there are more different ones than are kept. */
  owns: readonly OwnCount[] | null;
  /** How many people the sample was taken of; null where nobody knows, or it is not that of a split. */
  population: number | null;
  seed: string;
}

/** Two-sided. */
export const CONFIDENCE = '0.95';
/** Of the scored answers that were asked for, at least so many have to be there. */
const LEAST_SCORED = fraction(95, 100);
const METHODS: ReadonlySet<string> = new Set(['mean', 'items', 'dimensions', 'pooled', 'persons']);

/**
 * How far a composite may be from that of the population the respondents were drawn of: the standard error of the mean of their
 * own means, s / √n with the finite population correction √(1 − n/N); for `pooled` that of the ratio Σy / Σm by linearization,
 * √(n/(n−1) Σ(y − Rm)²) / Σm (W. G. Cochran, Sampling Techniques, 3rd ed., 1977, ch. 2 and 6). The interval is the composite ± t
 * with n − 1 degrees of freedom, within 0 to 100. What is missing of the scored answers makes the composite and the mean of own
 * means two numbers: below 95 % of them nothing is said.
 */
export function uncertaintyOf(sample: Sample): Uncertainty | { none: NoUncertainty } {
  const { composite, provenance, value, respondents, sums } = sample;
  if (provenance === 'reconstructed') return { none: 'reconstructed' };
  if (!METHODS.has(composite?.method ?? 'mean')) return { none: 'method' };
  if (value === null) return { none: 'no-answers' };
  if (respondents < 2) return { none: 'too-few' };
  // By the sums themselves: those of the results may have been read a response earlier.
  const n = Number(wholeOf(sums, 'n'));
  // Counted by a version that kept no sums, of answers that were removed since.
  if (n === 0) return { none: 'answers-removed' };
  if (n < 2) return { none: 'too-few' };
  const asked = fraction(wholeOf(sums, 'asked'));
  const scored = fraction(wholeOf(sums, 'scored'));
  if (compare(scored, multiply(LEAST_SCORED, asked)) < 0) return { none: 'incomplete' };
  const correction = finiteCorrection(n, sample.population);
  const variance = isPooled(composite) ? ratioVariance(n, sums) : meanVariance(n, sums);
  const standardError = Math.sqrt(toNumber(multiply(variance, correction)));
  const center = toNumber(value);
  const reach = tQuantile((1 + toNumber(exact(CONFIDENCE))) / 2, n - 1) * standardError;
  return {
    standardError,
    low: within(center - reach),
    high: within(center + reach),
    degreesOfFreedom: n - 1,
    ...secondOpinion(sample, center, toNumber(correction)),
  };
}

const isPooled = (composite: Composite | undefined): boolean => composite?.method === 'pooled';

/** 1 − n / N; 1 where the population is not known, 0 where everybody answered. */
function finiteCorrection(n: number, population: number | null): Fraction {
  if (population === null) return fraction(1);
  return n >= population ? fraction(0) : fraction(population - n, population);
}

/** (Σy² − (Σy)²/n) / (n − 1) / n */
function meanVariance(n: number, sums: OwnSums): Fraction {
  const y = ofKept(wholeOf(sums, 'y'));
  const squares = ofKept(wholeOf(sums, 'yy'), 2);
  const spread = subtract(squares, divide(multiply(y, y), fraction(n)));
  return divide(spread, fraction(BigInt(n) * BigInt(n - 1)));
}

/** n/(n − 1) (Σy² − 2R Σym + R² Σm²) / (Σm)² */
function ratioVariance(n: number, sums: OwnSums): Fraction {
  const m = fraction(wholeOf(sums, 'scored'));
  const ratio = divide(ofKept(wholeOf(sums, 'y')), m);
  const cross = multiply(multiply(fraction(2), ratio), ofKept(wholeOf(sums, 'ym')));
  const squares = multiply(multiply(ratio, ratio), fraction(wholeOf(sums, 'mm')));
  const spread = subtract(ofKept(wholeOf(sums, 'yy'), 2), subtract(cross, squares));
  return divide(multiply(fraction(n, n - 1), spread), multiply(m, m));
}

/** Around the composite itself, and as much narrower as the population is finite. */
function secondOpinion(
  { owns, seed }: Pick<Sample, 'owns' | 'seed'>,
  center: number,
  correction: number,
): Pick<Uncertainty, 'bootstrap' | 'noBootstrap'> {
  if (owns === null) return { bootstrap: null, noBootstrap: 'too-many-values' };
  // They go with the answers; the sums stay.
  if (owns.length === 0) return { bootstrap: null, noBootstrap: 'answers-removed' };
  const { low, high, center: drawn } = bootstrapInterval(owns, toNumber(exact(CONFIDENCE)), seed);
  const around = (end: number) => within(center + (end - drawn) * Math.sqrt(correction));
  return { bootstrap: { low: around(low), high: around(high) }, noBootstrap: null };
}

const within = (percent: number): number => Math.min(100, Math.max(0, percent));

/** Whether a sample tells on which side of a target the group is: not where the interval contains it. */
export function settles(
  { low, high }: Pick<Uncertainty, 'low' | 'high'>,
  target: Fraction,
): boolean {
  const at = toNumber(target);
  return at < low || at > high;
}
