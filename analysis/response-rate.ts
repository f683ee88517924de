import { type Fraction, fraction } from '../survey-definitions/fraction.ts';

/** What came back where questionnaires were handed out, such as by a channel at a collection point. */
export interface Returned {
  /** Questionnaires handed out (实际发放数); null where nobody said. */
  handedOut: number | null;
  valid: number;
  invalid: number;
  ineligible: number;
}

/** Why there is no response rate; the last: more came back than was handed out, so one of the numbers is wrong. */
export type NoRateCode = 'handed-out-unknown' | 'nothing-handed-out' | 'more-than-handed-out';

/** The terms that a rate was calculated of, over all places together. */
export interface RateTerms {
  valid: number;
  handedOut: number;
  ineligible: number;
}
export type ResponseRate =
  | { value: Fraction; terms: RateTerms }
  | { value: null; because: NoRateCode };

/**
 * Response rate (回收率) over these places together: valid / (handed out − ineligible), a share from 0 to 1. It is RR1 of the
 * AAPOR Standard Definitions (10th edition, 2023, "Response Rates"), I / ((I + P) + (R + NC + O) + (UH + UO)): complete
 * interviews over all cases but those known not to be eligible. Here I are the valid responses, and all cases are the
 * questionnaires handed out, so that what never came back and what came back invalid stand in the denominator. Never above 1,
 * and never guessed: where one place does not know what it handed out, there is none.
 */
export function responseRate(places: readonly Returned[]): ResponseRate {
  if (places.length === 0) return { value: null, because: 'handed-out-unknown' };
  const terms: RateTerms = { valid: 0, handedOut: 0, ineligible: 0 };
  let isTooMany = false;
  for (const { handedOut, valid, invalid, ineligible } of places) {
    if (handedOut === null) return { value: null, because: 'handed-out-unknown' };
    // What one place has too many must not hide behind what another lacks.
    if (valid + invalid + ineligible > handedOut) isTooMany = true;
    terms.handedOut += handedOut;
    terms.valid += valid;
    terms.ineligible += ineligible;
  }
  if (isTooMany) return { value: null, because: 'more-than-handed-out' };
  const asked = terms.handedOut - terms.ineligible;
  if (asked === 0) return { value: null, because: 'nothing-handed-out' };
  return { value: fraction(terms.valid, asked), terms };
}

/** How much was handed out over these places together; null where one of them does not know, or there is none. */
export function handedOutInAll(places: readonly Pick<Returned, 'handedOut'>[]): number | null {
  if (places.length === 0) return null;
  return places.reduce<number | null>(
    (sum, { handedOut }) => (sum === null || handedOut === null ? null : sum + handedOut),
    0,
  );
}
