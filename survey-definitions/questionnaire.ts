import { z } from 'zod';
import { RESPONDENT_GROUPS } from './survey.ts';
import { Id, PLACEHOLDERS, Text } from './text.ts';

export const RespondentGroup = z.enum(RESPONDENT_GROUPS);
export type RespondentGroup = z.infer<typeof RespondentGroup>;

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

/** Named options with weights, best first. The weight of an option is what an answer adds to the item's sum. */
export const Scale = z.strictObject({
  id: Id,
  options: z
    .array(z.strictObject({ id: Id, label: Text, weight: z.int().min(0).max(100) }))
    .min(2)
    .max(11),
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
  reference: Text.optional().describe('What the questionnaire was taken from'),
  minutes: z.number().positive().optional().describe('How long answering takes'),
  layout: z
    .enum(['page', 'sections'])
    .optional()
    .describe('One scrolling page, or section by section'),
  placeholders: z.array(z.enum(PLACEHOLDERS)).default([]),
  scales: z.array(Scale).default([]),
  sections: z.array(Section).min(1),
  validity: z.array(ValidityRule).default([]),
});
export type Questionnaire = z.infer<typeof Questionnaire>;

/** A response's answers as they were given: one option id, several (multiple items, or a double mark), or text. */
export const Answers = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
export type Answers = z.infer<typeof Answers>;
