import { isDeepStrictEqual } from 'node:util';
import type { Checked, Fault, Standing } from '../../survey-definitions/fault.ts';
import type { Actor } from '../accounts/actor.ts';
import { audited } from '../accounts/audited.ts';
import { Problem } from '../problem.ts';
import type { Store } from '../store/store.ts';
import type { Db } from '../store/tables.ts';

/** What stores and finds definitions of one kind. */
export interface DefinitionStore<T> {
  insert(db: Db, definition: T, now: Date): Promise<boolean>;
  find(db: Db, id: string, version: number): Promise<T | undefined>;
}

/** A definition that cannot be published: every fault by JSON path, and the doubts as well. */
export function refusedDefinition(faults: Fault[], warnings: Fault[]): Problem {
  return new Problem('definition-not-acceptable', { errors: faults, warnings });
}

/** What publishing would come to; throws what it would throw, and stores nothing. */
export async function tryDefinition<T extends { id: string; version: number }>(
  deps: { store: Pick<Store, 'read'> },
  check: (standing: Standing) => Checked<T>,
  { find }: Pick<DefinitionStore<T>, 'find'>,
): Promise<{ definition: T; warnings: Fault[]; isNew: boolean }> {
  const published = check('published');
  const stored =
    published.ok && (await find(deps.store.read, published.value.id, published.value.version));
  if (published.ok && isDeepStrictEqual(stored, published.value))
    return { definition: published.value, warnings: published.warnings, isNew: false };
  const checked = check('new');
  if (!checked.ok) throw refusedDefinition(checked.faults, checked.warnings);
  if (stored) throw new Problem('definition-exists');
  return { definition: checked.value, warnings: checked.warnings, isNew: true };
}

/**
 * Publishes a version. `isNew` is false where the very same was published before, which is then checked as what it is: it
 * may be older than a rule for new ones. Throws definition-not-acceptable with every fault, definition-exists where the
 * version holds something else.
 */
export async function publishDefinition<T extends { id: string; version: number }>(
  deps: { store: Pick<Store, 'read' | 'write'>; now(): Date },
  actor: Actor,
  check: (standing: Standing) => Checked<T>,
  action: string,
  { insert, find }: DefinitionStore<T>,
): Promise<{ definition: T; warnings: Fault[]; isNew: boolean }> {
  const tried = await tryDefinition(deps, check, { find });
  if (!tried.isNew) return tried;
  const { definition, warnings } = tried;
  const { id, version } = definition;
  const isNew = await audited(
    deps,
    actor,
    (inserted: boolean) => (inserted ? { action, subject: `${id}/${version}` } : undefined),
    (trx) => insert(trx, definition, deps.now()),
  );
  if (!isNew && !isDeepStrictEqual(await find(deps.store.read, id, version), definition)) {
    throw new Problem('definition-exists');
  }
  return { definition, warnings, isNew };
}
