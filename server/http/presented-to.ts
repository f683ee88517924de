import type { Context } from 'hono';
import type { Language } from '../../survey-definitions/text.ts';
import type { Config } from '../config.ts';
import { languageOf } from './language.ts';
import { ownAddress } from './origin.ts';

/** Whom an answer is for, as presenters want to know it: the language, and what links are made of. */
export function presentedTo(c: Context, config: Config): { language: Language; baseUrl: string } {
  return { language: languageOf(c), baseUrl: ownAddress(c, config) };
}
