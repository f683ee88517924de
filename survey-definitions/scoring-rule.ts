import { z } from 'zod';
import { compare, exact, ONE, ZERO } from './fraction.ts';
import { RespondentGroup } from './questionnaire.ts';
import { Id, Text } from './text.ts';

/**
 * A number kept exactly: a JSON number stands for the decimal it is written as (0.05 is 5/100),
 * and a string for a fraction or a decimal that must not pass through a float ("1/3", "89.996").
 */
export const Exact = z
  .union([
    z.number(),
    z
      .string()
      // Aborting, so that what looks further at the number may rely on its form.
      .max(40, { abort: true })
      .regex(/^-?\d+(\.\d+)?$|^\d+\/[1-9]\d*$/, {
        error: 'a decimal such as "89.34" or a fraction such as "1/3"',
        abort: true,
      }),
  ])
  .describe('An exact number: 0.05, "89.996" or "1/3"');
export type Exact = z.infer<typeof Exact>;

const Share = Exact.describe('A share of the indicator’s weight, 0 to 1');
const Points = Exact.describe('Points of the 100');

/** The survey quantity a rule needs, in percent: from which respondent group, and which number. */
export const SurveyQuantity = z.discriminatedUnion('quantity', [
  z.strictObject({ group: RespondentGroup, quantity: z.literal('composite') }),
  z.strictObject({ group: RespondentGroup, quantity: z.literal('item-satisfaction'), item: Id }),
  z.strictObject({
    group: RespondentGroup,
    quantity: z.literal('option-share'),
    item: Id,
    option: Id,
  }),
]);
export type SurveyQuantity = z.infer<typeof SurveyQuantity>;

const from = SurveyQuantity.optional().describe(
  'Where the actual value comes from; without it a scorer enters it',
);

/** done / planned × weight, full at 100 %. Inputs `{ done, planned }`. */
export const CompletionRatio = z.strictObject({ kind: z.literal('completion-ratio') });

/** Full at the target, else value % × weight, or value / target × weight. Inputs `{ value }` in percent. */
export const TargetProportional = z.strictObject({
  kind: z.literal('target-proportional'),
  target: Exact,
  below: z.enum(['value', 'value-over-target']),
  from,
});

/** Full at the target, then a deduction per step beyond it. Inputs `{ value }`, usually in percent. */
export const StepDeduction = z.strictObject({
  kind: z.literal('step-deduction'),
  target: Exact,
  side: z.enum(['upper', 'lower']).describe('upper: above the target costs; lower: below it costs'),
  step: Exact.describe('Length of a step, in the value’s unit (percentage points)'),
  deduct: z.union([z.strictObject({ share: Share }), z.strictObject({ points: Points })]),
  partialStep: z
    .enum(['proportional', 'half-up', 'up', 'down'])
    .describe('How many steps a part of a step counts as'),
  zeroAt: Exact.optional().describe('At this value, and beyond it, the score is 0'),
  from,
});

/** Bounds of a band; one bound left out is open. Exactly one of `min` and `minExclusive` may be given, likewise `max`. */
export const Band = z.strictObject({
  min: Exact.optional(),
  minExclusive: Exact.optional(),
  max: Exact.optional(),
  maxExclusive: Exact.optional(),
  points: Points,
});
export type Band = z.infer<typeof Band>;

/** The band the value falls into gives the points. Inputs `{ value }`. */
export const TieredBands = z.strictObject({
  kind: z.literal('tiered-bands'),
  bands: z.array(Band).min(2),
  from,
});

/** Target reached or not. Inputs `{ value }`. */
export const Threshold = z.strictObject({
  kind: z.literal('threshold'),
  op: z.enum(['<=', '>=', '<', '>']),
  target: Exact,
  unit: z.string().optional(),
  from,
});

const ChecklistItem = z.union([
  z.strictObject({ id: z.string().min(1), label: Text, share: Share }),
  z.strictObject({ id: z.string().min(1), label: Text, points: Points }),
]);

/** Sum of what is met; a veto takes all. Inputs `{ credit: { id: 0..1 }, reasons?: { id: text }, veto?: { id: boolean } }`. */
export const Checklist = z.strictObject({
  kind: z.literal('checklist'),
  items: z.array(ChecklistItem).min(1),
  veto: z.array(z.strictObject({ id: z.string().min(1), label: Text })).optional(),
});

/** Met or not. Inputs `{ met }`. */
export const AllOrNothing = z.strictObject({ kind: z.literal('all-or-nothing') });

/** Points off per event, not below 0. Inputs `{ events }`, a whole number. */
export const EventDeduction = z.strictObject({
  kind: z.literal('event-deduction'),
  pointsPerEvent: Points,
  events: z.array(z.strictObject({ id: z.string().min(1), label: Text })).optional(),
});

/** The case that applies gives the points. Inputs `{ case }`. */
export const Category = z.strictObject({
  kind: z.literal('category'),
  cases: z.array(z.strictObject({ id: Id, label: Text, points: Points })).min(2),
});

/** The first option whose share of answers reaches its minimum decides the credit. */
export const OptionShare = z.strictObject({
  kind: z.literal('option-share'),
  from: z.strictObject({ group: RespondentGroup, item: Id }),
  branches: z
    .array(z.strictObject({ option: Id, min: Share, credit: Share }))
    .min(1)
    .max(50),
  otherwise: z
    .union([Share, z.literal('manual')])
    .describe('Credit where no branch holds, or “manual”: a scorer decides'),
});

/** A scorer gives the score. Inputs `{ score, reason? }`. */
export const Manual = z.strictObject({ kind: z.literal('manual') });

/** How an actual value becomes a score (评分标准). */
export const ScoringRule = z.discriminatedUnion('kind', [
  CompletionRatio,
  TargetProportional,
  StepDeduction,
  TieredBands,
  Threshold,
  Checklist,
  AllOrNothing,
  EventDeduction,
  Category,
  OptionShare,
  Manual,
]);
export type ScoringRule = z.infer<typeof ScoringRule>;
export type RuleOf<K extends ScoringRule['kind']> = Extract<ScoringRule, { kind: K }>;

const nonNegative = Exact.refine((value) => !String(value).startsWith('-'), 'not below 0');
const credit = Exact.refine(
  (value) => compare(exact(value), ZERO) >= 0 && compare(exact(value), ONE) <= 0,
  'a credit is 0 to 1',
);

const value = z.strictObject({ value: Exact });

/** What a scorer may enter for each kind of rule. */
export const RULE_INPUTS = {
  'completion-ratio': z.strictObject({ done: nonNegative, planned: nonNegative }),
  'target-proportional': value,
  'step-deduction': value,
  'tiered-bands': value,
  threshold: value,
  checklist: z.strictObject({
    credit: z.record(z.string(), credit),
    reasons: z.record(z.string(), z.string()).optional(),
    veto: z.record(z.string(), z.boolean()).optional(),
  }),
  'all-or-nothing': z.strictObject({ met: z.boolean() }),
  'event-deduction': z.strictObject({ events: z.int().min(0) }),
  category: z.strictObject({ case: z.string() }),
  'option-share': z.strictObject({ credit }),
  manual: z.strictObject({ score: nonNegative, reason: z.string().optional() }),
} as const satisfies Record<ScoringRule['kind'], z.ZodType>;
export type RuleInputs<K extends ScoringRule['kind']> = z.infer<(typeof RULE_INPUTS)[K]>;

/** The survey quantity a rule is fed from, if any. */
export function surveyNeedOf(rule: ScoringRule): { group: RespondentGroup } | undefined {
  return 'from' in rule ? rule.from : undefined;
}
