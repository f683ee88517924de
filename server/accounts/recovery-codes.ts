import { randomBytes } from 'node:crypto';
import { readCrockford, toCrockford } from '../store/crockford.ts';
import { hashSecret } from './secrets.ts';

export const RECOVERY_CODES = 10;
/** 80 random bits: NIST SP 800-63B asks for 64. */
const LENGTH = 16;

/** Ten codes in groups of four, each of which lets somebody in once without his authenticator. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () =>
    toCrockford(randomBytes(LENGTH), LENGTH).replace(/(.{4})(?=.)/g, '$1-'),
  );
}

/** What is kept of a code, of this account alone; undefined where what was typed can be none. */
export function recoveryCodeHash(userId: string, typed: string): string | undefined {
  const code = readCrockford(typed);
  return code.length === LENGTH ? hashSecret(`recovery\0${userId}\0${code}`) : undefined;
}
