import {
  add,
  divide,
  exact,
  type Fraction,
  fraction,
  HUNDRED,
  multiply,
  ONE,
  subtract,
  toNumber,
} from '../survey-definitions/fraction.ts';
import type { SampleSize } from '../survey-definitions/survey.ts';
import { normalWithin } from './normal-quantile.ts';
import { roundUp } from './rounding.ts';

/**
 * Valid responses it takes (Cochran, Sampling Techniques, 3rd ed., 1977, ch. 4): n₀ = z²·p(100 − p)/e² for a share p in
 * percent, z²·s²/e² for a mean on 0-100 with standard deviation s, both with the margin e in points, times the design
 * effect; of a population of N people n = n₀ / (1 + (n₀ − 1)/N), which is never more than N. Rounded up. Its numbers are
 * within `SAMPLE_SIZE_RANGES`.
 */
export function sampleSize(basis: Omit<SampleSize, 'needed'>): number {
  const { population } = basis;
  const z = exact(normalWithin(toNumber(divide(exact(basis.confidence), HUNDRED))));
  const margin = exact(basis.margin);
  const ratio = divide(multiply(multiply(z, z), varianceOf(basis)), multiply(margin, margin));
  const unlimited = multiply(ratio, exact(basis.designEffect));
  if (population === undefined) return toNumber(roundUp(unlimited));
  const correction = add(ONE, divide(subtract(unlimited, ONE), fraction(population)));
  return toNumber(roundUp(divide(unlimited, correction)));
}

/** Questionnaires that must be handed out for so many valid responses, where `returnRate` percent come back valid. */
export const toHandOut = (needed: number, returnRate: number | string): number =>
  toNumber(roundUp(divide(multiply(fraction(needed), HUNDRED), exact(returnRate))));

/** In squared points of 0-100. */
function varianceOf(basis: Omit<SampleSize, 'needed'>): Fraction {
  if (basis.deviation !== undefined) {
    const deviation = exact(basis.deviation);
    return multiply(deviation, deviation);
  }
  const share = exact(basis.share ?? 50);
  return multiply(share, subtract(HUNDRED, share));
}
