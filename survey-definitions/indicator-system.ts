import { z } from 'zod';
import { Exact } from './exact.ts';
import { ScoringRule } from './scoring-rule.ts';
import { Id, Text } from './text.ts';

const Code = z
  .string()
  .regex(/^[A-Z0-9][A-Za-z0-9-]{0,15}$/, 'letters, digits and hyphens')
  .describe('Code as printed, e.g. A, A1, A101');
const Weight = Exact.describe('Weight (分值) in points of 100');

export const Indicator = z.strictObject({
  code: Code,
  name: Text,
  weight: Weight,
  target: Text.describe('Target value (目标值) as printed, e.g. ≥90%'),
  unit: z
    .string()
    .optional()
    .describe('Unit of the actual value where the rule takes a number, e.g. %'),
  ruleText: Text.describe('The scoring rule (评分标准) in words a scorer understands'),
  explanation: Text.optional().describe('What the indicator means (指标解释说明)'),
  reading: Text.optional().describe(
    'Which reading was taken where the published rule leaves something open',
  ),
  rule: ScoringRule,
});
export type Indicator = z.infer<typeof Indicator>;

export const Level2 = z.strictObject({
  code: Code,
  name: Text,
  weight: Weight,
  indicators: z.array(Indicator).min(1),
});
export const Level1 = z.strictObject({
  code: Code,
  name: Text,
  weight: Weight,
  level2: z.array(Level2).min(1),
});
export type Level1 = z.infer<typeof Level1>;
export type Level2 = z.infer<typeof Level2>;

/** A grade (等级) for totals from `min` up to but not including `below`; a bound left out is open. */
export const GradeBand = z.strictObject({
  grade: Text,
  min: Exact.optional(),
  below: Exact.optional(),
});
export type GradeBand = z.infer<typeof GradeBand>;

/** An indicator system definition, shape only; `checkIndicatorSystem` in check-indicator-system.ts adds up its weights. */
export const IndicatorSystem = z.strictObject({
  $schema: z.string().optional(),
  id: Id,
  version: z.int().min(1),
  title: Text,
  reference: Text.describe('What the system was taken from'),
  scoreDecimals: z.int().min(0).max(4).default(2).describe('Decimals of an awarded score'),
  gradeBands: z.array(GradeBand).min(1),
  level1: z.array(Level1).min(1),
});
export type IndicatorSystem = z.infer<typeof IndicatorSystem>;

/** Every indicator in printed order, with the levels it stands under. */
export function indicatorsOf(
  system: IndicatorSystem,
): { indicator: Indicator; level1: Level1; level2: Level2 }[] {
  return system.level1.flatMap((level1) =>
    level1.level2.flatMap((level2) =>
      level2.indicators.map((indicator) => ({ indicator, level1, level2 })),
    ),
  );
}
