import type { FormItem, FormQuestionnaire, FormSection } from '../../survey-definitions/form.ts';
import type { Answers } from '../../survey-definitions/questionnaire.ts';
import type { LiveWords } from './live-words.ts';
import type { Words } from './words.ts';

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

/** That a sent response was definitely not taken: 403 where the survey is not open, 409 where other content had arrived. */
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
export type CardItem = Omit<FormItem, 'topic'>;

/** An item as far as answers are held to it; the script reads it back from the card. */
export interface PageItem {
  id: string;
  /** Id of the section it stands in. */
  section: string;
  type: FormItem['type'];
  required: boolean;
  showIf?: FormItem['showIf'];
  options?: { id: string }[];
  min?: number;
  max?: number;
  maxLength?: number;
}

/** What the server renders the page from. */
export interface PageData {
  form: PageForm;
  words: Words;
  /** Code of the survey. */
  code: string;
  /** When the page was served, ISO 8601 UTC. */
  startedAt: string;
  /** Id of the response when it is posted without script. */
  responseId: string;
  answers: Answers;
  errors: FormError[];
  /** 适老版: large, high in contrast, one item at a time. */
  elder: boolean;
  /** Whether a response needs a single-use code, and the one that came with the link. */
  access: { needed: boolean; code: string | null };
  /** Whether it needs a proof of work. */
  proofOfWork: boolean;
}

/** What the script is given besides the markup, which says the rest. */
export interface Carried {
  words: LiveWords;
  /** Code of the survey. */
  code: string;
  layout: Layout;
  /** Addresses of the scripts that only some need. */
  later: Record<string, string>;
  /** Those of a post that was refused. */
  errors: FormError[];
}

/** Where the respondent stands. What changes on the page is a function of the items and this. */
export interface View extends Given {
  /** The script runs: conditions hide items and progress is shown. */
  live: boolean;
  errors: FormError[];
  /** `waiting`: a sending failed and is tried again by itself. In both the answers are frozen. */
  phase: 'answering' | 'sending' | 'waiting' | 'refused';
  refusal?: Refusal;
  /** A proof of work is being computed, as part of sending. */
  proving?: boolean;
  /** Answers of an earlier visit were found on the device. */
  restored: boolean;
  /** The device cannot keep answers. */
  forgetful: boolean;
  /** Set once the server has the response. */
  receipt?: string;
  /** It had arrived before. */
  before?: boolean;
  elder: boolean;
  /** The item whose step is shown where the page is gone through in steps; the first step without. */
  at?: string;
}

/** The page as it is served, and as it is before the script has looked around. */
export function firstView(given: Given, errors: FormError[], elder: boolean): View {
  return {
    ...given,
    live: false,
    errors,
    phase: 'answering',
    restored: false,
    forgetful: false,
    elder,
  };
}

/** What the respondent can do; without script the browser does it. */
export interface Acts {
  change(event: Event): void;
  submit(event: Event): void;
  /** `field`: name of the form field, an item's or the access code's. */
  goTo(event: Event, field: string): void;
  clear(item: string): void;
  back(): void;
  startOver(event: Event): void;
  tryNow(): void;
}
