import { createHash, randomBytes } from 'node:crypto';
import { readCrockford, toCrockford } from '../store/crockford.ts';

const BYTES = 16;
/** 130 bits hold 128, so that the first character is at most 7. */
const CODE = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** A single-use code: 128 random bits, 26 characters. */
export function newAccessCode(): string {
  return toCrockford(randomBytes(BYTES), 26);
}

/** The code that was meant, or undefined where it can be none. */
export function readAccessCode(text: string): string | undefined {
  const code = readCrockford(text);
  return CODE.test(code) ? code : undefined;
}

/**
 * What is kept of a code. With so many random bits nobody finds the code of a hash, so it needs no salt and no slow
 * function; the survey goes into it, so that a code is good for its own survey only.
 */
export function accessCodeHash(survey: string, code: string): string {
  return createHash('sha256').update(`${survey}:${code}`).digest('hex');
}
