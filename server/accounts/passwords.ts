import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { Problem } from '../problem.ts';
import { randomText } from './secrets.ts';

/** 32 MiB and about 0.2 s a hash. Kept with each hash, so that a later change leaves old ones readable. */
const COST = { N: 2 ** 15, r: 8, p: 3 } as const;
const KEY_BYTES = 32;
const MAX_MEMORY = 128 * 1024 * 1024;

const QUEUE = 30;
/** Whether a hash is being made. One at a time leaves the other threads of Node's pool, and the other core, to responses. */
let running = false;
const first: (() => void)[] = [];
const waiting: (() => void)[] = [];

/**
 * One after the other, those who go `ahead` before the rest. Throws busy where already 30 of the rest wait: a flood of
 * logins must not pile up.
 */
async function inTurn<T>(ahead: boolean, work: () => Promise<T>): Promise<T> {
  if (running) {
    if (!ahead && waiting.length >= QUEUE) {
      throw new Problem('busy', { headers: { 'Retry-After': '5' } });
    }
    await new Promise<void>((resolve) => (ahead ? first : waiting).push(resolve));
  }
  running = true;
  const began = performance.now();
  try {
    return await work();
  } finally {
    // In a flood as long a rest as the work took: the cores are the respondents'.
    if (ahead || waiting.length === 0) handOn();
    else setTimeout(handOn, performance.now() - began);
  }
}

/** The place goes to the next in line, or is free again. */
function handOn(): void {
  const next = first.shift() ?? waiting.shift();
  if (next === undefined) running = false;
  else next();
}

function derive(
  password: string,
  salt: Buffer,
  cost: ScryptOptions,
  ahead = false,
): Promise<Buffer> {
  return inTurn(
    ahead,
    () =>
      new Promise((resolve, reject) => {
        scrypt(
          password.normalize('NFC'),
          salt,
          KEY_BYTES,
          { ...cost, maxmem: MAX_MEMORY },
          (error, key) => (error ? reject(error) : resolve(key)),
        );
      }),
  );
}

/** `scrypt$N$r$p$salt$hash`, all that is needed to verify it later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, COST);
  const parts = [COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')];
  return `scrypt$${parts.join('$')}`;
}

/**
 * Whether the password is the one that was hashed. Without a stored hash it takes as long, and is false. `ahead` is for
 * those whom a flood of strangers must not keep out.
 */
export async function verifyPassword(
  password: string,
  stored: string | undefined,
  ahead = false,
): Promise<boolean> {
  const [, N, r, p, salt, hash] = (stored ?? NOBODY).split('$');
  const expected = Buffer.from(hash ?? '', 'base64url');
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  const key = await derive(password, Buffer.from(salt ?? '', 'base64url'), cost, ahead);
  return (
    stored !== undefined && key.byteLength === expected.byteLength && timingSafeEqual(key, expected)
  );
}

const NOBODY = `scrypt$${COST.N}$${COST.r}$${COST.p}$${randomBytes(16).toString('base64url')}$`;

/** A password to print once: 20 characters that are not mistaken for one another. */
export function newPassword(): string {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
  return randomText(alphabet, 20).replace(/(.{5})(?=.)/g, '$1-');
}
