import { timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Config } from '../config.ts';
import type { Sign } from '../fieldwork/signing-key.ts';
import { isHttps } from './origin.ts';

const A_YEAR = 365 * 24 * 60 * 60;

const nameOf = (survey: string) => `manping-answered-${survey}`;

/**
 * The mark of a survey is the same on every device: it says that this one has answered, and cannot tell one device
 * from another.
 */
const markOf = (sign: Sign, survey: string) => sign('device-mark', survey);

/** Whether the device carries our mark for this survey; one that we did not sign counts for nothing. */
export async function hasDeviceMark(c: Context, sign: Sign, survey: string): Promise<boolean> {
  const given = Buffer.from(getCookie(c, nameOf(survey)) ?? '');
  if (given.length === 0) return false;
  const ours = Buffer.from(await markOf(sign, survey));
  return given.length === ours.length && timingSafeEqual(given, ours);
}

/** Marks the device; only after its answer is stored, so that nobody gets a cookie for looking. */
export async function setDeviceMark(
  c: Context,
  config: Config,
  sign: Sign,
  survey: string,
): Promise<void> {
  setCookie(c, nameOf(survey), await markOf(sign, survey), {
    httpOnly: true,
    sameSite: 'Lax',
    secure: isHttps(c, config),
    path: '/',
    maxAge: A_YEAR,
  });
}
