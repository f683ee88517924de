import type { Step, StepOf } from '../scoring/explanation.ts';
import type { Missing, MissingOf } from '../scoring/missing.ts';

/** What one language says of every step and of every reason: the compiler names one without words. */
export interface ExplanationWords {
  /**
   * A step as its part of the line, with the mark that joins it to what was said before. Points are written
   * with the `decimals` that a score is awarded in.
   */
  steps: { [K in Step['step']]: (step: StepOf<K>, decimals: number) => string };
  /** What keeps a rule from scoring, as a whole line. */
  missing: { [R in Missing['reason']]: (missing: MissingOf<R>) => string };
}
