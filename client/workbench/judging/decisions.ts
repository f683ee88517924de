import { DISPOSITIONS, type Disposition } from '../../../survey-definitions/response.ts';

/** What can be decided about a response: what it is, or that the rules decide again. */
export const CHOICES = [...DISPOSITIONS, 'back'] as const;
export type Choice = (typeof CHOICES)[number];

/** The key of each: those of a number pad, so that one hand decides. */
export const KEY_OF: Readonly<Record<Choice, string>> = {
  valid: '1',
  invalid: '2',
  ineligible: '3',
  'on-hold': '4',
  back: '0',
};
/** The keys of the reasons that were given last, the newest first. */
export const REASON_KEYS = ['5', '6', '7', '8', '9'] as const;
/** The key that leads into the field of the reason. */
export const REASON_FIELD_KEY = 'r';

/** As the server takes it: null gives the response back to the rules, and needs no reason. */
export interface Decision {
  disposition: Disposition | null;
  reason?: string;
}

/** A decision from what stands in its form. */
export const decisionOf = (choice: Choice, reason: string): Decision => ({
  disposition: choice === 'back' ? null : choice,
  ...(reason !== '' && { reason }),
});

/** A choice where it is one of these. */
export const choiceOf = (value: string | undefined): Choice | undefined =>
  CHOICES.find((choice) => choice === value);

interface Judged {
  judgement: { reason: string; at: string } | null;
}

/** The reasons that were given for these responses, the newest first, each once, as many as there are keys for. */
export function lastReasons(responses: readonly Judged[]): string[] {
  const newestFirst = responses
    .flatMap(({ judgement }) => (judgement ? [judgement] : []))
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .map(({ reason }) => reason);
  return distinctReasons(newestFirst);
}

/** The same once one more was given. */
export const distinctReasons = (reasons: readonly string[]): string[] =>
  [...new Set(reasons.filter((reason) => reason !== ''))].slice(0, REASON_KEYS.length);
