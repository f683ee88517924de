import { isBlankText } from '../survey-definitions/unseen.ts';

/** What a password is held to where it is chosen; one that was stored before stays good. No rules on what it is made of. */
export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 200;

/** By characters as they are hashed, in NFC: a letter with its accent is one. */
export function isAcceptablePassword(text: string): boolean {
  const characters = [...text.normalize('NFC')].length;
  // As long as signing in takes it, which counts UTF-16 units.
  const fits = characters >= SHORTEST_PASSWORD && text.length <= LONGEST_PASSWORD;
  return fits && !isBlankText(text);
}
