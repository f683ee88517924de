// Loaded only where a survey asks for a proof of work: solves the server's challenge (ALTCHA 2, SHA-256, one hash a try).
import { hexOf, sha256, wordsOf } from './sha256.ts';

/** As far as solving needs to know it; the rest goes back as it came. */
interface Challenge {
  parameters: { algorithm: string; cost: number; salt: string; nonce: string; keyPrefix: string };
}

declare global {
  interface Window {
    /** A proof of work for the response that is to be put at this address. Rejects where none can be made just now. */
    prove(url: string): Promise<string>;
  }
}

/** Tries between two looks at what else the page has to do. */
const AT_ONCE = 1000;

/** A server that has given no challenge within this many ms gives none. */
const PATIENCE = 20_000;

const rest = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Payload for the server. Throws where the challenge is of another kind than ours. */
async function solve(challenge: Challenge): Promise<string> {
  const { salt, nonce, keyPrefix, algorithm, cost } = challenge.parameters;
  const given = wordsOf(salt + nonce);
  if (algorithm !== 'SHA-256' || cost !== 1 || given.length !== 8) throw new Error('unknown proof');
  // Salt, nonce and the counter, which is one word; then the padding and the length in bits.
  const block = new Int32Array(16);
  block.set(given);
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
    if (counter % AT_ONCE === 0) await rest();
  }
}

window.prove = async (url) => {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE);
  const { signal } = abort;
  const answer = await fetch(url.replace(/responses\/(.+)/, 'challenge?id=$1'), { signal });
  const challenge = await answer.json();
  clearTimeout(timer);
  return solve(challenge);
};
