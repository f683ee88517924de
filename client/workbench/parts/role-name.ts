import type { tradeTerms } from '../terms.ts';
import type { InOneLanguage } from '../translation.ts';

/** What a role is called; one that nobody knows by its own name. */
export function roleName(names: InOneLanguage<typeof tradeTerms>['roles'], role: string): string {
  const known: Record<string, string> = names;
  return known[role] ?? role;
}
