import type { Fraction } from '../../survey-definitions/fraction.ts';
import {
  RULE_KINDS,
  type RuleInputs,
  type RuleOf,
  type ScoringRule,
} from '../../survey-definitions/scoring-rule.ts';
import { type Cells, NO_CELLS } from './cells.ts';
import { asInput, type ComputedInput, computedInputs, withComputed } from './computed-inputs.ts';
import { digits, displayNumber } from './display-number.ts';
import type { Entered, RuleScore, Scorer } from './scorer.ts';
import { SCORERS } from './scorers.ts';
import type { AskSurvey } from './survey-answer.ts';

type Kind = ScoringRule['kind'];

/** The scorer of the rule's own kind. That they belong together the compiler cannot see through a union. */
const scorerOf = (rule: ScoringRule) => SCORERS[rule.kind] as Scorer<Kind>;

/** What a scorer entered, in any state, held against what the rule takes; expressions by what they come to. */
function read(
  rule: ScoringRule,
  entered: unknown,
  computed: readonly ComputedInput[] = [],
): Entered<RuleInputs<Kind>> {
  if (entered === undefined || entered === null) return { none: 'not-entered' };
  const fault = computed.find((each) => each.fault !== null)?.fault;
  if (fault) return { none: 'not-computed', because: fault.words };
  const inputs = withComputed(entered, computed, asInput);
  const parsed = RULE_KINDS[rule.kind].inputs.safeParse(inputs);
  return parsed.success ? { inputs: parsed.data } : { none: 'unreadable' };
}

/**
 * Scores one indicator by its rule. `inputs` is what a scorer entered, in any state, with expressions over `cells` where it
 * has numbers; `decimals` are those of an awarded score.
 */
export function scoreRule(
  rule: ScoringRule,
  weight: Fraction,
  inputs: unknown,
  ask: AskSurvey,
  decimals: number,
  cells: Cells = NO_CELLS,
): RuleScore & { computed: ComputedInput[] } {
  const computed = computedInputs(rule, inputs, cells);
  const { outcome, source } = scorerOf(rule).score(rule as RuleOf<Kind>, {
    weight,
    entered: read(rule, inputs, computed),
    ask: (need) => ({ ...ask(need), need }),
    decimals,
  });
  return { outcome, source, computed };
}

/** The values at which a rule that goes by one number changes its mind; none where more is always better, or always worse. */
export function turningPoints(rule: ScoringRule): Fraction[] {
  return scorerOf(rule).turnsAt?.(rule as RuleOf<Kind>) ?? [];
}

/** Whether a rule gives full marks for any value at all. */
export function hasFullMarks(rule: ScoringRule, weight: Fraction): boolean {
  return scorerOf(rule).hasFullMarks?.(rule as RuleOf<Kind>, weight) ?? true;
}

/**
 * The actual value (业绩值) that was entered, in a few figures, and what was computed rounded to be read; null where there is
 * none, or the rule goes by judgement.
 */
export function actualValue(
  rule: ScoringRule,
  inputs: unknown,
  unit: string,
  computed: readonly ComputedInput[] = [],
): string | null {
  const shown = withComputed(inputs, computed, (each) =>
    each.result === null || each.result.d === 1n
      ? asInput(each)
      : digits(displayNumber(each.result)),
  );
  const entered = read(rule, shown);
  if (!('inputs' in entered)) return null;
  return scorerOf(rule).actual?.(entered.inputs, unit) ?? null;
}
