import type { FormItem, FormQuestionnaire, FormSection } from '../../survey-definitions/form.ts';
import type { Answers } from '../../survey-definitions/questionnaire.ts';
import type { LiveWords } from './live-words.ts';
import type { Words } from './words.ts';

/** What is wrong with the answer to an item; `code` as in analysis/acceptance.ts. Words are the page's own. */
export interface FormError {
  item: string;
  code: string;
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
export interface View {
  /** The script runs: conditions hide items and progress is shown. */
  live: boolean;
  answers: Answers;
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
export function firstView(answers: Answers, errors: FormError[], elder: boolean): View {
  return {
    live: false,
    answers,
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
  goTo(event: Event, item: string): void;
  clear(item: string): void;
  back(): void;
  startOver(event: Event): void;
  tryNow(): void;
}
