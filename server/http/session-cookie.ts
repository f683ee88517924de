import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Config } from '../config.ts';
import { isHttps } from './origin.ts';

const NAME = 'manping';
/** A working day; then one signs in again. */
export const SESSION_SECONDS = 12 * 60 * 60;

/** Under https the cookie is `__Host-manping`, which no other host and no plain http can set. */
function prefix(c: Context, config: Config): 'host' | undefined {
  return isHttps(c, config) ? 'host' : undefined;
}

export function readSessionCookie(c: Context, config: Config): string | undefined {
  const secret = getCookie(c, NAME, prefix(c, config));
  return secret === '' ? undefined : secret;
}

export function setSessionCookie(c: Context, config: Config, secret: string): void {
  setCookie(c, NAME, secret, {
    prefix: prefix(c, config),
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    maxAge: SESSION_SECONDS,
  });
}

export function clearSessionCookie(c: Context, config: Config): void {
  deleteCookie(c, NAME, {
    prefix: prefix(c, config),
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
  });
}
