import type { FormItem, FormQuestionnaire, FormSection } from '../../survey-definitions/form.ts';
import type { Answers } from '../../survey-definitions/questionnaire.ts';
import type { Asks } from './asks.tsx';
import type { FormWords } from './form-words.ts';
import type { LiveWords } from './live-words.ts';

/** Name of the access code's form field. Posted without script, so the server reads it by the same name. */
export const CODE_FIELD = '_k';

/** What the respondent has entered. */
export interface Given {
  answers: Answers;
  /** Where the survey needs one: typed in, or brought by the link. */
  accessCode?: string | undefined;
}

/** What is wrong with the answer to an item; `code` as in analysis/acceptance.ts. The page has its own words for it. */
export interface ItemError {
  item: string;
  code: string;
}

/** What is wrong with the access code: `required`, or the code of the server's problem. */
export interface AccessCodeError {
  accessCode: string;
}

export type FormError = ItemError | AccessCodeError;

export function isCodeError(error: FormError): error is AccessCodeError {
  return 'accessCode' in error;
}

/** A response was refused for good: 403 where the survey is not open, 409 where other content has arrived under its id. */
export interface Refusal {
  status: number;
  /** Why, as the server says it in the respondent's language. */
  title: string;
}

/** All on one page, or a section at a time. */
export type Layout = FormQuestionnaire['layout'];

/** The questionnaire as the page shows it, with the places marked where large text may break. */
export type PageForm = Omit<FormQuestionnaire, 'id' | 'respondentGroup' | 'sections' | 'items'> & {
  sections: Pick<FormSection, 'id' | 'title' | 'intro'>[];
  items: CardItem[];
};

/** An item as its card shows it. */
export type CardItem = Omit<FormItem, 'topic'> & Pick<PageItem, 'alone' | 'ends'>;

/** What must be known of an item to check its answer; the script reads it from the card. */
export interface PageItem {
  id: string;
  /** Id of the section it stands in. */
  section: string;
  type: FormItem['type'];
  required: boolean;
  showIf?: FormItem['showIf'];
  options?: { id: string }[];
  /** Ids of the options that cannot stand beside another, and of those that end the questionnaire. */
  alone?: string[];
  ends?: string[];
  min?: number;
  max?: number;
  maxLength?: number;
}

/** What the server renders the page from. */
export interface PageData {
  form: PageForm;
  words: FormWords;
  /** Who asks, in words for the head of the page, and whom to call. */
  by: string;
  asks: Asks;
  /** The day in China, 2027-12-31, until which single answers are kept; null: as long as the evaluation. */
  keptUntil: string | null;
  /** The collection point whose link was opened. */
  point: { id: string; name: string } | undefined;
  /** Code of the survey. */
  code: string;
  /** When the page was served, ISO 8601 UTC. */
  startedAt: string;
  /** Id of the response when it is posted without script. */
  responseId: string;
  answers: Answers;
  errors: FormError[];
  /** Why it comes back although nothing is wrong with the answers. */
  again?: { title: string; text: string } | undefined;
  /** 适老版: large, high in contrast, one item at a time. */
  elder: boolean;
  /** Whether a response needs a single-use code, and the one that came with the link. */
  access: { needed: boolean; code: string | null };
  /** Whether it needs a proof of work. */
  proofOfWork: boolean;
}

/** What the page hands to its script as JSON; the rest the script reads from the markup. */
export interface ScriptData {
  words: LiveWords;
  /** Code of the survey. */
  code: string;
  layout: Layout;
  /** Id of the collection point whose link was opened. */
  point: string | undefined;
  /** Addresses of the scripts that only some respondents need, by name. */
  lazyScripts: Record<string, string>;
  /** Of a post without script that was refused. */
  errors: FormError[];
}

/** The state of the page: what changes on it follows from the items and from this. */
export interface View extends Given {
  /** The script runs: conditions hide items and progress is shown. */
  live: boolean;
  errors: FormError[];
  /** `waiting`: an attempt to send failed, and the next one follows by itself. Answers can be changed in `answering` only. */
  phase: 'answering' | 'sending' | 'waiting' | 'refused';
  refusal?: Refusal;
  /** A proof of work is being computed, as part of sending. */
  proving?: boolean;
  /** Answers of an earlier visit were found on the device. */
  restored: boolean;
  /** The device cannot store the draft. */
  notKept: boolean;
  /** Set once the server has the response. */
  receipt?: string;
  /** An earlier attempt had arrived. */
  alreadyReceived?: boolean;
  elder: boolean;
  /** The item whose step is shown where the page is gone through in steps; the first step without. */
  at?: string;
}

/** The page as it is served, before its script has run. */
export function initialView(given: Given, errors: FormError[], elder: boolean): View {
  return {
    ...given,
    live: false,
    errors,
    phase: 'answering',
    restored: false,
    notKept: false,
    elder,
  };
}

/** What the script does when the respondent types, taps or sends. */
export interface Actions {
  change(event: Event): void;
  submit(event: Event): void;
  /** `field`: name of the form field, an item's or the access code's. */
  goTo(event: Event, field: string): void;
  clear(item: string): void;
  back(): void;
  startOver(event: Event): void;
  tryNow(): void;
}
