import type { Context } from 'hono';
import type { Language } from '../../survey-definitions/text.ts';
import type { Deps } from '../context.ts';
import { languageOf } from './language.ts';
import { ownAddress } from './origin.ts';

/** Whom an answer is for and when, as presenters want to know it: the language, and what links are made of. */
export function presentedTo(
  c: Context,
  { config, now }: Pick<Deps, 'config' | 'now'>,
): { language: Language; baseUrl: string; now: Date } {
  return { language: languageOf(c), baseUrl: ownAddress(c, config), now: now() };
}
