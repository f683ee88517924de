// What a text holds that nobody sees. Without Zod, so that a browser can read it.

/**
 * White space, controls and format characters, fillers and variation selectors, and the two signs that are drawn as
 * nothing: a Braille cell without dots, and the place that dictation leaves for an object.
 */
const UNSEEN = /[\p{Z}\p{Cc}\p{Cf}\p{DI}\u2800\ufffc]/gu;

/** Whether a text says nothing: empty, or made of characters that nobody sees. The one test for blank. */
export function isBlankText(text: string): boolean {
  return withoutUnseen(text) === '';
}

/** The text as it looks, with nothing between what is seen. */
export function withoutUnseen(text: string): string {
  return text.replace(UNSEEN, '');
}
