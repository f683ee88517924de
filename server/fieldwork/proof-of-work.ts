import { type Challenge, createChallenge, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import { z } from 'zod';
import type { Sign } from '../accounts/signing-key.ts';

/**
 * Hashes that solving takes: a tenth of a second on a computer, a second or two on an old phone, once, at sending. Plain
 * SHA-256, because a page over http has no slower one at hand, and the server checks it by one signature.
 */
const FEWEST_HASHES = 25_000;
const MOST_HASHES = 75_000;
/** From asking for the challenge to handing the response in. */
const MINUTES = 20;

const hex = z.string().regex(/^[0-9a-f]{1,200}$/);
const Payload = z.strictObject({
  challenge: z.strictObject({
    parameters: z.strictObject({
      algorithm: z.literal('SHA-256'),
      nonce: hex,
      salt: hex,
      cost: z.literal(1),
      keyLength: z.int(),
      keyPrefix: hex,
      keySignature: hex,
      expiresAt: z.int(),
      data: z.strictObject({ survey: z.string().max(40), id: z.string().max(40) }),
    }),
    signature: hex,
  }),
  solution: z.strictObject({
    counter: z.int(),
    derivedKey: hex,
    time: z.number().optional(),
  }),
});

/** An ALTCHA challenge (version 2) that is good for one response id of one survey. */
export async function newChallenge(
  sign: Sign,
  survey: string,
  id: string,
  now: Date,
): Promise<Challenge> {
  return createChallenge({
    algorithm: 'SHA-256',
    cost: 1,
    counter: randomInt(MOST_HASHES, FEWEST_HASHES),
    deriveKey,
    data: { survey, id },
    expiresAt: new Date(now.getTime() + MINUTES * 60 * 1000),
    ...(await secrets(sign)),
  });
}

/**
 * Whether `proof`, an ALTCHA payload in base64, solves a challenge of ours for this very response that has not expired.
 * It needs no memory of used ones: an id is stored once, so a proof is worth one response.
 */
export async function provesWork(
  sign: Sign,
  proof: string,
  survey: string,
  id: string,
): Promise<boolean> {
  const payload = readPayload(proof);
  if (payload === undefined) return false;
  const { challenge, solution } = payload;
  const { data } = challenge.parameters;
  if (data.survey !== survey || data.id !== id) return false;
  const { verified } = await verifySolution({
    challenge,
    solution,
    deriveKey,
    ...(await secrets(sign)),
  });
  return verified;
}

async function secrets(sign: Sign) {
  return {
    hmacSignatureSecret: await sign('proof-of-work', 'challenge'),
    hmacKeySignatureSecret: await sign('proof-of-work', 'key'),
  };
}

function readPayload(proof: string): z.infer<typeof Payload> | undefined {
  try {
    return Payload.parse(JSON.parse(Buffer.from(proof, 'base64').toString('utf8')));
  } catch {
    return undefined;
  }
}
