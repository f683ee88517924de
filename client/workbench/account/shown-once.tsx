import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useBackQuestion, useUnloadQuestion } from '../data/leaving.ts';
import { useWords } from '../language.tsx';
import { accountWords } from './words.ts';

/** A dialog with what is shown this one time: until it has been kept, no key and no step back closes it without asking. */
export function ShownOnce(props: {
  title: string;
  kept: boolean;
  close(): void;
  children: ComponentChildren;
  /** The ways to keep it. */
  actions: ComponentChildren;
}) {
  const words = useWords(accountWords);
  const { kept, close } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    dialog.current?.showModal();
    // Keeping it is the way on.
    dialog.current?.querySelector<HTMLElement>('.actions button')?.focus();
  }, []);
  useUnloadQuestion(!kept);
  useBackQuestion(!kept, () => setAsking(true));
  const leave = () => (kept ? close() : setAsking(true));
  return (
    <dialog
      ref={dialog}
      class="shown-once"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
      // A browser may close it all the same, as by a second Esc.
      onClose={() => {
        if (!kept) dialog.current?.showModal();
        leave();
      }}
    >
      <h2 id={id}>{props.title}</h2>
      <div class="stack">{props.children}</div>
      <div class="actions">
        {props.actions}
        <button type="button" class="button" onClick={leave}>
          {kept ? words.done : words.close}
        </button>
      </div>
      {asking && !kept && (
        <div class="notice attention codes-question" role="alert">
          <p>{words.notKept}</p>
          <div class="actions">
            <button type="button" class="button" onClick={() => setAsking(false)}>
              {words.back}
            </button>
            <button type="button" class="link-button warm" onClick={close}>
              {words.closeAnyway}
            </button>
          </div>
        </div>
      )}
    </dialog>
  );
}
