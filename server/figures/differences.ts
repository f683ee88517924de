/** A place where two contents differ, by JSON pointer (RFC 6901) into the first, with what each says there. */
export interface ContentDifference {
  pointer: string;
  file: string;
  database: string;
}

/** Keys that are not compared, and how far an estimate may be off (relative): roots and logarithms are the machine's. */
export interface Leniency {
  besides: ReadonlySet<string>;
  estimates: number;
}
export const NO_LENIENCY: Leniency = { besides: new Set(), estimates: 0 };

const NOTHING = 'nothing';

/** What members of lists are told apart by; of each list some of them. */
const KEYS = ['group', 'code', 'channel', 'point', 'quantity', 'item', 'option'];

/** Every number or word in which the database differs from the file; an exact number is one. */
export function contentDifferences(
  file: unknown,
  database: unknown,
  lenient: Leniency = NO_LENIENCY,
  pointer = '',
): ContentDifference[] {
  if (Array.isArray(file) && Array.isArray(database))
    return listDifferences(file, database, lenient, pointer);
  if (!isObject(file) || !isObject(database)) {
    const same = file === database || isNear(file, database, lenient.estimates);
    return same ? [] : [{ pointer, file: shown(file), database: shown(database) }];
  }
  const isHash = 'sha256' in file && 'sha256' in database;
  if (
    ('exact' in file && file['exact'] !== database['exact']) ||
    (isHash && !isSame(file, database))
  )
    return [{ pointer, file: shown(file), database: shown(database) }];
  return [...new Set([...Object.keys(file), ...Object.keys(database)])]
    .filter((key) => !lenient.besides.has(key))
    .flatMap((key) =>
      contentDifferences(file[key], database[key], lenient, `${pointer}/${escaped(key)}`),
    );
}

function listDifferences(
  file: readonly unknown[],
  database: readonly unknown[],
  lenient: Leniency,
  pointer: string,
): ContentDifference[] {
  const others = new Map(database.map((each) => [nameOf(each), each]));
  const found = file.flatMap((each, index) => {
    const other = others.get(nameOf(each));
    others.delete(nameOf(each));
    const here = `${pointer}/${index}`;
    if (other === undefined) return [{ pointer: here, file: shown(each), database: NOTHING }];
    return contentDifferences(each, other, lenient, here);
  });
  const added = [...others.values()].map((each) => ({
    pointer,
    file: NOTHING,
    database: shown(each),
  }));
  return [...found, ...added];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isSame = (a: Record<string, unknown>, b: Record<string, unknown>): boolean =>
  a['sha256'] === b['sha256'] && a['n'] === b['n'];
const isNear = (a: unknown, b: unknown, relative: number): boolean =>
  typeof a === 'number' &&
  typeof b === 'number' &&
  !(Number.isInteger(a) && Number.isInteger(b)) &&
  Math.abs(a - b) <= relative * Math.max(Math.abs(a), Math.abs(b));

const nameOf = (value: unknown): string =>
  JSON.stringify(isObject(value) ? KEYS.map((key) => value[key] ?? null) : value);

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** A number exactly, a hash with its number of responses, a member of a list by what it is told apart by. */
function shown(value: unknown): string {
  if (value === undefined) return NOTHING;
  if (!isObject(value)) return typeof value === 'string' ? value : JSON.stringify(value);
  if (typeof value['exact'] === 'string') return value['exact'];
  if (typeof value['sha256'] === 'string') return `${value['n']} responses ${value['sha256']}`;
  const names = KEYS.map((key) => value[key]).filter((name) => typeof name === 'string');
  return names.length > 0 ? names.join(' ') : JSON.stringify(value);
}
