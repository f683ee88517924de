import type { Language } from './text.ts';

// What a survey can be, said once for every room. Without Zod, so that a browser can read it.

/** Whom a questionnaire is put before, by id: any group that a questionnaire names. */
export type RespondentGroup = string;

/** The groups that need no name of their own: 管理对象 and 受益群众. */
export const SHIPPED_GROUPS = ['management-object', 'public'] as const;

/** What a shipped group is called in a sentence; for any group: `groupName` in group-name.ts. */
export const GROUP_NAMES: Record<(typeof SHIPPED_GROUPS)[number], Record<Language, string>> = {
  'management-object': { 'zh-CN': '管理对象', en: 'the staff asked' },
  public: { 'zh-CN': '受益群众', en: 'the public' },
};

/** 试调查 or 正式调查: a pilot never scores. */
export const PHASES = ['pilot', 'formal'] as const;
export type Phase = (typeof PHASES)[number];

/** How respondents get in: by an open link, or with a single-use code. */
export const SURVEY_ACCESSES = ['open', 'code'] as const;
export type SurveyAccess = (typeof SURVEY_ACCESSES)[number];

/** Where a survey's responses come from; of `reconstructed` ones only the marginals mean anything. */
export const PROVENANCES = ['collected', 'imported', 'reconstructed', 'synthetic'] as const;
export type Provenance = (typeof PROVENANCES)[number];

/** How respondents were chosen, where somebody said. */
export const SAMPLINGS = ['probability', 'census', 'opt-in'] as const;
export type Sampling = (typeof SAMPLINGS)[number];

/**
 * How several surveys of one group make one number: all their responses together, or each survey's number by a weight that
 * is stated (strata).
 */
export const COMBINE_WAYS = ['pooled', 'weighted'] as const;
export type CombineWay = (typeof COMBINE_WAYS)[number];

/** What staff set: a draft until it is first opened. */
export const STORED_STATES = ['draft', 'open', 'closed'] as const;
export type StoredState = (typeof STORED_STATES)[number];

/** What a survey is at a moment, for staff and respondents alike: what staff set, narrowed by its period. */
export const SURVEY_STATES = ['draft', 'not-yet', 'open', 'closed'] as const;
export type SurveyState = (typeof SURVEY_STATES)[number];

/** Where a single-use code stands: none of this survey, good for one response, or used. */
export const ACCESS_CODE_STATES = ['unknown', 'unspent', 'spent'] as const;
export type AccessCodeState = (typeof ACCESS_CODE_STATES)[number];

/** The channels that a plan gives numbers for: what comes by import was not handed out here. */
export const PLANNED_CHANNELS = ['online', 'paper'] as const;
export type PlannedChannel = (typeof PLANNED_CHANNELS)[number];

/** How many questionnaires are to be handed out (计划发放数), in all and where the plan says by which channel. */
export interface Plan {
  total: number;
  byChannel?: { online?: number; paper?: number };
  /** How many valid responses of a kind are wanted (配额), by the options of an item. */
  quotas?: Quota[];
  /** What is known of the population, by the options of an item, to see how far the responses are from it. */
  shares?: KnownShares[];
  /** What the planned number was worked out from, where somebody kept it. */
  sampleSize?: SampleSize;
}

export interface Quota {
  /** Id of a single-choice item. */
  item: string;
  options: { id: string; n: number }[];
  /** Whether a full one ends the questionnaire for whoever comes after; otherwise it is only pointed out. */
  endsWhenFull?: boolean | undefined;
}

export interface KnownShares {
  /** Id of a single-choice item. */
  item: string;
  /** Exact numbers that close to 1: 0.52, "1/3". */
  options: { id: string; share: number | string }[];
  /** Where they are taken from. */
  source?: string | undefined;
}

/**
 * How many valid responses a plan needs, and what that rests on; exact numbers. Either of `share` and `deviation` is given.
 */
export interface SampleSize {
  /** Of the interval, in percent: 95. */
  confidence: number | string;
  /** Half the interval's length, in points of 0-100. */
  margin: number | string;
  /** The share that is expected, in percent, where a share is asked for. */
  share?: number | string | undefined;
  /** The standard deviation that is expected, in points, where a mean on 0-100 is asked for. */
  deviation?: number | string | undefined;
  /** How much larger the variance is than that of a simple random sample; 1 for one. */
  designEffect: number | string;
  /** People in the population, where it is limited. */
  population?: number | undefined;
  /** Share of what is handed out that is expected to come back valid, in percent. */
  returnRate?: number | string | undefined;
  /** Valid responses that follow from all that. */
  needed: number;
}

/** From where to where the numbers of a sample size go, both included. */
export const SAMPLE_SIZE_RANGES = {
  confidence: { min: 50, max: 99.9 },
  margin: { min: 0.1, max: 50 },
  share: { min: 0.1, max: 99.9 },
  // No answers on 0-100 deviate by more.
  deviation: { min: 0.1, max: 50 },
  designEffect: { min: 0.1, max: 100 },
  returnRate: { min: 1, max: 100 },
} as const;

/** A place or unit where a survey is carried out (调查点); its plan is how many are to be handed out there. */
export interface Point {
  id: string;
  name: string;
  plan?: number | undefined;
}

/** A point's id stands in a link, `?p=north-hall`: what a phone's keyboard writes, and a poster's reader spells. */
export const POINT_ID = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** The largest numbers a survey is planned with. */
export const MOST_PLANNED = 1_000_000_000;
export const MOST_POPULATION = 2_000_000_000;
/** Collection points of one survey. */
export const MOST_POINTS = 500;
/** Items of a plan that have quotas, and of which shares are known. */
export const MOST_QUOTAS = 20;
/** Single-use codes issued at once; more are issued by asking again. */
export const MOST_CODES_AT_ONCE = 5000;

/** Characters of a department's or place's name, and of a person's or a program's. */
export const LONGEST_NAME = 100;
/** Characters of a longer text among an evaluation's particulars, and people of its team. */
export const LONGEST_PARTICULAR = 5000;
export const MOST_IN_TEAM = 50;
/** Budget years that an evaluation can be of. */
export const FIRST_YEAR = 1990;
export const LAST_YEAR = 2200;
/** A figure, in percent. */
export const FIGURE_RANGE = { min: 0, max: 100 } as const;
/** Characters of where a number is taken from: a report with its number and page. */
export const LONGEST_SOURCE = 300;
/** Characters of a scorer's reason or note. */
export const LONGEST_REASON = 5000;
export const LONGEST_NOTE = 5000;
