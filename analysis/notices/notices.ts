import type { FieldworkFacts } from './facts.ts';
import { burstNotices, sameDeviceNotices } from './irregular.ts';
import type { Notice } from './notice.ts';
import { quietPointNotices } from './quiet-points.ts';
import { fullQuotaNotices, overQuotaNotices } from './quotas.ts';
import { fewValidNotices, returnNotices } from './returns.ts';

/**
 * What there is to point out of a survey's fieldwork, the most urgent first: what may spoil the answers that are there, then what
 * is missing, then what is good to know. Of a draft nothing has come in yet; where a survey was rebuilt from published counts,
 * nobody can do anything about it any more.
 */
export function noticesOf(facts: FieldworkFacts): Notice[] {
  const { state, provenance } = facts;
  if (state === 'draft' || state === 'not-yet' || provenance === 'reconstructed') return [];
  // When responses that were not collected here came in says when they were put in.
  const wasWatched = provenance === 'collected';
  return [
    ...(wasWatched ? [...burstNotices(facts), ...sameDeviceNotices(facts)] : []),
    ...returnNotices(facts),
    ...overQuotaNotices(facts),
    ...(wasWatched ? quietPointNotices(facts) : []),
    ...fewValidNotices(facts),
    ...fullQuotaNotices(facts),
  ];
}
