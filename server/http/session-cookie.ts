import type { Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { SESSION_AGE_MS } from '../accounts/session-life.ts';
import type { Config } from '../config.ts';
import { isHttps } from './origin.ts';

const NAME = 'manping';

/** Under https the cookie is `__Host-manping`, which no other host and no plain http can set. */
function prefix(c: Context, config: Config): 'host' | undefined {
  return isHttps(c, config) ? 'host' : undefined;
}

/** As many as are looked up; a browser of ours sends one. */
const MOST_TRIED = 4;

/**
 * What every cookie of the session's name holds, four at most. Under plain http another page of the same host, or of a
 * neighbouring one, can set one more, for a longer path and so in front of ours: who goes by the first is signed out by it.
 */
export function readSessionCookies(c: Context, config: Config): string[] {
  const name = prefix(c, config) === 'host' ? `__Host-${NAME}` : NAME;
  const values = (c.req.header('Cookie') ?? '').split(';').flatMap((pair) => {
    const at = pair.indexOf('=');
    return at > 0 && pair.slice(0, at).trim() === name ? [pair.slice(at + 1).trim()] : [];
  });
  return [...new Set(values)].filter((value) => value !== '').slice(0, MOST_TRIED);
}

export function setSessionCookie(c: Context, config: Config, secret: string): void {
  setCookie(c, NAME, secret, {
    prefix: prefix(c, config),
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    maxAge: SESSION_AGE_MS / 1000,
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
