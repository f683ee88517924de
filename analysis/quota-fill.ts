import {
  exact,
  type Fraction,
  fraction,
  HUNDRED,
  multiply,
  subtract,
} from '../survey-definitions/fraction.ts';
import type { KnownShares, Quota } from '../survey-definitions/survey.ts';
import type { Counts } from './counts.ts';

/** How far an option's quota (配额) is filled by valid responses. */
export interface QuotaFill {
  id: string;
  wanted: number;
  valid: number;
  /** Still to come; 0 where it is full. */
  missing: number;
  /** More than were wanted. */
  over: number;
}

/** How far each option of a quota is filled; `counts` are those of the valid responses. */
export function quotaFill({ item, options }: Quota, counts: Counts): QuotaFill[] {
  return options.map(({ id, n: wanted }) => {
    const valid = counts.get(item)?.get(id) ?? 0;
    return {
      id,
      wanted,
      valid,
      missing: Math.max(0, wanted - valid),
      over: Math.max(0, valid - wanted),
    };
  });
}

/** Options by item whose quota is full, of the quotas that end the questionnaire then; in the order of the plan. */
export function fullOptions(
  quotas: readonly Quota[],
  counts: Counts,
): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    quotas
      .filter(({ endsWhenFull }) => endsWhenFull)
      .map((quota) => [
        quota.item,
        new Set(
          quotaFill(quota, counts)
            .filter(({ missing }) => missing === 0)
            .map(({ id }) => id),
        ),
      ]),
  );
}

/** An option's share among the valid responses beside the population's, both in percent. */
export interface ShareDistance {
  id: string;
  share: Fraction;
  valid: number;
  /** Null where nobody has answered the item. */
  percent: Fraction | null;
  /** In percentage points: above 0 where the responses have more of it than the population. */
  distance: Fraction | null;
}

/** How far the valid responses are from the population; the base is those who chose one of the options that are named. */
export function shareDistances(
  { item, options }: KnownShares,
  counts: Counts,
): { base: number; options: ShareDistance[] } {
  const validOf = (id: string) => counts.get(item)?.get(id) ?? 0;
  const base = options.reduce((sum, { id }) => sum + validOf(id), 0);
  return {
    base,
    options: options.map(({ id, share: written }) => {
      const share = multiply(exact(written), HUNDRED);
      const valid = validOf(id);
      const percent = base === 0 ? null : multiply(fraction(valid, base), HUNDRED);
      return { id, share, valid, percent, distance: percent && subtract(percent, share) };
    }),
  };
}
