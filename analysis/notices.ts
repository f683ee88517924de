import type { LinkReach } from '../survey-definitions/link-reach.ts';
import type { Provenance, SurveyState } from '../survey-definitions/survey.ts';

/** What is pointed out of a survey's fieldwork. */
export const NOTICE_CODES = [
  'link-unreachable',
  'low-returns',
  'below-plan',
  'few-valid',
  'same-device',
  'burst',
  'point-quiet',
  'quota-full',
  'quota-over',
] as const;
export type NoticeCode = (typeof NOTICE_CODES)[number];

/** Something that asks somebody to look, in terms and no sentences. */
export interface Notice {
  /** Names it among the survey's, the same as long as it is about the same: by this it is put aside. */
  id: string;
  code: NoticeCode;
  /** Collection point, item and option that it is about. */
  point?: string;
  item?: string;
  option?: string;
  /** The numbers it rests on, by name. */
  values: Record<string, number | string>;
}

/** What there is to point out. */
export function noticesOf(): Notice[] {
  return [];
}

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
