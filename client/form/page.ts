import type { FormItem, FormQuestionnaire, FormSection } from '../../survey-definitions/form.ts';
import type { Answers } from '../../survey-definitions/questionnaire.ts';
import type { Words } from './words.ts';

/** What is wrong with the answer to an item; `code` as in analysis/acceptance.ts. Words are the page's own. */
export interface FormError {
  item: string;
  code: string;
}

/** Why a sent response was definitely not taken. */
export type Refusal = 'closed' | 'conflict' | 'unknown' | 'tooLarge' | 'refused';

/** The questionnaire as far as the page needs it: every byte is a citizen's. */
export type PageForm = Omit<FormQuestionnaire, 'id' | 'respondentGroup' | 'sections' | 'items'> & {
  sections: Pick<FormSection, 'id' | 'title' | 'intro'>[];
  items: PageItem[];
};
export type PageItem = Omit<FormItem, 'topic' | 'help' | 'showIf'> &
  Partial<Pick<FormItem, 'help' | 'showIf'>>;

/** What the page is given once: it is rendered from this on the server and carried along for the script. */
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
}

/** Where the respondent stands. The page is a function of `PageData` and this. */
export interface View {
  /** The script runs: conditions hide items and progress is shown. */
  live: boolean;
  answers: Answers;
  errors: FormError[];
  /** `waiting`: a sending failed and is tried again by itself. In both the answers are frozen. */
  phase: 'answering' | 'sending' | 'waiting' | 'refused';
  refusal?: Refusal;
  /** Answers of an earlier visit were found on the device. */
  restored: boolean;
  /** The device cannot keep answers. */
  forgetful: boolean;
  /** Set once the server has the response. */
  receipt?: string;
  /** The response had arrived before, unheard. */
  before?: boolean;
}

/** The page as it is served, and as it is before the script has looked around. */
export function firstView({ answers, errors }: PageData): View {
  return { live: false, answers, errors, phase: 'answering', restored: false, forgetful: false };
}

/** What the respondent can do; without script the browser does it. */
export interface Acts {
  change(event: Event): void;
  submit(event: Event): void;
  goTo(event: Event, item: string): void;
  clear(item: string): void;
  startOver(event: Event): void;
  tryNow(): void;
}
