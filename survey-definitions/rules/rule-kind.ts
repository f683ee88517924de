import type { z } from 'zod';
import type { Finding, Steps } from '../fault.ts';
import type { Fraction } from '../fraction.ts';
import type { Text } from '../text.ts';
import type { PlacedText } from '../text-findings.ts';

/** What a kind of scoring rule must have: how it is written, and what a scorer enters for it. */
interface Shapes<Rule extends z.ZodType, Inputs extends z.ZodType> {
  /** The rule as a definition writes it, told apart by its literal `kind`. */
  schema: Rule;
  /** What a scorer may enter. Numbers that count are `Exact`, so that none passes through a float. */
  inputs: Inputs;
  /**
   * The inputs that are numbers, and so may be expressions over base data instead: one, or one for each id. What is not
   * named here never is an expression, whatever it looks like.
   */
  numbers: Partial<Record<string & keyof z.infer<Inputs>, 'one' | 'each'>>;
  /** A scorer decides where the survey does not: inputs are taken beside `from`. Else a survey leaves nothing to enter. */
  inputsBesideSurvey?: true;
}

/** What a kind may look at beyond its shape. `at` is where the rule, or the inputs, stand. */
interface Checks<Rule, Inputs> {
  /** What makes a well-formed rule unusable under an indicator of this weight. */
  faults(rule: Rule, weight: Fraction, at: Steps): Finding[];
  /** What could not be meant so: a fault in a new definition, a doubt in one that was published before. */
  clarity(rule: Rule, at: Steps): Finding[];
  /** Doubts about the rule's design, which refuse nothing. */
  warnings(rule: Rule, indicator: { weight: Fraction; reading?: Text }, at: Steps): Finding[];
  /** Every text of the rule, with its place from the rule on. */
  texts(rule: Rule): PlacedText[];
  /** Well-formed inputs that this rule has no use for: they would be kept and never counted. */
  inputFaults(rule: Rule, inputs: Inputs, at: Steps): Finding[];
}

/** A kind of scoring rule (评分标准), as far as it is data. */
export type RuleKind<Rule extends z.ZodType, Inputs extends z.ZodType> = Shapes<Rule, Inputs> &
  Checks<z.infer<Rule>, z.infer<Inputs>>;

const none = () => [];

/**
 * One kind of scoring rule. To add a kind, write `rules/<kind>.ts`, `analysis/scoring/<kind>.ts` and
 * `client/workbench/scoring/editors/<kind>.tsx`, and register each in the list of its room: `RULE_KINDS` in
 * scoring-rule.ts, `SCORERS` in scorers.ts, `EDITORS` in editors.ts. The compiler names the lists that lack it
 * and the words of analysis/explain that a new step or reason lacks, a test its row in docs/definitions.md.
 */
export function ruleKind<Rule extends z.ZodType, Inputs extends z.ZodType>(
  kind: Shapes<Rule, Inputs> & Partial<Checks<z.infer<Rule>, z.infer<Inputs>>>,
): RuleKind<Rule, Inputs> {
  return { faults: none, clarity: none, warnings: none, texts: none, inputFaults: none, ...kind };
}
