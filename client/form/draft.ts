import type { Answers } from '../../survey-definitions/questionnaire.ts';
import { CODE_FIELD, type Given, type PageItem } from './page.ts';
import { chosenOptions } from './show-if.ts';

/** What the device keeps of a response until the server has it, and of one that it has: its number. */
export interface Draft extends Given {
  /** When the first answer's page was served, ISO 8601 UTC. */
  startedAt: string;
  /** Set at the first sending: from then on id and content stay as they are, whatever happens. */
  sending?: Sending;
  /** Number of the receipt: the server has the response, and nothing of it is left here. */
  receipt?: string;
}

export interface Sending {
  /** UUID made on this device. */
  id: string;
  /** JSON. */
  body: string;
}

/** The part of `Storage` that is needed. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The part of `History` that is needed. */
export type Entry = Pick<History, 'state' | 'replaceState'>;

export interface DraftKeeper {
  /** Under which name all pages of this survey on this device find the draft. */
  key: string;
  read(): Draft | undefined;
  /** Whether the device keeps the draft. */
  write(draft: Draft): boolean;
  forget(): void;
}

/**
 * Keeps the draft of one survey. A device without storage (private mode, WebView settings) keeps it with the page, in its
 * entry of the session's history: that outlives a reload, so that nothing is sent twice, but not the page.
 */
export function draftKeeper(
  code: string,
  shelf: () => Shelf = () => localStorage,
  entry: Entry = history,
): DraftKeeper {
  const key = `manping:${code}`;
  return {
    key,
    read() {
      try {
        // First, since it is there only where the device could not keep it.
        return parsed((entry.state || {})[key] || shelf().getItem(key));
      } catch {
        return undefined;
      }
    },
    write(draft) {
      const text = JSON.stringify(draft);
      try {
        shelf().setItem(key, text);
        if (entry.state && entry.state[key]) withPage('');
        return true;
      } catch {
        withPage(text);
        return false;
      }
    },
    forget() {
      try {
        shelf().removeItem(key);
      } catch {
        // Nothing was kept.
      }
    },
  };

  function withPage(text: string): void {
    try {
      entry.replaceState({ ...entry.state, [key]: text }, '');
    } catch {
      // Some browsers refuse a hundred changes in half a minute; the next one catches up.
    }
  }
}

function parsed(text: string | null): Draft | undefined {
  const draft = JSON.parse(text || 'null');
  if (!draft || typeof draft.startedAt !== 'string' || !(draft.answers instanceof Object)) {
    return undefined;
  }
  // Up to version 0.7 the access code was stored among the answers, under the name of its field.
  const { [CODE_FIELD]: older, ...answers } = draft.answers;
  return { ...draft, answers, accessCode: fittingText(draft.accessCode || older) };
}

export function holdsAnswers(answers: Answers): boolean {
  return Object.keys(answers).length > 0;
}

/** Only what fits the items: a kept draft may be older than the page, or somebody's play. */
export function fittingAnswers(items: PageItem[], kept: Answers): Answers {
  const answers: Answers = {};
  const own = Object.keys(kept);
  for (const item of items) {
    const answer = own.includes(item.id) ? kept[item.id] : undefined;
    const fitting = item.type === 'text' ? fittingText(answer) : fittingOptions(item, answer);
    if (fitting !== undefined) answers[item.id] = fitting;
  }
  return answers;
}

function fittingText(answer: unknown): string | undefined {
  return typeof answer === 'string' && answer ? answer : undefined;
}

function fittingOptions(
  item: PageItem,
  answer: string | string[] | undefined,
): string | string[] | undefined {
  const chosen = chosenOptions(answer);
  const options = (item.options || [])
    .map((option) => option.id)
    .filter((id) => chosen.includes(id));
  return item.type === 'multiple' && options.length > 0 ? options : options[0];
}
