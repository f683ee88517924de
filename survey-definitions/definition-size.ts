import type { Exact } from './exact.ts';
import { type Finding, finding, type Steps } from './fault.ts';
import { exact, leastCommonMultiple, ONE } from './fraction.ts';

// How large a definition may be: what is checked, shown and scored in one go must not hold up everybody else.

export const MOST_ITEMS = 300;
export const MOST_OPTIONS = 2000;
export const MOST_INDICATORS = 500;
/** Bands, cases, points of checklists, branches of all rules together. */
export const MOST_RULE_ENTRIES = 2000;
export const MOST_IN_LIST = 50;

/** Digits of a number, and of a fraction above and below its line. */
const MOST_DIGITS = 18;
const TOO_LONG = 10n ** BigInt(MOST_DIGITS);
/** Digits of the denominator that all numbers have in common: sums are as long as this, and no longer. */
const MOST_COMMON_DIGITS = 30;
const TOO_FINE = 10n ** BigInt(MOST_COMMON_DIGITS);

/** A number of a definition, or of what a scorer enters, and where it stands. */
export interface PlacedNumber {
  steps: Steps;
  value: Exact;
}

/** `count` of something at a place that takes `most` of them in all. */
export function countFindings(
  count: number,
  most: number,
  steps: Steps,
  [zh, en]: readonly [string, string],
): Finding[] {
  return count <= most
    ? []
    : [
        finding(
          steps,
          'too-many',
          `共有 ${count} ${zh}，至多 ${most} ${zh}`,
          `${count} ${en} in all, at most ${most}`,
        ),
      ];
}

/** Lists of more than 50 entries, wherever they stand in a definition, but for those that are counted as a whole. */
export function listFindings(
  value: unknown,
  countedElsewhere: (steps: Steps) => boolean,
  steps: Steps = [],
): Finding[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries: [PropertyKey, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  const long =
    Array.isArray(value) && value.length > MOST_IN_LIST && !countedElsewhere(steps)
      ? [
          finding(
            steps,
            'too-many',
            `有 ${value.length} 项，至多 ${MOST_IN_LIST} 项`,
            `${value.length} entries, at most ${MOST_IN_LIST}`,
          ),
        ]
      : [];
  return [
    ...long,
    ...entries.flatMap(([key, part]) => listFindings(part, countedElsewhere, [...steps, key])),
  ];
}

/**
 * Numbers of more than 18 digits, and the first with which the common denominator gets longer than 30 digits: fractions
 * such as 1/999983 and 1/999979 never reduce, and the sum of some hundreds of them would have thousands of digits.
 */
export function numberFindings(numbers: Iterable<PlacedNumber>): Finding[] {
  const found: Finding[] = [];
  let common = ONE.d;
  for (const { steps, value } of numbers) {
    const { n, d } = exact(value);
    if (n >= TOO_LONG || n <= -TOO_LONG || d > TOO_LONG) {
      found.push(
        finding(
          steps,
          'too-many-digits',
          `数字至多 ${MOST_DIGITS} 位`,
          `a number has at most ${MOST_DIGITS} digits`,
        ),
      );
      continue;
    }
    const next = leastCommonMultiple(common, d);
    if (next < TOO_FINE) {
      common = next;
      continue;
    }
    found.push(
      finding(
        steps,
        'numbers-too-fine',
        `与前面的数通分后，分母超过 ${MOST_COMMON_DIGITS} 位；请改用小数或较简单的分数`,
        `brought to one denominator with those before it, it takes more than ${MOST_COMMON_DIGITS} digits; please write a decimal or a simpler fraction`,
      ),
    );
    break;
  }
  return found;
}
