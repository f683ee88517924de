import { z } from 'zod';
import { Composite } from './composite.ts';
import { Exact } from './exact.ts';
import { RespondentGroup } from './respondent-group.ts';
import { Id, PLACEHOLDERS, Text } from './text.ts';

/** Whole numbers an option stands for, both ends inside; a bound left out is open. 25岁以下 is `{ "to": 25 }`. */
const Range = z.strictObject({ from: z.int().optional(), to: z.int().optional() });

export const Option = z.strictObject({
  id: Id,
  label: Text,
  range: Range.optional().describe('The whole numbers this option stands for, both ends inside'),
  other: z
    .boolean()
    .optional()
    .describe('True for “other”, “none of these”: it makes the list exhaustive'),
  exclusive: z
    .boolean()
    .optional()
    .describe('True where it cannot stand beside another option, as “none of these”'),
  endsHere: z
    .boolean()
    .optional()
    .describe('True where whoever chooses it does not belong to the group: the questionnaire ends'),
});
export type Option = z.infer<typeof Option>;

/** Shown, and counted, only where an earlier choice item was answered with one of these options. */
export const ShowIf = z.strictObject({ item: Id, options: z.array(Id).min(1) });
export type ShowIf = z.infer<typeof ShowIf>;

const itemBase = {
  id: Id,
  topic: Text.describe('What the item is about, in a few words, for tables and charts'),
  text: Text.describe('The question as the respondent reads it'),
  help: Text.optional(),
  required: z.boolean().default(true),
  showIf: ShowIf.optional(),
};

export const SingleItem = z.strictObject({
  ...itemBase,
  type: z.literal('single'),
  options: z.array(Option).min(2).max(50),
  exhaustive: z
    .boolean()
    .optional()
    .describe('The author vouches that every respondent finds an option'),
});
export const MultipleItem = z.strictObject({
  ...itemBase,
  type: z.literal('multiple'),
  options: z.array(Option).min(2).max(50),
  exhaustive: z.boolean().optional(),
  min: z.int().min(1).optional().describe('Fewest options to choose where the item is answered'),
  max: z.int().min(1).optional().describe('Most options to choose'),
});
export const SatisfactionItem = z.strictObject({
  ...itemBase,
  type: z.literal('satisfaction'),
  scale: Id.describe('The scale whose options are offered and whose weights count'),
});
export const TextItem = z.strictObject({
  ...itemBase,
  type: z.literal('text'),
  maxLength: z
    .int()
    .min(1)
    .max(5000)
    .default(500)
    .describe('Most characters (Unicode code points)'),
});
export const Item = z.discriminatedUnion('type', [
  SingleItem,
  MultipleItem,
  SatisfactionItem,
  TextItem,
]);
export type Item = z.infer<typeof Item>;

export const SECTION_ROLES = ['profile', 'background', 'satisfaction', 'opinion', 'other'] as const;

export const Section = z.strictObject({
  id: Id,
  role: z.enum(SECTION_ROLES),
  title: Text,
  intro: Text.optional(),
  items: z.array(Item).min(1),
});
export type Section = z.infer<typeof Section>;

/** A grade with its weight, or, with `scored: false`, an option that is counted and stands in no base of satisfaction. */
export const ScaleOption = z.strictObject({
  id: Id,
  label: Text,
  weight: Exact.optional().describe('What the grade is worth, of `outOf`; left out where unscored'),
  scored: z
    .boolean()
    .optional()
    .describe('False for 不了解, 不适用: completes the item and stands in no base'),
});
export type ScaleOption = z.infer<typeof ScaleOption>;

/**
 * Two to eleven grades with weights, best first, and unscored options beside them. What an answer adds to the item's
 * sum is the weight of its grade as a share of `outOf`.
 */
export const Scale = z.strictObject({
  id: Id,
  outOf: Exact.optional().describe('The weight that stands for 100 %; 100 where it is left out'),
  options: z.array(ScaleOption).min(2),
});
export type Scale = z.infer<typeof Scale>;

/** What makes a response invalid, or only flags it (疑点): the last two never invalidate. */
export const ValidityRule = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('complete-section'), section: Id }),
  z.strictObject({ rule: z.literal('no-double-mark') }),
  z.strictObject({ rule: z.literal('one-return') }),
  z.strictObject({
    rule: z.literal('contradiction'),
    id: Id,
    reason: Text,
    when: z
      .array(z.strictObject({ item: Id, options: z.array(Id).min(1) }))
      .min(2)
      .describe(
        'Profile answers that cannot all be true; the rule holds when every condition does',
      ),
  }),
  z.strictObject({ rule: z.literal('minimum-duration'), seconds: z.int().min(1) }),
  z.strictObject({ rule: z.literal('straight-line'), section: Id }),
]);
export type ValidityRule = z.infer<typeof ValidityRule>;

/** A questionnaire definition, shape only; `checkQuestionnaire` in check-questionnaire.ts looks at what it means. */
export const Questionnaire = z.strictObject({
  $schema: z.string().optional(),
  id: Id,
  version: z.int().min(1),
  title: Text,
  intro: Text.optional(),
  respondentGroup: RespondentGroup,
  respondentGroupName: Text.optional().describe(
    'What the group is called; needed unless it is management-object or public',
  ),
  formerNames: z
    .array(Text)
    .optional()
    .describe('Names the department had before; a text that uses one is warned of'),
  reference: Text.optional().describe('What the questionnaire was taken from'),
  minutes: z.number().positive().optional().describe('How long answering takes'),
  layout: z
    .enum(['page', 'sections'])
    .optional()
    .describe('One scrolling page, or section by section'),
  placeholders: z.array(z.enum(PLACEHOLDERS)).default([]),
  scales: z.array(Scale).default([]),
  sections: z.array(Section).min(1),
  composite: Composite.optional(),
  validity: z.array(ValidityRule).default([]),
});
export type Questionnaire = z.infer<typeof Questionnaire>;

/** A response's answers as they were given: one option id, several (multiple items, or a double mark), or text. */
export const Answers = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
export type Answers = z.infer<typeof Answers>;
