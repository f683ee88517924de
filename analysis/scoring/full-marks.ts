import {
  add,
  compare,
  type Fraction,
  fraction,
  multiply,
} from '../../survey-definitions/fraction.ts';
import type { ScoringRule } from '../../survey-definitions/scoring-rule.ts';
import type { Range } from '../composite-range.ts';
import { hasFullMarks, scoreRule, turningPoints } from './score-rule.ts';

const HALF = fraction(1, 2);

/**
 * Whether a value within the range, both ends inside, could be given full marks by a rule that a survey feeds with one number.
 * True also where the rule gives them for no value at all, or cannot score: that is the definition's fault and not the range's.
 */
export function mayGiveFullMarks(rule: ScoringRule, weight: Fraction, range: Range): boolean {
  if (!hasFullMarks(rule, weight)) return true;
  return valuesToTry(rule, range).some((value) => {
    const ask = () => ({ survey: '', value, base: 1 });
    const { outcome } = scoreRule(rule, weight, undefined, ask, 2);
    return 'missing' in outcome
      ? outcome.missing.reason !== 'in-no-band'
      : compare(outcome.score, weight) >= 0;
  });
}

/**
 * One value of each part of the range within which a rule does not change its mind: the two ends, every value at which it
 * does, and what lies between two of them.
 */
function valuesToTry(rule: ScoringRule, { lowest, highest }: Range): Fraction[] {
  const turns = turningPoints(rule).filter(
    (turn) => compare(turn, lowest) > 0 && compare(turn, highest) < 0,
  );
  const ends = [lowest, ...turns.toSorted(compare), highest];
  if (turns.length === 0) return ends;
  const between = ends.slice(1).map((end, index) => multiply(add(end, ends[index] ?? end), HALF));
  return [...ends, ...between];
}
