import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useAccount } from '../data/account.ts';
import { type Draft, drafts } from '../data/drafts.ts';
import { useUnloadQuestion } from '../data/leaving.ts';
import { fillIn, sameValues, storedValues, typedValues } from './form-controls.ts';

/**
 * Keeps what is typed in a form on this device until it is saved or discarded, and puts it back whenever the form is
 * drawn anew. Without a draft the fields follow what is stored.
 */
export function useFormDraft(
  form: RefObject<HTMLFormElement | null>,
  /** None where nothing is kept, as of a password. */
  key: string | undefined,
  /** What is stored of the form now; where it changes, somebody saved. */
  stored: unknown,
) {
  const account = useAccount();
  const base = useRef('');
  base.current = asBase(stored);
  const [draft, show] = useState<Draft | undefined>(() =>
    key === undefined ? undefined : drafts.read(account, key),
  );
  // The newest one, for what was begun when another was drawn.
  const latest = useRef(draft);
  const filling = useRef(false);

  const set = (next: Draft | undefined) => {
    latest.current = next;
    show(next);
  };
  const keep = (values: Draft['values'], since: string) => {
    if (key !== undefined) set(drafts.keep(account, key, { values, base: since }));
  };
  const fill = (values: Draft['values']) => {
    if (!form.current) return;
    filling.current = true;
    fillIn(form.current, values);
    filling.current = false;
  };
  const discard = () => {
    if (latest.current && key !== undefined) drafts.drop(account, key, latest.current);
    set(undefined);
  };
  const typed = () => {
    if (filling.current || !form.current) return;
    const values = typedValues(form.current);
    if (sameValues(values, storedValues(form.current))) discard();
    else keep(values, latest.current?.base ?? base.current);
  };
  /** What was submitted is saved; what was typed since then is not. */
  const saved = (submitted: Draft | undefined) => {
    if (latest.current?.at === submitted?.at) return discard();
    // Once the screen shows what was saved, which is no other person's doing.
    setTimeout(() => latest.current && keep(latest.current.values, base.current));
  };

  useLayoutEffect(() => {
    if (draft) fill(draft.values);
  }, []);
  useLayoutEffect(() => {
    if (key !== undefined && !latest.current && form.current) fill(storedValues(form.current));
  });
  // What has been stored meanwhile just as it was typed, as from another tab, is a draft no longer.
  useLayoutEffect(() => {
    if (!latest.current || !form.current) return;
    if (sameValues(typedValues(form.current), storedValues(form.current))) discard();
  }, [base.current]);
  useUnloadQuestion(draft !== undefined);

  const savedMeanwhile = draft !== undefined && draft.base !== base.current;
  return { draft, typed, discard, saved, savedMeanwhile };
}

/** What a draft remembers of what was stored when it was begun. */
export const asBase = (stored: unknown): string => JSON.stringify(stored ?? null);
