import type { ComponentChildren } from 'preact';
import type { RuleOf, ScoringRule } from '../../../../survey-definitions/scoring-rule.ts';
import type { Language } from '../../../../survey-definitions/text.ts';

type Kind = ScoringRule['kind'];

/** What was entered for an indicator so far, in the shape its rule takes it; empty where nothing was. */
export type Inputs = Record<string, unknown>;

/** What stands in a field of this name, without the white space around it; '' where it is blank. */
export type ReadField = (name: string) => string;

export interface FieldsProps<K extends Kind> {
  rule: RuleOf<K>;
  inputs: Inputs;
  /** Weight, unit and target of the indicator, as they are shown. */
  weight: string;
  unit: string | null;
  target: string;
}

/** A field that was left empty where it must say how far or why something is met. */
export interface Unexplained {
  field: string;
  lacks: 'credit' | 'reason';
}

/** How a scorer enters what one kind of rule takes. */
export interface Editor<K extends Kind> {
  Fields(props: FieldsProps<K>): ComponentChildren;
  /**
   * What was filled in, in the shape the rule takes it. Numbers stay the text they were typed as, so that 18.6
   * is exactly 18.6. Says nothing about whether it is acceptable: the server does.
   */
  read(field: ReadField, rule: RuleOf<K>): Inputs;
  /** What a scorer judged, in a few characters, where the rule goes by no number. */
  judgement?(rule: RuleOf<K>, inputs: Inputs, language: Language): string;
  /** Fields of entries that are partly met but do not say how far, or why. */
  unexplained?(rule: RuleOf<K>, inputs: Inputs): Unexplained[];
  /** Where a field's value stands in the inputs; under its own name unless said otherwise. */
  stepsOf?(field: string): string[];
  /** A scorer is asked where a survey feeds the rule and does not decide. */
  besideSurvey?: true;
}
