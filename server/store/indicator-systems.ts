import { IndicatorSystem } from '../../survey-definitions/indicator-system.ts';
import { fromJson } from './json-column.ts';
import type { Db } from './tables.ts';

/** Stores a version that is published from now on; false where this id and version exist already. */
export async function insertIndicatorSystem(
  db: Db,
  system: IndicatorSystem,
  now: Date,
): Promise<boolean> {
  const inserted = await db
    .insertInto('indicator_systems')
    .values({
      id: system.id,
      version: system.version,
      definition: JSON.stringify(system),
      created_at: now.toISOString(),
    })
    .onConflict((conflict) => conflict.columns(['id', 'version']).doNothing())
    .returning('id')
    .execute();
  return inserted.length === 1;
}

/** The definition of one version. */
export async function findIndicatorSystem(
  db: Db,
  id: string,
  version: number,
): Promise<IndicatorSystem | undefined> {
  const row = await db
    .selectFrom('indicator_systems')
    .select('definition')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return row && fromJson(IndicatorSystem, row.definition);
}

/** Every version of every indicator system, by id and version. */
export async function listIndicatorSystems(db: Db): Promise<IndicatorSystem[]> {
  const rows = await db
    .selectFrom('indicator_systems')
    .select('definition')
    .orderBy('id')
    .orderBy('version')
    .execute();
  return rows.map((row) => fromJson(IndicatorSystem, row.definition));
}
