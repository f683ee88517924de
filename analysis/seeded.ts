/** Numbers that look like chance and follow from a seed, so that what is made of them can be made again. */
export interface Chance {
  /** From 0 to below 1. */
  uniform(): number;
  /** How many of `n` trials succeed, each with the same probability. */
  binomial(n: number, probability: number): number;
}

/** The generator sfc32 (C. Doty-Humphrey, PractRand), from a text. */
export function seeded(text: string): Chance {
  let [a, b, c, counter] = [hash32(text, 1), hash32(text, 2), hash32(text, 3), 1];
  const uniform = () => {
    const t = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return ((t >>> 0) + 0.5) / 2 ** 32;
  };
  for (let warmUp = 0; warmUp < 20; warmUp += 1) uniform();
  return { uniform, binomial: (n, probability) => binomial(uniform, n, probability) };
}

/** FNV-1a over the code units, begun otherwise for each `lane`. */
function hash32(text: string, lane: number): number {
  let hash = (0x811c9dc5 ^ lane) | 0;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** Beyond it sampling by rejection costs less than counting the successes. */
const MOST_COUNTED = 10;

function binomial(uniform: () => number, n: number, probability: number): number {
  if (n <= 0 || probability <= 0) return 0;
  if (probability >= 1) return n;
  if (probability > 0.5) return n - binomial(uniform, n, 1 - probability);
  return n * probability < MOST_COUNTED
    ? countedSuccesses(uniform, n, probability)
    : transformedRejection(uniform, n, probability);
}

/** Skips from success to success, which are geometrically apart (L. Devroye, 1986, X.4). */
function countedSuccesses(uniform: () => number, n: number, probability: number): number {
  const log = Math.log1p(-probability);
  let successes = 0;
  for (let at = Math.log(uniform()) / log; at < n; successes += 1)
    at = wholeBelow(at) + 1 + Math.log(uniform()) / log;
  return successes;
}

/** BTRS: transformed rejection with squeeze (W. Hörmann, The generation of binomial random variates, 1993). */
function transformedRejection(uniform: () => number, n: number, p: number): number {
  const spread = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const c = n * p + 0.5;
  const squeeze = 0.92 - 4.2 / b;
  const odds = p / (1 - p);
  const alpha = (2.83 + 5.1 / b) * spread;
  const mode = wholeBelow((n + 1) * p);
  for (;;) {
    const u = uniform() - 0.5;
    const v = uniform();
    const us = 0.5 - Math.abs(u);
    const at = ((2 * a) / us + b) * u + c;
    if (!(at >= 0 && at < n + 1)) continue;
    const k = wholeBelow(at);
    if (us >= 0.07 && v <= squeeze) return k;
    const log = Math.log((v * alpha) / (a / (us * us) + b));
    const most =
      (mode + 0.5) * Math.log((mode + 1) / (odds * (n - mode + 1))) +
      (n + 1) * Math.log((n - mode + 1) / (n - k + 1)) +
      (k + 0.5) * Math.log((odds * (n - k + 1)) / (k + 1)) +
      stirling(mode) +
      stirling(n - mode) -
      stirling(k) -
      stirling(n - k);
    if (log <= most) return k;
  }
}

const SMALL_STIRLING = [
  0.0810614667953272, 0.0413406959554092, 0.0276779256849983, 0.02079067210376509,
  0.0166446911898211, 0.0138761288230707, 0.0118967099458917, 0.010411265261972,
  0.00925546218271273, 0.00833056343336287,
];

/** What Stirling's formula lacks of log k!. */
function stirling(k: number): number {
  const small = SMALL_STIRLING[k];
  if (small !== undefined) return small;
  const square = (k + 1) * (k + 1);
  return (1 / 12 - (1 / 360 - 1 / 1260 / square) / square) / (k + 1);
}

/** Of numbers whose whole part has 31 bits; below 0 it is only told that they are. It is asked millions of times. */
const wholeBelow = (x: number): number => (x < 0 ? -1 : x | 0);
