import type { Language, Text } from './text.ts';

// Apart from the schema of a text, so that a browser can say one without loading Zod.

/** The text in the wanted language, else in zh-CN. */
export function textIn(text: Text, language: Language): string {
  return typeof text === 'string' ? text : (text[language] ?? text['zh-CN']);
}

/** Whether a text is there in a language: what is given in one alone tells by its letters which it is. */
export function isIn(text: Text, language: Language): boolean {
  if (typeof text !== 'string' && text.en !== undefined) return true;
  const isChinese = /\p{Script=Han}/u.test(textIn(text, 'zh-CN'));
  return isChinese === (language === 'zh-CN');
}

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
