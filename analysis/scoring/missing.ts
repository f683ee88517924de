import type { Fraction } from '../../survey-definitions/fraction.ts';
import type { RespondentGroup } from '../../survey-definitions/survey.ts';
import type { Language, Text } from '../../survey-definitions/text.ts';
import type { DisplayNumber } from './display-number.ts';
import type { ShareCompared } from './explanation.ts';

/** What a scorer may not have entered yet. */
export type Lacking =
  | 'actual-value'
  | 'done-and-planned'
  | 'checklist'
  | 'requirement'
  | 'events'
  | 'case'
  | 'score';

/** What keeps a rule from scoring, without words: analysis/explain.ts makes them. */
export type Missing =
  | { reason: 'not-entered'; what: Lacking }
  /** What was entered is not what the rule takes. */
  | { reason: 'unreadable' }
  /** An input is an expression over base data that has no value. */
  | { reason: 'not-computed'; because: Record<Language, string> }
  /** Entries and vetoes of a checklist that nobody judged. */
  | { reason: 'not-judged'; ids: readonly string[] }
  /** Entries of a checklist that are partly met, and nobody says why. */
  | { reason: 'not-explained'; ids: readonly string[] }
  | { reason: 'unknown-case'; case: string }
  | { reason: 'nothing-planned' }
  | { reason: 'target-not-above-zero'; target: Fraction }
  | { reason: 'in-no-band'; value: DisplayNumber }
  /** No option has the share it is to have, and a scorer has to settle the credit. */
  | { reason: 'credit-open'; shares: readonly ShareCompared[] }
  | { reason: 'no-survey'; group: RespondentGroup; named?: Text }
  /** The survey's questionnaire has no such item or option. */
  | { reason: 'survey-lacks'; survey: string }
  | { reason: 'no-answers'; survey: string }
  /** Of surveys that are combined by weights, some have no answers, and the others do not stand in for them. */
  | { reason: 'stratum-empty'; surveys: readonly string[] };
export type MissingOf<R extends Missing['reason']> = Extract<Missing, { reason: R }>;

/** Missing because nobody has got there yet, and not because something is wrong or waits for a decision. */
const PENDING: Record<Missing['reason'], boolean> = {
  'not-entered': true,
  'not-judged': true,
  'no-survey': true,
  'no-answers': true,
  'stratum-empty': true,
  unreadable: false,
  'not-computed': false,
  'not-explained': false,
  'unknown-case': false,
  'nothing-planned': false,
  'target-not-above-zero': false,
  'in-no-band': false,
  'credit-open': false,
  'survey-lacks': false,
};
export const isPending = ({ reason }: Missing): boolean => PENDING[reason];
