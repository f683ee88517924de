/** A page of a list; `next` asks for what follows, null on the last page. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

/** The `after` of a list did not come from that list's `next`. */
export class BadCursorError extends Error {
  constructor() {
    super('not a cursor of this list');
    this.name = 'BadCursorError';
  }
}

/** What a reader's place in a list is made of, as a text that says nothing to outsiders. */
export function encodePlace(place: readonly string[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** Throws a BadCursorError for whatever `encodePlace` did not make of so many parts. */
export function decodePlace(cursor: string, parts: number): string[] {
  let place: unknown;
  try {
    place = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw new BadCursorError();
  }
  if (!Array.isArray(place) || place.length !== parts) throw new BadCursorError();
  return place.map((part: unknown) => {
    // PostgreSQL refuses a text with NUL; no place in a list has one.
    if (typeof part !== 'string' || part.includes('\0')) throw new BadCursorError();
    return part;
  });
}

/** The place of a list that is in order by two columns. */
export function decodeCursor(cursor: string): [string, string] {
  return decodePlace(cursor, 2) as [string, string];
}

/** Cuts rows that were asked for with `limit + 1` into a page. */
export function pageOf<R, T>(
  rows: readonly R[],
  limit: number,
  placeOf: (row: R) => readonly string[],
  itemOf: (row: R) => T,
): Page<T> {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  const next = rows.length > limit && last !== undefined ? encodePlace(placeOf(last)) : null;
  return { items: kept.map(itemOf), next };
}
