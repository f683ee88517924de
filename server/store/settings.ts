import type { Db } from './tables.ts';

export async function readSetting(db: Db, key: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.value;
}

/**
 * Sets what was never set; false where it is set already. Of several that claim a key at once exactly one
 * succeeds, so a claim in a transaction decides who does a thing that is to be done once.
 */
export async function claimSetting(db: Db, key: string, value: string): Promise<boolean> {
  const claimed = await db
    .insertInto('settings')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .execute();
  return claimed.length === 1;
}

/**
 * Sets a value, and says whether it was another before, or none. Of several at once that set the same exactly one is told
 * so, and the others wait for its transaction.
 */
export async function changeSetting(db: Db, key: string, value: string): Promise<boolean> {
  const changed = await db
    .insertInto('settings')
    .values({ key, value })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({ value }).where('settings.value', '<>', value),
    )
    .returning('key')
    .execute();
  return changed.length === 1;
}

/** Reads a row, for /healthz. Throws where the database cannot be read. */
export async function probeRead(db: Db): Promise<void> {
  await readSetting(db, 'health');
}

/** Writes and commits a row, for /healthz. Throws where the database cannot be written. */
export async function probeWrite(db: Db, now: Date): Promise<void> {
  await db
    .insertInto('settings')
    .values({ key: 'health', value: now.toISOString() })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: now.toISOString() }))
    .execute();
}
