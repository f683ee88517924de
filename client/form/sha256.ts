/** The first `count` primes: what SHA-256 takes its constants from (FIPS 180-4, 4.2.2 and 5.3.3). */
function primes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime)) found.push(n);
  return found;
}

const fraction = (x: number) => ((x % 1) * 2 ** 32) | 0;
const K = new Int32Array(primes(64).map((prime) => fraction(Math.cbrt(prime))));
const START = new Int32Array(primes(8).map((prime) => fraction(Math.sqrt(prime))));

const w = new Int32Array(64);
const rotate = (x: number, by: number) => (x >>> by) | (x << (32 - by));

/**
 * SHA-256 of a message of at most 55 bytes, as eight words. `block` is it padded to sixteen words, big-endian. Our own, since a
 * page over http has no WebCrypto, and one call of that costs more than a short hash does.
 */
export function sha256(block: Int32Array): Int32Array {
  w.set(block);
  for (let t = 16; t < 64; t++) {
    const x = w[t - 15] || 0;
    const y = w[t - 2] || 0;
    const s0 = rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3);
    const s1 = rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10);
    w[t] = (w[t - 16] || 0) + s0 + (w[t - 7] || 0) + s1;
  }
  const hash = START.slice();
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
  for (let t = 0; t < 64; t++) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (K[t] || 0) + (w[t] || 0)) | 0;
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, at) => {
    hash[at] = (hash[at] || 0) + word;
  });
  return hash;
}

/** The words of a hexadecimal text, whose length is a multiple of eight. */
export function wordsOf(hex: string): number[] {
  return (hex.match(/.{8}/g) || []).map((word) => Number.parseInt(word, 16) | 0);
}

export function hexOf(words: Int32Array): string {
  return Array.from(words, (word) => ((word >>> 0) + 2 ** 32).toString(16).slice(1)).join('');
}
