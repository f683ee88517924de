// What an evaluation can be, said once for every room. Without Zod, so that a browser can read it.

/**
 * How far an evaluation has got, derived: no survey has opened yet; one collects, or will by the clock; there is something
 * to score and not all of it is; every indicator has its score, and nothing that feeds one still collects.
 */
export const EVALUATION_STATES = ['planning', 'fieldwork', 'scoring', 'complete'] as const;
export type EvaluationState = (typeof EVALUATION_STATES)[number];

/** Parts of an evaluation that may be missing. */
export const MISSING_PARTS = [
  'groups-without-survey',
  'groups-undecided',
  'surveys-in-draft',
  'indicators-without-score',
] as const;
export type MissingPart = (typeof MISSING_PARTS)[number];

/** Orders of the list: the newest first; by department; the latest year first; the highest total first. */
export const EVALUATION_SORTS = ['newest', 'department', 'year', 'total'] as const;
export type EvaluationSort = (typeof EVALUATION_SORTS)[number];

/** Whether the list holds those that are archived. */
export const ARCHIVED_CHOICES = ['no', 'only', 'all'] as const;
export type ArchivedChoice = (typeof ARCHIVED_CHOICES)[number];

/** Characters of what is searched for. */
export const LONGEST_SEARCH = 100;
