import { Exact } from '../exact.ts';
import { compare, exact, ONE, ZERO } from '../fraction.ts';

// The numbers that rules are written with, and those that a scorer enters.

export const Share = Exact.describe('A share of the indicator’s weight, 0 to 1');
export const Points = Exact.describe('Points of the 100');

export const NotNegative = Exact.refine((value) => !String(value).startsWith('-'), 'not below 0');
/** How far something is met, 0 to 1. */
export const Credit = Exact.refine(
  (value) => compare(exact(value), ZERO) >= 0 && compare(exact(value), ONE) <= 0,
  'a credit is 0 to 1',
);
