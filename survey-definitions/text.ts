import { z } from 'zod';
import { ID_PATTERN } from './id.ts';
import { isBlankText } from './unseen.ts';

export { LANGUAGES, type Language } from './languages.ts';

/** A text in one language (then it is zh-CN), or one per language. May hold placeholders such as `{{department}}`. */
export const Text = z
  .union([
    z.string().min(1),
    z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1).optional() }),
  ])
  .describe(
    'A text in zh-CN, or one text per language; may hold {{department}}, {{place}}, {{year}}',
  );
export type Text = z.infer<typeof Text>;

/** What a person writes, at most so many characters of it, and not blank; white space around it is cut off. */
export const filledText = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    // Says in JSON Schema what can be said there.
    .min(1, { abort: true })
    .superRefine((text, context) => {
      if (!isBlankText(text)) return;
      const empty = { code: 'too_small', origin: 'string', minimum: 1, inclusive: true } as const;
      context.addIssue({ ...empty, input: text });
    });

/** Stable machine name of a section, item, option, scale or definition. */
export const Id = z
  .string()
  .regex(ID_PATTERN, 'lower-case letters, digits and hyphens, starting with a letter')
  .describe('Stable id: lower-case letters, digits and hyphens');

/** What an evaluation fills into the texts of a definition. */
export const PLACEHOLDERS = ['department', 'place', 'year'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];
