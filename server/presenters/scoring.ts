import { z } from '@hono/zod-openapi';
import { decimalsOfParts } from '../../analysis/combined.ts';
import { explain, explainMissing } from '../../analysis/explain.ts';
import { digits, displayNumber } from '../../analysis/scoring/display-number.ts';
import { isPending } from '../../analysis/scoring/missing.ts';
import type { ScoredIndicator, Subtotal } from '../../analysis/scoring/score.ts';
import { actualValue } from '../../analysis/scoring/score-rule.ts';
import type { SurveySource } from '../../analysis/scoring/survey-answer.ts';
import { asWritten } from '../../survey-definitions/fraction.ts';
import { groupName } from '../../survey-definitions/group-name.ts';
import { RespondentGroup } from '../../survey-definitions/respondent-group.ts';
import { ScoringRule } from '../../survey-definitions/scoring-rule.ts';
import { COMBINE_WAYS } from '../../survey-definitions/survey.ts';
import { SURVEY_QUANTITIES } from '../../survey-definitions/survey-quantity.ts';
import type { Language } from '../../survey-definitions/text.ts';
import { textIn } from '../../survey-definitions/wording.ts';
import { textFor } from '../evaluations/placeholders.ts';
import type { ScoredEvaluation } from '../scoring/current.ts';
import { scoringWarnings } from '../scoring/warnings.ts';
import { presentNumberOrNull, presentWeight } from './calculated.ts';
import { ComputedInputSchema, presentComputedInput } from './computed-input.ts';
import { Calculated, CalculatedOrNull, TitledRef, WeightedSurvey } from './schemas.ts';

const text = z.string();
const Subtotalled = z.object({
  code: text,
  name: text,
  weight: Calculated,
  score: CalculatedOrNull,
  rate: CalculatedOrNull,
});
const Indicator = Subtotalled.extend({
  level1: text,
  level2: text,
  target: text,
  unit: text.nullable(),
  ruleKind: text,
  rule: ScoringRule,
  ruleText: text,
  explanation: text.nullable().describe('What the indicator means (指标解释说明)'),
  reading: text.nullable(),
  note: text.nullable(),
  inputs: z.record(text, z.unknown()).nullable(),
  computed: z
    .array(ComputedInputSchema)
    .describe('The inputs that are expressions over base data, each with what it comes to'),
  actual: text.nullable(),
  source: z
    .object({
      group: RespondentGroup,
      quantity: z.enum(SURVEY_QUANTITIES),
      item: text.optional(),
      option: text.optional(),
      groupName: text,
      survey: text.nullable().describe('null where none feeds the group, or several do'),
      combine: z.enum(COMBINE_WAYS).nullable().describe('How several are combined; null of one'),
      surveys: z
        .array(WeightedSurvey.extend({ value: CalculatedOrNull, base: z.int().nullable() }))
        .describe('Each with what it says by itself; empty where none feeds the group'),
      value: CalculatedOrNull,
      base: z.int().nullable(),
      figures: z
        .object({
          id: text,
          frozenAt: text,
          stale: z.boolean(),
          live: CalculatedOrNull.describe('What it would be today'),
        })
        .nullable()
        .describe('What was frozen that the value is of (定稿); null where it is today’s'),
    })
    .nullable(),
  ruleScore: CalculatedOrNull,
  because: text.nullable(),
  missing: text.nullable(),
  pending: z
    .boolean()
    .describe('What is missing is only not done yet: nothing is wrong, and nobody has to decide'),
  override: z.object({ score: text, reason: text, author: text, at: text }).nullable(),
});
const Total = z.object({
  total: CalculatedOrNull,
  grade: text.nullable(),
  complete: z.boolean(),
});

/** The scoring table of an evaluation, as GET and PUT answer it. */
export const ScoringSchema = Total.extend({
  indicatorSystem: TitledRef,
  scoreDecimals: z.int(),
  indicators: z.array(Indicator),
  level1: z.array(Subtotalled),
  level2: z.array(Subtotalled.extend({ level1: text })),
  byRules: Total,
  warnings: z.array(
    z.object({ code: text, indicator: text.nullable(), pending: z.boolean(), message: text }),
  ),
}).openapi('Scoring');

