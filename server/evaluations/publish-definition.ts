import { isDeepStrictEqual } from 'node:util';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { ZodError } from 'zod';
import { type Checked, faultsIn } from '../../survey-definitions/fault.ts';
import { shapeFindings } from '../../survey-definitions/shape-findings.ts';
import type { Language } from '../../survey-definitions/text.ts';
import { audited } from '../accounts/audited.ts';
import type { AppEnv, Deps } from '../context.ts';
import { Problem } from '../problem.ts';
import type { Db } from '../store/tables.ts';

const Warning = z.object({ path: z.string(), code: z.string(), message: z.string() });

/** The answer to a definition that was taken. */
export const DefinitionPosted = z.object({
  id: z.string(),
  version: z.int(),
  warnings: z.array(Warning).describe('Doubts about its design; they refuse nothing'),
});

/** A definition that means something impossible: every fault by JSON path, and the doubts as well. */
function refused(checked: Extract<Checked<unknown>, { ok: false }>): Problem {
  const { faults, warnings } = checked;
  return new Problem('definition-not-acceptable', { errors: faults, warnings });
}

/** A definition that is not even of the right shape. */
export function refusedShape(error: ZodError, sent: unknown, language: Language): Problem {
  const faults = faultsIn(shapeFindings(error, sent), language);
  return refused({ ok: false, faults, warnings: [] });
}

interface Kind<T> {
  action: string;
  insert(db: Db, definition: T, now: Date): Promise<boolean>;
  find(db: Db, id: string, version: number): Promise<T | undefined>;
}

/**
 * Publishes a version that was checked. 201 where it is new, 200 where the very same was published before. Throws
 * definition-not-acceptable with every fault, definition-exists where the version holds something else.
 */
export async function publish<T extends { id: string; version: number }>(
  deps: Deps,
  c: Context<AppEnv>,
  checked: Checked<T>,
  { action, insert, find }: Kind<T>,
): Promise<{ posted: z.infer<typeof DefinitionPosted>; status: 200 | 201 }> {
  if (!checked.ok) throw refused(checked);
  const { value, warnings } = checked;
  const { id, version } = value;
  const isNew = await audited(
    deps,
    c,
    (inserted) => (inserted ? { action, subject: `${id}/${version}` } : undefined),
    (trx) => insert(trx, value, deps.now()),
  );
  if (!isNew && !isDeepStrictEqual(await find(deps.store.read, id, version), value)) {
    throw new Problem('definition-exists');
  }
  return { posted: { id, version, warnings }, status: isNew ? 201 : 200 };
}
