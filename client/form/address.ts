import type { Language } from '../../survey-definitions/text.ts';

/**
 * Address of a survey's page in a language and, where wanted, in large print. Whatever leads from one page of a respondent's to
 * the next goes through here: without script, language and print live nowhere but in the address.
 */
export function formAddress(code: string, language: Language, elder: boolean): string {
  return `/s/${encodeURIComponent(code)}?lang=${language}${elder ? '&elder=1' : ''}`;
}
