import type { Language } from '../../survey-definitions/text.ts';

/**
 * Address of the page itself in a language and, where wanted, in large print: relative, as every page of a respondent's stands
 * at its survey's address. Whatever leads from one to the next goes through here: without script, language and print live
 * nowhere but in the address.
 */
export function formAddress(language: Language, elder: boolean): string {
  return `?lang=${language}${elder ? '&elder=1' : ''}`;
}
