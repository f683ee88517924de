import type { Language } from '../../survey-definitions/text.ts';

/** What an address holds besides language and print. */
interface Link {
  /** Id of the collection point. */
  point?: string | undefined;
  accessCode?: string | null | undefined;
}

/**
 * Address of the page itself in a language and, where wanted, in large print: relative, as every page of a respondent's stands
 * at its survey's address. Whatever leads from one to the next goes through here: without script, language, print and
 * collection point live nowhere but in the address.
 */
export function formAddress(
  language: Language,
  elder: boolean,
  { point, accessCode }: Link = {},
): string {
  const p = point ? `&p=${encodeURIComponent(point)}` : '';
  const k = accessCode ? `&k=${encodeURIComponent(accessCode)}` : '';
  return `?lang=${language}${elder ? '&elder=1' : ''}${p}${k}`;
}
