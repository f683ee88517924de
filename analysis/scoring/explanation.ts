import type { Fraction } from '../../survey-definitions/fraction.ts';
import type { RuleOf } from '../../survey-definitions/scoring-rule.ts';
import type { Text } from '../../survey-definitions/text.ts';
import type { DisplayNumber } from './display-number.ts';

export type Sign = '<' | '≤' | '>' | '≥';

/** Points that a calculation gives: exactly, and as whoever takes a calculator to the numbers shown gets them. */
export interface Result {
  exact: Fraction;
  seen: Fraction;
}

/** The share of the answers, in percent, that an option of a survey has, beside the least it is to have. */
export interface ShareCompared {
  option: Text;
  share: DisplayNumber;
  sign: Extract<Sign, '<' | '≥'>;
  bound: Fraction;
}

/** What was looked at: the ground on which points are given. */
type Ground =
  /** A value beside a bound, both in the rule's unit; `sign` is what holds. */
  | { step: 'compared'; value: DisplayNumber; sign: Sign; bound: Fraction }
  /** What the rule asked for and the value just compared does not do. */
  | { step: 'missed'; sign: Sign; bound: Fraction }
  /** The value just compared has reached the line where nothing is left. */
  | { step: 'nothing-left' }
  /** The band that a value falls into; a side without a bound is open. */
  | { step: 'placed'; value: DisplayNumber; lower?: BandBound; upper?: BandBound }
  | { step: 'divided'; dividend: Fraction; divisor: Fraction }
  /** The ratio just divided beside 100 %. */
  | { step: 'whole-reached'; sign: '=' | '>' }
  | { step: 'judged'; met: boolean }
  | { step: 'no-events' }
  | { step: 'vetoed'; id: string; label: Text }
  /** Entries of a checklist without credit; `every`: there are no others. */
  | { step: 'uncredited'; ids: readonly string[]; every: boolean }
  | { step: 'chosen'; label: Text }
  | { step: 'scored-by-evaluators' }
  | ({ step: 'share-compared' } & ShareCompared)
  /** No option has the share it is to have. */
  | { step: 'no-share-reached'; shares: readonly ShareCompared[] }
  /** The distance between value and target in steps of a length; `steps` are those of the value as it is seen. */
  | {
      step: 'measured';
      from: DisplayNumber;
      to: DisplayNumber;
      length: Fraction;
      steps: DisplayNumber;
    }
  /** How many whole steps those just measured count as, where that is another number. */
  | {
      step: 'counted';
      partialStep: Exclude<RuleOf<'step-deduction'>['partialStep'], 'proportional'>;
      steps: Fraction;
    };

/** Where points come from. Each is said with its points, which may still lie outside 0 and the weight. */
type Award =
  /** The part of the weight that the value is of a whole: of 100 (`percent`), or of the target. */
  | {
      step: 'taken';
      value: DisplayNumber;
      of: 'percent' | Fraction;
      weight: Fraction;
      gives: Result;
    }
  /** The ratio just divided, of the weight. */
  | { step: 'multiplied'; weight: Fraction; gives: Result }
  /** So much off for each of so many. */
  | {
      step: 'deducted';
      from: Fraction;
      per: 'step' | 'event';
      times: DisplayNumber;
      each: Fraction;
      gives: Result;
    }
  /** Entries added up: credit × worth of each, a share also × its `weight`; then all × `weight`. */
  | { step: 'summed'; terms: readonly Term[]; weight: Fraction | null; gives: Result }
  /** A part of the weight, named by the rule or by the evaluators. */
  | {
      step: 'credited';
      by: 'rule' | 'evaluators';
      credit: Fraction;
      weight: Fraction;
      gives: Result;
    }
  /** Points as they stand in the rule, or as a scorer gave them. */
  | { step: 'given'; points: Fraction }
  | { step: 'full'; points: Fraction }
  | { step: 'none' };

/** What became of the points: kept within 0 and the weight, and rounded half up to what is awarded. */
type Ending =
  | { step: 'capped'; by: 'zero' | 'weight'; from: Fraction; to: Fraction }
  | { step: 'rounded'; from: Fraction; to: Fraction; decimals: number };

export interface BandBound {
  at: Fraction;
  inclusive: boolean;
}
export interface Term {
  id: string;
  worth: Fraction;
  credit: Fraction;
  weight: Fraction | null;
}

/**
 * One step of an explanation (得分说明), without words: analysis/explain.ts makes them. Fractions are exact; a
 * number that a reader sees shortened says to how many decimals. The steps stand in the order in which they
 * are said: grounds, then one award, `capped` where the bounds changed something, and `rounded`.
 */
export type Step = Ground | Award | Ending;
export type StepOf<K extends Step['step']> = Extract<Step, { step: K }>;
