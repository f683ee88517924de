// Apart from the schema of a text, so that a browser can go by the list without loading Zod.

/** Languages the screens speak; zh-CN is always there, en only where a definition gives it. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
