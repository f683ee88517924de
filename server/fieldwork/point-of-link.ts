import { foldCaseless } from '../../survey-definitions/typed-text.ts';
import { findPoint, type StoredPoint } from '../store/points.ts';
import type { Db } from '../store/tables.ts';

/**
 * The collection point that a link names by `?p=`, as people type it: undefined where it names none, `unknown` where the
 * survey has no such point, which an empty name is, too: that link was cut off.
 */
export async function pointOfLink(
  db: Db,
  code: string,
  typed: string | undefined,
): Promise<StoredPoint | 'unknown' | undefined> {
  if (typed === undefined) return undefined;
  return (await findPoint(db, code, foldCaseless(typed))) ?? 'unknown';
}
