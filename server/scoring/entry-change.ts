import { isDeepStrictEqual } from 'node:util';
import type { EntryChange, ScoringEntry } from '../store/scoring-entries.ts';

/**
 * Those parts of a change that say something else than what stands for the indicator: what says the same is left out, so that
 * an override keeps the author and time of whoever gave it. `null` where nothing stands takes nothing back.
 */
export function changeIn(stored: ScoringEntry | undefined, change: EntryChange): EntryChange {
  const { inputs, override, note } = change;
  const standing = stored?.override && {
    score: stored.override.score,
    reason: stored.override.reason,
  };
  return {
    ...(isNew(inputs, stored?.inputs) && { inputs }),
    ...(isNew(override, standing) && { override }),
    ...(isNew(note, stored?.note) && { note }),
  };
}

const isNew = (given: unknown, stands: unknown): boolean =>
  given !== undefined && !isDeepStrictEqual(given, stands ?? null);
