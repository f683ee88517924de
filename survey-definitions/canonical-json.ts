/**
 * The one way to write a JSON value (RFC 8785, JSON Canonicalization Scheme): keys in the order of their UTF-16 code
 * units, numbers and texts as ECMAScript writes them, no blanks. Its UTF-8 bytes are what a hash is taken of, so that
 * whoever has the value can take it again. Throws a TypeError for what JSON cannot say (undefined, NaN, Infinity,
 * bigint, a function) and for half a surrogate pair, where JSON.stringify would leave out, or change, in silence.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value === 'string') return canonicalText(value);
  if (Array.isArray(value)) {
    // Not map(), which passes over holes.
    return `[${Array.from(value, (each: unknown) => canonicalJson(each)).join(',')}]`;
  }
  if (typeof value !== 'object' || !isPlain(value)) {
    throw new TypeError(`JSON has no such value: ${typeof value}`);
  }
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${canonicalText(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

const LONE_SURROGATE = /\p{Surrogate}/u;

function canonicalText(text: string): string {
  if (LONE_SURROGATE.test(text)) throw new TypeError('JSON has no half of a surrogate pair');
  return JSON.stringify(text);
}

/** What JSON.parse makes, and nothing that has a JSON of its own, as a Date or a Map has. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