export function presentScoring(
  evaluated: ScoredEvaluation,
  language: Language,
): z.infer<typeof ScoringSchema> {
  const { system, scored, entries, evaluation } = evaluated;
  const say = textFor(evaluation, language);
  const decimals = system.scoreDecimals;
  const subtotal = ({ code, name, weight, score, rate }: Subtotal) => ({
    code,
    name: say(name),
    weight: presentWeight(weight),
    score: presentNumberOrNull(score, decimals),
    rate: presentNumberOrNull(rate, 2),
  });
  const totals = ({ total, grade, complete }: ScoredEvaluation['scored']['byRules']) => ({
    total: presentNumberOrNull(total, decimals),
    grade: grade && say(grade),
    complete,
  });
  return {
    indicatorSystem: {
      id: evaluation.indicatorSystem.id,
      version: evaluation.indicatorSystem.version,
      title: say(system.title),
    },
    scoreDecimals: decimals,
    indicators: scored.indicators.map((each) => {
      const { indicator, code, level1, level2, override } = each;
      const entry = Object.hasOwn(entries, code) ? entries[code] : undefined;
      return {
        code,
        name: say(indicator.name),
        level1,
        level2,
        weight: presentWeight(each.weight),
        target: say(indicator.target),
        unit: indicator.unit ?? null,
        ruleKind: indicator.rule.kind,
        rule: indicator.rule,
        ruleText: say(indicator.ruleText),
        explanation: indicator.explanation === undefined ? null : say(indicator.explanation),
        reading: indicator.reading === undefined ? null : say(indicator.reading),
        note: entry?.note ?? null,
        inputs: entry?.inputs ?? null,
        computed: each.computed.map((input) =>
          presentComputedInput(input, evaluated.cells, language),
        ),
        actual: actualOf(each, entry?.inputs),
        source: each.source && presentSource(each.source, evaluated, language),
        ruleScore: presentNumberOrNull(each.ruleScore, decimals),
        because: each.explanation && explain(each.explanation, language),
        missing: each.missing && explainMissing(each.missing, language),
        pending: each.missing !== null && isPending(each.missing),
        override: override && {
          score: String(override.score),
          reason: override.reason,
          author: override.author,
          at: override.at,
        },
        score: presentNumberOrNull(each.score, decimals),
        rate: presentNumberOrNull(each.rate, 2),
      };
    }),
    level1: scored.level1.map(subtotal),
    level2: scored.level2.map((level) => ({ ...subtotal(level), level1: level.level1 ?? '' })),
    ...totals(scored),
    byRules: totals(scored.byRules),
    warnings: scoringWarnings(evaluated, language).map(({ code, indicator, pending, message }) => ({
      code,
      indicator,
      pending,
      message,
    })),
  };
}

function presentSource(
  source: SurveySource,
  { groupNames: names, moves }: Pick<ScoredEvaluation, 'groupNames' | 'moves'>,
  language: Language,
) {
  const { need, survey, combined, value, base, figures } = source;
  const decimals = combined ? decimalsOfParts(combined) : 2;
  const parts = combined?.parts ?? (survey === null ? [] : [{ survey, weight: null, value, base }]);
  return {
    group: need.group,
    groupName: textIn(groupName(need.group, names.get(need.group)), language),
    quantity: need.quantity,
    item: 'item' in need ? need.item : undefined,
    option: 'option' in need ? need.option : undefined,
    survey,
    combine: combined?.combine ?? null,
    surveys: parts.map((part) => ({
      code: part.survey,
      weight: part.weight && asWritten(part.weight),
      value: presentNumberOrNull(part.value, decimals),
      base: part.base,
    })),
    value: presentNumberOrNull(value, 2),
    base,
    figures:
      figures === undefined
        ? null
        : {
            id: figures.id,
            frozenAt: figures.frozenAt,
            stale: moves.has(need.group),
            live: presentNumberOrNull(figures.live, 2),
          },
  };
}

/** The actual value (业绩值) in a few characters, where the rule goes by a number; null where it goes by judgement. */
function actualOf(
  { source, indicator, computed }: ScoredIndicator,
  inputs: Record<string, unknown> | undefined,
): string | null {
  if (source !== null) return source.value && `${digits(displayNumber(source.value))}%`;
  return actualValue(indicator.rule, inputs, indicator.unit ?? '', computed);
}
