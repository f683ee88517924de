/** Far deeper than any definition or body of ours; what is deeper would overflow the stack of whoever walks it. */
const MAX_DEPTH = 32;

export interface JsonHazard {
  path: (string | number)[];
  code: 'too-deep' | 'forbidden-key' | 'unusable-characters';
}

/**
 * The first thing in parsed JSON that no part of the house may see, or undefined: nesting deeper than 32; a key
 * `__proto__`, which validation would drop in silence; text with a NUL or half a surrogate pair, which
 * PostgreSQL refuses and SQLite would give back changed. Walks without recursion.
 */
export function findJsonHazard(root: unknown): JsonHazard | undefined {
  const open: { value: unknown; path: JsonHazard['path'] }[] = [{ value: root, path: [] }];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    const { value, path } = step;
    if (typeof value === 'string' && !isUsableText(value)) {
      return { path, code: 'unusable-characters' };
    }
    if (typeof value !== 'object' || value === null) continue;
    if (path.length >= MAX_DEPTH) return { path, code: 'too-deep' };
    for (const [key, child] of Object.entries(value)) {
      if (key === '__proto__') return { path: [...path, key], code: 'forbidden-key' };
      const here = [...path, Array.isArray(value) ? Number(key) : key];
      if (!isUsableText(key)) return { path: here, code: 'unusable-characters' };
      if (typeof child === 'string' || (typeof child === 'object' && child !== null)) {
        open.push({ value: child, path: here });
      }
    }
  }
  return undefined;
}

/** Text that every engine keeps as it is: no NUL, no half of a surrogate pair. */
export function isUsableText(text: string): boolean {
  return !text.includes('\0') && !LONE_SURROGATE.test(text);
}
const LONE_SURROGATE = /\p{Surrogate}/u;
