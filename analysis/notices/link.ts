import type { LinkReach } from '../../survey-definitions/link-reach.ts';
import type { Provenance, SurveyState } from '../../survey-definitions/survey.ts';
import type { Notice } from './notice.ts';

/** What decides whether respondents can open a survey's link. */
export interface LinkFacts {
  state: SurveyState;
  provenance: Provenance;
  /** Null where the plan does not say. */
  plannedOnline: number | null;
  receivedOnline: number;
  reach: LinkReach;
}

/**
 * That a phone cannot open the link: certain where only the server's own computer can. Where whatever stands in one network
 * can, the first response that came through it shows that somebody does.
 */
export function linkNotice(facts: LinkFacts): Notice[] {
  const { state, provenance, plannedOnline, receivedOnline, reach } = facts;
  const handsOutLinks = provenance === 'collected' && state !== 'closed' && plannedOnline !== 0;
  if (!handsOutLinks || reach === 'anywhere') return [];
  if (reach === 'same-network' && receivedOnline > 0) return [];
  return [{ id: `link-unreachable:${reach}`, code: 'link-unreachable', values: { reach } }];
}
