import { z } from 'zod';
import { ComputedExact, Exact } from '../exact.ts';
import { compare, exact, ONE, ZERO } from '../fraction.ts';
import { foldNumber } from '../typed-text.ts';

// The numbers that rules are written with, and those that a scorer enters.

export const Share = Exact.describe('A share of the indicator’s weight, 0 to 1');
export const Points = Exact.describe('Points of the 100');

/** A number that a person entered: folded before it is judged, so that １８．６ is kept as 18.6. */
export const Entered = z.preprocess(
  (given) => (typeof given === 'string' ? foldNumber(given) : given),
  ComputedExact,
);
/** How often something happened: a whole number, also where it was computed and stands there as text. */
export const EnteredCount = z.preprocess((given) => {
  const folded = typeof given === 'string' ? foldNumber(given) : given;
  return typeof folded === 'string' && /^\d{1,15}$/.test(folded) ? Number(folded) : folded;
}, z.int().min(0));
export const NotNegative = Entered.refine((value) => !String(value).startsWith('-'), 'not below 0');
/** How far something is met, 0 to 1. */
export const Credit = Entered.refine(
  (value) => compare(exact(value), ZERO) >= 0 && compare(exact(value), ONE) <= 0,
  'a credit is 0 to 1',
);
