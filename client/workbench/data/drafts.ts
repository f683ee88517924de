/** What stands in a form and is not saved yet. */
export interface Draft {
  /** What was typed or chosen, by the field's name; an empty list where nothing is chosen. */
  values: Record<string, string[]>;
  /** What was stored when typing began, as JSON: whether somebody saved meanwhile is told by it. */
  base: string;
  /** When it was last typed in, ISO 8601. */
  at: string;
}

const PREFIX = 'manping-draft';
/** What nobody came back to for so long is not kept on a device any longer. */
const KEPT_MS = 30 * 24 * 60 * 60_000;

/** One name of the parts that tell a form from all others: the evaluation, the indicator, what is entered. */
export const draftKey = (...parts: readonly (string | number)[]): string =>
  parts.map((part) => encodeURIComponent(part)).join('/');

/** The beginning of the names of all drafts of an evaluation. */
export const evaluationDrafts = (id: string): string => `${draftKey('evaluations', id)}/`;

/**
 * The drafts on this device, each under its account, so that nobody is shown what another typed. Where the browser keeps
 * nothing (private mode, a full disk) they live as long as the page.
 */
export function openDrafts(device: () => Storage, now: () => number = Date.now) {
  const inPage = new Map<string, string>();
  const listeners = new Set<() => void>();
  const nameOf = (account: string, key: string) => `${startOf(account)}${key}`;
  const startOf = (account: string) => `${PREFIX} ${encodeURIComponent(account)} `;

  function onDevice<T>(act: (storage: Storage) => T): T | undefined {
    try {
      return act(device());
    } catch {
      return undefined;
    }
  }
  function names(): string[] {
    const stored = onDevice((storage) => Object.keys(storage)) ?? [];
    return [...new Set([...stored, ...inPage.keys()])].filter((name) => name.startsWith(PREFIX));
  }
  function readName(name: string): Draft | undefined {
    const text = inPage.get(name) ?? onDevice((storage) => storage.getItem(name));
    const draft = text ? parse(text) : undefined;
    return draft && now() - Date.parse(draft.at) < KEPT_MS ? draft : undefined;
  }
  function removeName(name: string): void {
    inPage.delete(name);
    onDevice((storage) => storage.removeItem(name));
  }
  const tell = () => {
    for (const listener of listeners) listener();
  };

  return {
    read: (account: string, key: string) => readName(nameOf(account, key)),

    keep(account: string, key: string, draft: Omit<Draft, 'at'>): Draft {
      const kept = { ...draft, at: new Date(now()).toISOString() };
      const name = nameOf(account, key);
      const text = JSON.stringify(kept);
      const done = onDevice((storage) => {
        storage.setItem(name, text);
        return true;
      });
      if (done) inPage.delete(name);
      else inPage.set(name, text);
      tell();
      return kept;
    },

    /** Removes a draft, but not one that was typed elsewhere meanwhile, as in another tab. */
    drop(account: string, key: string, known: Draft): void {
      const name = nameOf(account, key);
      if (readName(name)?.at === known.at) removeName(name);
      tell();
    },

    /** How many forms of an account are unsaved whose name begins so. */
    count(account: string, start = ''): number {
      const from = nameOf(account, start);
      return names().filter((name) => name.startsWith(from) && readName(name)).length;
    },

    /** Removes all of an account, or those whose names begin so. */
    dropAll(account: string, start = ''): void {
      const from = nameOf(account, start);
      for (const name of names().filter((one) => one.startsWith(from))) removeName(name);
      tell();
    },

    /** Removes what is too old, whoever it was that typed it. */
    dropOld(): void {
      for (const name of names().filter((one) => !readName(one))) removeName(name);
    },

    /** Tells of every change, also of those in other tabs once `window` hands them on. */
    watch(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell,
  };
}

function parse(text: string): Draft | undefined {
  try {
    const { values, base, at } = JSON.parse(text) as Draft;
    return typeof values === 'object' && values && base !== undefined
      ? { values, base, at }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Those of this browser. */
export const drafts = openDrafts(() => localStorage);
