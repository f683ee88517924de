/**
 * Quantiles of Student's t distribution, as floats: relative error below 1e-12 for p from 0.5 to below 1 and 1 to 1e7 degrees of
 * freedom (test/analysis/t-quantile.test.ts holds it to 30 digits).
 */

const MOST_STEPS = 60;
const EPSILON = 1e-17;

/** Of Γ(a + 1/2) / (Γ(a) √a) in powers of 1/a. */
const SERIES = [
  1,
  -1 / 8,
  1 / 128,
  5 / 1024,
  -21 / 32768,
  -399 / 262144,
  869 / 4194304,
  39325 / 33554432,
];

/** The t that a share `p` of the distribution with `df` degrees of freedom lies below; p in [0.5, 1). Throws a RangeError. */
export function tQuantile(p: number, df: number): number {
  if (!(p >= 0.5 && p < 1 && df >= 1)) throw new RangeError(`no quantile of t: ${p}, ${df}`);
  const tail = 1 - p;
  // The tail is convex and t lies right of the normal quantile: from there Newton's steps never overshoot.
  let t = normalStart(tail);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const next = t + (tTail(t, df) - tail) / density(t, df);
    if (Math.abs(next - t) <= 4e-16 * Math.abs(next)) return next;
    t = next;
  }
  return t;
}

/** From so many degrees of freedom on, the series of what lies between 0 and t loses nothing that the tail could tell. */
const MANY = 50;

/**
 * P(T > t) for t >= 0: half of the incomplete beta I_x(df/2, 1/2), x = df / (df + t²) (Abramowitz and Stegun, 26.7.1); with many
 * degrees of freedom one half less the other side of it, whose series has positive terms only (DLMF 8.17.8).
 */
function tTail(t: number, df: number): number {
  const a = df / 2;
  const square = t * t;
  const x = df / (df + square);
  const rest = square / (df + square);
  const front =
    (Math.exp(-a * Math.log1p(square / df)) * Math.sqrt(rest) * gammaRatio(a)) / Math.sqrt(Math.PI);
  const isInSeries = df > MANY || x >= (a + 1) / (a + 2.5);
  return isInSeries ? 0.5 - front * series(rest, a) : (front * continued(x, a, 0.5)) / a / 2;
}

/** Σ (a + 1/2)_n / (3/2)_n yⁿ, which with its front is half of I_y(1/2, a). */
function series(y: number, a: number): number {
  let sum = 1;
  let term = 1;
  for (let n = 0; n < 10_000; n += 1) {
    term *= ((a + 0.5 + n) / (1.5 + n)) * y;
    sum += term;
    if (term <= EPSILON * sum) break;
  }
  return sum;
}

function density(t: number, df: number): number {
  const power = Math.exp(-((df + 1) / 2) * Math.log1p((t * t) / df));
  return (gammaRatio(df / 2) / Math.sqrt(Math.PI * df)) * power;
}

/**
 * Γ(a + 1/2) / Γ(a) without the difference of two large logarithms: by its asymptotic series (Tricomi and Erdélyi, 1951), and
 * below 30 by the recurrence of Γ.
 */
function gammaRatio(a: number): number {
  let shifted = a;
  let factor = 1;
  for (; shifted < 30; shifted += 1) factor *= shifted / (shifted + 0.5);
  const r = 1 / shifted;
  const corrected = SERIES.reduceRight((sum, coefficient) => sum * r + coefficient, 0);
  return factor * Math.sqrt(shifted) * corrected;
}

/** The continued fraction of the incomplete beta (DLMF 8.17.22), by Lentz's method. */
function continued(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < 1_000_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    const step = d * c;
    value *= step;
    if (Math.abs(step - 1) <= EPSILON) break;
  }
  return value;
}

/** Close to the normal quantile of an upper tail, to 4.5e-4 (Abramowitz and Stegun, 26.2.23). */
function normalStart(tail: number): number {
  const u = Math.sqrt(-2 * Math.log(tail));
  const z =
    u -
    (2.515517 + u * (0.802853 + u * 0.010328)) /
      (1 + u * (1.432788 + u * (0.189269 + u * 0.001308)));
  return Math.max(0, z - 4.5e-4);
}
