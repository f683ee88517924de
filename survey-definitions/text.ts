import { z } from 'zod';

/** Languages the screens speak; zh-CN is always there, en only where a definition gives it. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

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

/** Stable machine name of a section, item, option, scale or definition. */
export const Id = z
  .string()
  .regex(
    // `constructor` would name what every object inherits, where somebody looks answers up by id.
    /^(?!constructor$)[a-z][a-z0-9-]{0,39}$/,
    'lower-case letters, digits and hyphens, starting with a letter',
  )
  .describe('Stable id: lower-case letters, digits and hyphens');

/** The text in the wanted language, else in zh-CN. */
export function textIn(text: Text, language: Language): string {
  return typeof text === 'string' ? text : (text[language] ?? text['zh-CN']);
}

/** What an evaluation fills into the texts of a definition. */
export const PLACEHOLDERS = ['department', 'place', 'year'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

// No quantified space around the name: with it, a long run of spaces would take cubic time to refuse.
const PLACEHOLDER_PATTERN = /\{\{([^{}]*)\}\}/g;

/** Names of the placeholders in a text, in every language it is given in. */
export function placeholdersIn(text: Text): string[] {
  const variants = typeof text === 'string' ? [text] : Object.values(text);
  return variants.flatMap((variant) =>
    [...(variant ?? '').matchAll(PLACEHOLDER_PATTERN)].map((match) => (match[1] ?? '').trim()),
  );
}

/** The text with its placeholders filled in; one without a value stays as it is, so that it is seen. */
export function fillIn(text: string, values: Partial<Record<string, string>>): string {
  return text.replace(PLACEHOLDER_PATTERN, (whole, inside: string) => {
    const name = inside.trim();
    return (Object.hasOwn(values, name) ? values[name] : undefined) ?? whole;
  });
}
