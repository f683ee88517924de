import type { Answers } from '../../survey-definitions/questionnaire.ts';
import { CODE_FIELD, type Given, type PageItem } from './page.ts';
import { chosenOptions } from './show-if.ts';

/** What the device keeps of a response: what was entered, until the server has it; then the receipt number alone. */
export interface Draft extends Given {
  /** When the first answer's page was served, ISO 8601 UTC. */
  startedAt: string;
  /** Id of the collection point whose link was opened last, before it was sent. */
  point?: string | undefined;
  /** Set when it is first sent: id and content then stay the same from attempt to attempt. */
  sending?: PendingResponse;
  /** Number of the receipt: the server has the response, and its answers are no longer kept here. */
  receipt?: string;
}

/** A response that has been sent at least once and is not known to have arrived. */
export interface PendingResponse {
  /** UUID made on this device. */
  id: string;
  /** JSON. */
  body: string;
}

/** The part of the browser's `Storage` that is needed. */
export type DeviceStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The part of the browser's `History` that is needed. */
export type HistoryEntry = Pick<History, 'state' | 'replaceState'>;

export interface DraftStorage {
  /** The name in localStorage under which every page of this survey finds the draft. */
  key: string;
  read(): Draft | undefined;
  /** Returns whether the device stored the draft. */
  write(draft: Draft): boolean;
  remove(): void;
}

/**
 * Stores the draft of one survey in localStorage. Where there is none (private mode, WebView settings), the draft goes into the
 * page's entry of the tab's history: that outlives a reload, so that nothing is sent twice, but not the closing of the page.
 */
export function draftStorage(
  code: string,
  device: () => DeviceStorage = () => localStorage,
  entry: HistoryEntry = history,
): DraftStorage {
  const key = `manping:${code}`;
  return {
    key,
    read() {
      try {
        // The entry comes first: the draft is there only where the device could not store it.
        return parsed((entry.state || {})[key] || device().getItem(key));
      } catch {
        return undefined;
      }
    },
    write(draft) {
      const text = JSON.stringify(draft);
      try {
        device().setItem(key, text);
        if (entry.state && entry.state[key]) writeToEntry('');
        return true;
      } catch {
        writeToEntry(text);
        return false;
      }
    },
    remove() {
      try {
        device().removeItem(key);
      } catch {
        // Without storage there is nothing to remove.
      }
    },
  };

  function writeToEntry(text: string): void {
    try {
      entry.replaceState({ ...entry.state, [key]: text }, '');
    } catch {
      // Some browsers refuse a hundred changes within half a minute; the next change stores this one too.
    }
  }
}

function parsed(text: string | null): Draft | undefined {
  const draft = JSON.parse(text || 'null');
  if (!draft || typeof draft.startedAt !== 'string' || !(draft.answers instanceof Object)) {
    return undefined;
  }
  // Earlier pages stored the access code among the answers, under the name of its field.
  const { [CODE_FIELD]: earlier, ...answers } = draft.answers;
  return { ...draft, answers, accessCode: fittingText(draft.accessCode || earlier) };
}

export function holdsAnswers(answers: Answers): boolean {
  return Object.keys(answers).length > 0;
}

/** Only what fits the items: a stored draft may be older than the page, or have been tampered with. */
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

/**
 * A random UUID (RFC 9562, version 4) for a response. Not `crypto.randomUUID`: old WebViews lack it, and so does every
 * page that is not served over https.
 */
export function uuid(bytes: Uint8Array = crypto.getRandomValues(new Uint8Array(16))): string {
  const hex = Array.from(bytes, (byte, index) => {
    const value = index === 6 ? (byte & 15) | 64 : index === 8 ? (byte & 63) | 128 : byte;
    return (value + 256).toString(16).slice(1);
  }).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
