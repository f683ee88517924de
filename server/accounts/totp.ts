import { generateSecret, generateURI, verifySync } from 'otplib';
import { foldTyped } from '../../survey-definitions/typed-text.ts';

// Six digits of HMAC-SHA-1 every thirty seconds (RFC 6238): what every authenticator app takes.
const STEP_SECONDS = 30;
const DIGITS = 6;
const ISSUER = '满评 Manping';

/** A new key, 160 random bits in base 32, that server and app share. */
export const newTotpSecret = (): string => generateSecret();

/** What an app reads from a QR code. */
export const totpUri = (secret: string, username: string): string =>
  generateURI({ issuer: ISSUER, label: username, secret });

/** A code as it was meant: without spaces, dashes and width. Undefined where it can be none. */
export function readTotpCode(typed: string): string | undefined {
  const code = foldTyped(typed).replaceAll('-', '');
  return /^[0-9]{6}$/.test(code) ? code : undefined;
}

/**
 * The time step that a code is of, counted from 1970; undefined where it is none of now, of the step before or of the one
 * after: clocks differ, and people type slowly. Whether it was used already is for whoever stores steps to say.
 */
export function totpStep(secret: string, typed: string, now: Date): number | undefined {
  const token = readTotpCode(typed);
  if (token === undefined) return undefined;
  const found = verifySync({
    strategy: 'totp',
    secret,
    token,
    digits: DIGITS,
    period: STEP_SECONDS,
    epoch: Math.floor(now.getTime() / 1000),
    epochTolerance: STEP_SECONDS,
  });
  return found.valid && 'timeStep' in found ? found.timeStep : undefined;
}
