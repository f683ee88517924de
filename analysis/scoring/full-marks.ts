import {
  add,
  compare,
  exact,
  type Fraction,
  fraction,
  multiply,
} from '../../survey-definitions/fraction.ts';
import type { ScoringRule } from '../../survey-definitions/scoring-rule.ts';
import type { Range } from '../composite-range.ts';
import { scoreRule } from './score-rule.ts';

const HALF = fraction(1, 2);

/**
 * Whether a value within the range, both ends inside, could be given full marks by a rule that a survey feeds with one number.
 * True also where the rule gives them for no value at all, or cannot score: that is the definition's fault and not the range's.
 */
export function mayGiveFullMarks(rule: ScoringRule, weight: Fraction, range: Range): boolean {
  if (rule.kind === 'tiered-bands' && !rule.bands.some(({ points }) => isFull(exact(points))))
    return true;
  return valuesToTry(rule, range).some((value) => {
    const ask = () => ({ survey: '', value, base: 1 });
    const { outcome } = scoreRule(rule, weight, undefined, ask, 2);
    return 'missing' in outcome ? outcome.missing.reason !== 'in-no-band' : isFull(outcome.score);
  });

  function isFull(points: Fraction): boolean {
    return compare(points, weight) >= 0;
  }
}

/**
 * One value of each part of the range within which a rule does not change its mind: of bands every bound and what lies between
 * two; of all other rules the two ends, since more is always better to them, or always worse.
 */
function valuesToTry(rule: ScoringRule, { lowest, highest }: Range): Fraction[] {
  if (rule.kind !== 'tiered-bands') return [lowest, highest];
  const bounds = rule.bands
    .flatMap(({ min, minExclusive, max, maxExclusive }) => [min, minExclusive, max, maxExclusive])
    .flatMap((bound) => (bound === undefined ? [] : [exact(bound)]))
    .filter((bound) => compare(bound, lowest) > 0 && compare(bound, highest) < 0);
  const ends = [lowest, ...bounds.toSorted(compare), highest];
  const between = ends.slice(1).map((end, index) => multiply(add(end, ends[index] ?? end), HALF));
  return [...ends, ...between];
}
