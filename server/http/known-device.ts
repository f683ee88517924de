import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Config } from '../config.ts';
import { isHttps } from './origin.ts';

const NAME = 'manping-device';
const A_YEAR = 365 * 24 * 60 * 60;

/** Under https it is a cookie that no other host and no plain http can set. */
const prefix = (c: Context, config: Config) => (isHttps(c, config) ? 'host' : undefined);

/** What the device says of who signed in there before; it may be anybody's word. */
export function readKnownDevice(c: Context, config: Config): string | undefined {
  return getCookie(c, NAME, prefix(c, config));
}

export function setKnownDevice(c: Context, config: Config, said: string): void {
  setCookie(c, NAME, said, {
    prefix: prefix(c, config),
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    maxAge: A_YEAR,
  });
}
