import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Config } from '../config.ts';
import { isHttps } from './origin.ts';

const A_YEAR = 365 * 24 * 60 * 60;

const nameOf = (survey: string) => `manping-answered-${survey}`;

/** The mark that a device carries for a survey, which may be anybody's. */
export function readDeviceMark(c: Context, survey: string): string | undefined {
  return getCookie(c, nameOf(survey));
}

/** Marks the device; only after its answer is stored, so that nobody gets a cookie for looking. */
export function setDeviceMark(c: Context, config: Config, survey: string, mark: string): void {
  setCookie(c, nameOf(survey), mark, {
    httpOnly: true,
    sameSite: 'Lax',
    secure: isHttps(c, config),
    path: '/',
    maxAge: A_YEAR,
  });
}
