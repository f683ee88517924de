import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Config } from '../config.ts';
import { compressedHtml } from './compressed-html.ts';
import type { AppEnv } from './env.ts';
import { languageNamed, languageOf } from './language.ts';
import { ownAddress } from './origin.ts';

/** A respondent's page, which no cache keeps: it carries an id and a time. */
export function answerPage(c: Context<AppEnv>, text: string, status: ContentfulStatusCode = 200) {
  c.header('Cache-Control', 'no-store');
  return compressedHtml(c, text, status);
}

/** To the page's own address, where it was asked for by another way of writing it; undefined where it was not. */
export function toOwnAddress(c: Context<AppEnv>, config: Config, path: string) {
  const { pathname, search } = new URL(c.req.url);
  if (pathname === path) return undefined;
  c.header('Cache-Control', 'no-store');
  return c.redirect(`${ownAddress(c, config)}${path}${search}`, 308);
}

/** What the page's own script and style are let through by. */
export function nonceOf(c: Context<AppEnv>): string {
  return c.get('secureHeadersNonce') ?? '';
}

/** The language a page is asked for in: what was asked for by name, else by the address, else by the browser. */
export function pageLanguage(c: Context<AppEnv>, asked?: string) {
  return languageNamed(asked ?? c.req.query('lang')) ?? languageOf(c);
}
