import { z } from 'zod';
import {
  type BaseData,
  type Cell,
  type CellCheck,
  NO_BASE_DATA,
} from '../../survey-definitions/cells.ts';
import { fromJson } from './json-column.ts';
import { bumpRevision } from './revisions.ts';
import type { Db } from './tables.ts';

/** Base data (基础数据) of an evaluation as it is kept, and who last changed it; null and null where nobody ever did. */
export interface StoredBaseData extends BaseData {
  /** ISO 8601 UTC. */
  updatedAt: string | null;
  updatedBy: string | null;
}

/** As it was written: by limits of its own time, so that what is kept can always be read. */
const CellsColumn: z.ZodType<Cell[]> = z.array(
  z.object({
    code: z.string(),
    name: z.string(),
    unit: z.string().optional(),
    values: z.record(z.string(), z.string()),
    excluded: z
      .record(z.string(), z.object({ amount: z.string().optional(), reason: z.string() }))
      .optional(),
  }),
);
const ChecksColumn: z.ZodType<CellCheck[]> = z.array(
  z.object({ name: z.string(), left: z.string(), right: z.string() }),
);

export async function readBaseData(db: Db, evaluationId: string): Promise<StoredBaseData> {
  const read = await readBaseDataOf(db, [evaluationId]);
  return read.get(evaluationId) ?? { ...NO_BASE_DATA, updatedAt: null, updatedBy: null };
}

/** The same of several evaluations in one statement, by evaluation; those without any are left out. */
export async function readBaseDataOf(
  db: Db,
  evaluationIds: readonly string[],
): Promise<ReadonlyMap<string, StoredBaseData>> {
  if (evaluationIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('base_data')
    .selectAll()
    .where('evaluation_id', 'in', evaluationIds)
    .execute();
  return new Map(
    rows.map((row) => [
      row.evaluation_id,
      {
        cells: fromJson(CellsColumn, row.cells),
        checks: fromJson(ChecksColumn, row.checks),
        updatedAt: row.updated_at,
        updatedBy: row.updated_by,
      },
    ]),
  );
}

/** Puts these cells and checks in the place of an evaluation's. */
export async function writeBaseData(
  trx: Db,
  evaluationId: string,
  { cells, checks }: BaseData,
  author: string,
  now: Date,
): Promise<void> {
  const written = {
    cells: JSON.stringify(cells),
    checks: JSON.stringify(checks),
    updated_at: now.toISOString(),
    updated_by: author,
  };
  await trx
    .insertInto('base_data')
    .values({ evaluation_id: evaluationId, ...written })
    .onConflict((conflict) => conflict.column('evaluation_id').doUpdateSet(written))
    .execute();
  await bumpRevision(trx, evaluationId);
}
