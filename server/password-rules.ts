import { isBlankText } from '../survey-definitions/unseen.ts';

/** What ADMIN_PASSWORD is held to; one that was stored before stays good. */
export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 200;

/** What a password is held to where somebody chooses it: accounts/password-faults.ts. */
export const SHORTEST_CHOSEN_PASSWORD = 12;
/** As many UTF-16 units as the longest password may take on its way: apart, a letter and its accent are two, and an emoji is two. */
export const LONGEST_TYPED_PASSWORD = 4 * LONGEST_PASSWORD;

/** By characters as they are hashed, in NFC: a letter with its accent is one. */
export const passwordLength = (text: string): number => [...text.normalize('NFC')].length;

export function isAcceptablePassword(text: string): boolean {
  const characters = passwordLength(text);
  return characters >= SHORTEST_PASSWORD && characters <= LONGEST_PASSWORD && !isBlankText(text);
}
