import type { z } from 'zod';
import { fromJson } from './json-column.ts';
import type { Db } from './tables.ts';

interface Ref {
  id: string;
  version: number;
}
type Table = 'questionnaires' | 'indicator_systems';

const keyOf = ({ id, version }: Ref) => `${id}/${version}`;

/**
 * Reads definitions of one table, each parsed once per process: a published version never changes. What is known of a
 * database is not asked for again. Definitions are shared by all who read them and must not be changed.
 */
export function parsedDefinitions<T extends Ref>(table: Table, schema: z.ZodType<T>) {
  /** By the text itself, so that it holds for every database, connection and transaction. */
  const parsed = new Map<string, T>();
  /** By connection, so that what is known costs no statement. What an open transaction sees may be rolled back. */
  const known = new WeakMap<Db, Map<string, T>>();

  function parse(definition: string): T {
    const before = parsed.get(definition);
    if (before !== undefined) return before;
    const made = fromJson(schema, definition);
    parsed.set(definition, made);
    return made;
  }

  function knownIn(db: Db): Map<string, T> {
    const before = known.get(db) ?? new Map<string, T>();
    if (!db.isTransaction) known.set(db, before);
    return before;
  }

  /** Those of these versions that exist, by `id/version`; one statement at most. */
  async function findAll(db: Db, refs: readonly Ref[]): Promise<Map<string, T>> {
    const before = knownIn(db);
    const wanted = new Map(refs.map((ref) => [keyOf(ref), ref]));
    const missing = [...wanted].filter(([key]) => !before.has(key)).map(([, ref]) => ref);
    if (missing.length > 0) {
      const rows = await db
        .selectFrom(table)
        .select('definition')
        .where((eb) => eb.or(missing.map(({ id, version }) => eb.and({ id, version }))))
        .execute();
      for (const { definition } of rows) {
        const made = parse(definition);
        before.set(keyOf(made), made);
      }
    }
    return new Map(
      [...wanted.keys()].flatMap((key) => {
        const found = before.get(key);
        return found === undefined ? [] : [[key, found] as const];
      }),
    );
  }

  return {
    /** Those that rows refer to, to be asked for by the reference. None can be missing: the database holds them together. */
    async referred(db: Db, refs: readonly Ref[]): Promise<(ref: Ref) => T> {
      const found = await findAll(db, refs);
      return (ref) => {
        const definition = found.get(keyOf(ref));
        if (definition === undefined) throw new Error(`${keyOf(ref)} is referred to and missing`);
        return definition;
      };
    },
    async find(db: Db, id: string, version: number): Promise<T | undefined> {
      return (await findAll(db, [{ id, version }])).get(keyOf({ id, version }));
    },
    /** Every version, by id and version. */
    async list(db: Db): Promise<T[]> {
      const rows = await db
        .selectFrom(table)
        .select('definition')
        .orderBy('id')
        .orderBy('version')
        .execute();
      return rows.map(({ definition }) => parse(definition));
    },
    /** Stores a version that is published from now on; false where this id and version exist already. */
    async insert(db: Db, definition: T, now: Date): Promise<boolean> {
      const inserted = await db
        .insertInto(table)
        .values({
          id: definition.id,
          version: definition.version,
          definition: JSON.stringify(definition),
          created_at: now.toISOString(),
        })
        .onConflict((conflict) => conflict.columns(['id', 'version']).doNothing())
        .returning('id')
        .execute();
      return inserted.length === 1;
    },
  };
}
