import type { Exact } from '../../survey-definitions/exact.ts';
import { asWritten, exact, type Fraction } from '../../survey-definitions/fraction.ts';
import type { RuleInputs, RuleOf, ScoringRule } from '../../survey-definitions/scoring-rule.ts';
import type { SurveyQuantity } from '../../survey-definitions/survey-quantity.ts';
import type { Lacking, Missing, MissingOf } from './missing.ts';
import type { RuleOutcome } from './outcome.ts';
import { missingFromSurvey, type SurveySource } from './survey-answer.ts';

type Kind = ScoringRule['kind'];
/** The kinds that go by one number, from a survey or from a scorer. */
type ValueKind = {
  [K in Kind]: RuleInputs<K> extends { value: Exact } ? K : never;
}[Kind];

/** What a rule makes of an indicator, and the survey's answer it went by, where it goes by one. */
export interface RuleScore {
  outcome: RuleOutcome;
  source: SurveySource | null;
}

/** What a scorer entered: inputs as the rule takes them, or why there are none. */
export type Entered<Inputs> = { inputs: Inputs } | NotEntered;
type NotEntered =
  | { none: 'not-entered' | 'unreadable' }
  | ({ none: 'not-computed' } & Pick<MissingOf<'not-computed'>, 'because'>);

/** What a rule may go by. */
export interface Situation<Inputs> {
  weight: Fraction;
  entered: Entered<Inputs>;
  /** Asks the survey that feeds a group for a quantity. */
  ask(need: SurveyQuantity): SurveySource;
  /** Decimals of an awarded score. */
  decimals: number;
}

/** How one kind of rule scores. */
export interface Scorer<K extends Kind> {
  score(rule: RuleOf<K>, situation: Situation<RuleInputs<K>>): RuleScore;
  /** The actual value (业绩值) as it was entered, in a few figures; left out where the rule goes by judgement. */
  actual?(inputs: RuleInputs<K>, unit: string): string;
  /** The values at which it changes its mind; left out where more is always better to it, or always worse. */
  turnsAt?(rule: RuleOf<K>): Fraction[];
  /** Whether it gives full marks for any value at all; left out where it does. */
  hasFullMarks?(rule: RuleOf<K>, weight: Fraction): boolean;
}

/** Exact score and explanation from the one thing that the rule goes by. */
type Score<K extends Kind, By> = (
  rule: RuleOf<K>,
  weight: Fraction,
  by: By,
  decimals: number,
) => RuleOutcome;

/** Goes by what a scorer entered; where nothing was, `what` is lacking. */
export function byInputs<K extends Kind>(
  what: Lacking,
  score: Score<K, RuleInputs<K>>,
  actual?: Scorer<K>['actual'],
): Scorer<K> {
  return {
    score: (rule, { weight, entered, decimals }) => ({
      outcome:
        'inputs' in entered
          ? score(rule, weight, entered.inputs, decimals)
          : { missing: notRead(entered, what) },
      source: null,
    }),
    ...(actual && { actual }),
  };
}

/**
 * Goes by the actual value. A rule with `from` goes by the survey alone, so that a figure typed in never
 * stands in for one that was measured.
 */
export function byValue<K extends ValueKind>(score: Score<K, Fraction>): Scorer<K> {
  const entered = byInputs<K>(
    'actual-value',
    (rule, weight, { value }, decimals) => score(rule, weight, exact(value), decimals),
    ({ value }, unit) => `${asWritten(exact(value))}${unit}`,
  );
  return {
    ...entered,
    score(rule, situation) {
      const { from }: RuleOf<ValueKind> = rule;
      if (!from) return entered.score(rule, situation);
      const source = situation.ask(from);
      const { weight, decimals } = situation;
      const outcome =
        source.value === null
          ? { missing: missingFromSurvey(source) }
          : score(rule, weight, source.value, decimals);
      return { outcome, source };
    },
  };
}

/** Why there are no inputs, where `what` is lacking. */
export function notRead(entered: NotEntered, what: Lacking): Missing {
  switch (entered.none) {
    case 'not-entered':
      return { reason: 'not-entered', what };
    case 'unreadable':
      return { reason: 'unreadable' };
    case 'not-computed':
      return { reason: 'not-computed', because: entered.because };
  }
}
