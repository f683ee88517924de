import { isDay } from '../../../survey-definitions/china-time.ts';
import type { AuditFilter } from '../api/audit.ts';

/** The events an address asks for; what cannot be understood is left out. */
export function readFilter(query: Readonly<Record<string, string | undefined>>): AuditFilter {
  const { actor, action, evaluation, from, to } = query;
  return {
    ...(actor ? { actor: actor.slice(0, 200) } : {}),
    ...(action ? { action: action.slice(0, 100) } : {}),
    ...(evaluation ? { evaluation: evaluation.slice(0, 40) } : {}),
    ...(from && isDay(from) ? { from } : {}),
    ...(to && isDay(to) ? { to } : {}),
  };
}
