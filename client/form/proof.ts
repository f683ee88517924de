// Loaded only where a survey asks for a proof of work: solves the server's challenge (ALTCHA 2, SHA-256, one hash a try).
import { hexOf, sha256, wordsOf } from './sha256.ts';

/** The part of a challenge that solving needs; all of it is sent back with the solution. */
interface Challenge {
  parameters: { algorithm: string; cost: number; salt: string; nonce: string; keyPrefix: string };
}

declare global {
  interface Window {
    /** A proof of work for the response that is PUT to this address. Rejects where none can be made now. */
    makeProof(url: string): Promise<string>;
  }
}

/** Hashes computed before the page may handle events again. */
const TRIES_AT_ONCE = 1000;

/** ms after which a request for a challenge is given up. */
const TIMEOUT = 20_000;

const handleEvents = () => new Promise<void>((resolve) => setTimeout(resolve));

/** The proof to send. Throws where the challenge is of another kind than ours. */
async function solve(challenge: Challenge): Promise<string> {
  const { salt, nonce, keyPrefix, algorithm, cost } = challenge.parameters;
  const start = wordsOf(salt + nonce);
  if (algorithm !== 'SHA-256' || cost !== 1 || start.length !== 8) throw new Error('unknown proof');
  // Salt, nonce and the counter, which is one word; then the padding and the length in bits.
  const block = new Int32Array(16);
  block.set(start);
  block[9] = 1 << 31;
  block[15] = 9 * 32;
  const prefix = wordsOf(keyPrefix);
  for (let counter = 0; ; counter++) {
    block[8] = counter;
    const hash = sha256(block);
    if (prefix.every((word, at) => word === hash[at])) {
      const solution = { counter, derivedKey: hexOf(hash) };
      return btoa(JSON.stringify({ challenge, solution }));
    }
    if (counter % TRIES_AT_ONCE === 0) await handleEvents();
  }
}

window.makeProof = async (url) => {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT);
  const { signal } = abort;
  const answer = await fetch(url.replace(/responses\/(.+)/, 'challenge?id=$1'), { signal });
  const challenge = await answer.json();
  clearTimeout(timer);
  return solve(challenge);
};
