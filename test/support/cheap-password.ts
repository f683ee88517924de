import { randomBytes, scryptSync } from 'node:crypto';

/** What accounts of tests sign in by, where they do. */
export const PASSWORD = 'lantern feathers 47';

/** As if it had been hashed long ago, at so much cost: for tests of what becomes of a password, not of its hash. */
export function cheapHash(password: string, N = 1024): string {
  const salt = randomBytes(16);
  const key = scryptSync(password, salt, 32, { N, r: 8, p: 1 });
  return `scrypt$${N}$8$1$${salt.toString('base64url')}$${key.toString('base64url')}`;
}
