import {
  divide,
  exact,
  type Fraction,
  HUNDRED,
  multiply,
  sum,
} from '../../survey-definitions/fraction.ts';
import {
  type Indicator,
  type IndicatorSystem,
  indicatorsOf,
} from '../../survey-definitions/indicator-system.ts';
import type { Text } from '../../survey-definitions/text.ts';
import { gradeOf } from '../grade.ts';
import { roundHalfUp } from '../rounding.ts';
import { type Cells, NO_CELLS } from './cells.ts';
import type { ComputedInput } from './computed-inputs.ts';
import type { Step } from './explanation.ts';
import type { Missing } from './missing.ts';
import { scoreRule } from './score-rule.ts';
import type { AskSurvey, SurveySource } from './survey-answer.ts';

/** A scorer's own score for an indicator (评价组核定), beside the rule's. `score` is a decimal, `at` ISO 8601 UTC. */
export interface Override {
  score: number | string;
  reason: string;
  author: string;
  at: string;
}

/** What a scorer entered for an indicator: inputs in the rule's own shape, and an override where there is one. */
export interface ScoringEntry {
  inputs?: unknown;
  override?: Override | null;
}

export interface ScoredIndicator {
  code: string;
  indicator: Indicator;
  /** Codes of the levels it stands under. */
  level1: string;
  level2: string;
  weight: Fraction;
  /** The rule's score as it is awarded, rounded to the system's decimals; null where something is missing. */
  ruleScore: Fraction | null;
  /** How the rule came to its score, or null where it has none. */
  explanation: Step[] | null;
  /** What keeps the rule from scoring, or null where it scores. */
  missing: Missing | null;
  /** What was entered as expressions over base data, and what each comes to. */
  computed: ComputedInput[];
  /** The survey's answer the rule went by; null where it goes by none. */
  source: SurveySource | null;
  override: Override | null;
  /** What counts: the override's score where there is one, else the rule's; null where there is neither. */
  score: Fraction | null;
  /** 得分率: 100 × score / weight; null without a score. */
  rate: Fraction | null;
}

export interface Subtotal {
  code: string;
  name: Text;
  /** Code of the level above; null at level 1. */
  level1: string | null;
  weight: Fraction;
  /** Sum of the awarded scores there are; null where none of its indicators has one. */
  score: Fraction | null;
  /** 100 × score / weight; null while one of its indicators has no score. */
  rate: Fraction | null;
}

export interface ScoredSystem {
  /** In printed order. */
  indicators: ScoredIndicator[];
  level1: Subtotal[];
  level2: Subtotal[];
  /** Sum of the awarded scores there are; null where there is none. */
  total: Fraction | null;
  /** null while an indicator has no score: the grade of a part says nothing about the whole. */
  grade: Text | null;
  complete: boolean;
  /** The same without any override. */
  byRules: { total: Fraction | null; grade: Text | null; complete: boolean };
  /** Indicators without a score, in printed order, and why. They are not counted, as 0 or otherwise. */
  missing: { code: string; missing: Missing }[];
}

const rateOf = (score: Fraction | null, weight: Fraction) =>
  score === null || weight.n === 0n ? null : multiply(divide(score, weight), HUNDRED);

const known = (scores: readonly (Fraction | null)[]) => scores.filter((score) => score !== null);

function subtotal(
  level: { code: string; name: Text; weight: number | string },
  level1: string | null,
  indicators: readonly ScoredIndicator[],
): Subtotal {
  const weight = exact(level.weight);
  const scores = known(indicators.map((indicator) => indicator.score));
  const score = scores.length === 0 ? null : sum(scores);
  const rate = scores.length === indicators.length ? rateOf(score, weight) : null;
  return { code: level.code, name: level.name, level1, weight, score, rate };
}

/**
 * Walks an indicator system: scores each indicator by its rule, lets an override take the rule's place
 * beside it, and adds up. Awarded scores are rounded half up to `scoreDecimals`, overrides too, and
 * subtotals and totals add awarded scores, so that the printed table adds up. `entries` is keyed by
 * indicator code, with expressions over `cells` where a rule takes numbers; `ask` answers for the surveys that feed the
 * indicators.
 */
export function scoreSystem(
  system: IndicatorSystem,
  entries: Readonly<Record<string, ScoringEntry>>,
  ask: AskSurvey,
  cells: Cells = NO_CELLS,
): ScoredSystem {
  const award = (score: Fraction) => roundHalfUp(score, system.scoreDecimals);
  const indicators = indicatorsOf(system).map(({ indicator, level1, level2 }): ScoredIndicator => {
    const { code } = indicator;
    const entry = Object.hasOwn(entries, code) ? entries[code] : undefined;
    const weight = exact(indicator.weight);
    const scored = scoreRule(
      indicator.rule,
      weight,
      entry?.inputs,
      ask,
      system.scoreDecimals,
      cells,
    );
    const { outcome, source, computed } = scored;
    const ruleScore = 'score' in outcome ? award(outcome.score) : null;
    const override = entry?.override ?? null;
    const score = override ? award(exact(override.score)) : ruleScore;
    return {
      code,
      indicator,
      level1: level1.code,
      level2: level2.code,
      weight,
      ruleScore,
      explanation: 'score' in outcome ? outcome.explanation : null,
      missing: 'missing' in outcome ? outcome.missing : null,
      computed,
      source,
      override,
      score,
      rate: rateOf(score, weight),
    };
  });

  const totalOf = (scores: readonly (Fraction | null)[]) => {
    const awarded = known(scores);
    const total = awarded.length === 0 ? null : sum(awarded);
    const complete = total !== null && awarded.length === scores.length;
    return { total, grade: complete ? gradeOf(system.gradeBands, total) : null, complete };
  };
  return {
    indicators,
    level1: system.level1.map((level) =>
      subtotal(
        level,
        null,
        indicators.filter((indicator) => indicator.level1 === level.code),
      ),
    ),
    level2: system.level1.flatMap((level1) =>
      level1.level2.map((level) =>
        subtotal(
          level,
          level1.code,
          indicators.filter(
            (indicator) => indicator.level1 === level1.code && indicator.level2 === level.code,
          ),
        ),
      ),
    ),
    ...totalOf(indicators.map((indicator) => indicator.score)),
    byRules: totalOf(indicators.map((indicator) => indicator.ruleScore)),
    missing: indicators.flatMap(({ code, score, missing }) =>
      score === null && missing ? [{ code, missing }] : [],
    ),
  };
}
