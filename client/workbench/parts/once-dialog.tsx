import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useBackQuestion, useUnloadQuestion } from '../data/leaving.ts';
import { useWords } from '../language.tsx';
import { sharedWords } from './words.ts';

/**
 * The one time that something is shown: gone with the dialog. Until it was copied or saved, no key and no step back closes
 * it without asking.
 */
export function OnceDialog(props: {
  title: string;
  class?: string;
  /** Whether it was copied or saved. */
  kept: boolean;
  /** What it would cost to close now. */
  notKept: string;
  close(): void;
  /** The ways to keep it that stand at the foot. */
  actions?: ComponentChildren;
  /** What is shown; it may be labelled by the title's id. */
  children(titleId: string): ComponentChildren;
}) {
  const { kept, close } = props;
  const words = useWords(sharedWords).once;
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
      class={props.class}
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
      <div class="stack">{props.children(id)}</div>
      <div class="actions">
        {props.actions}
        <button type="button" class="button" onClick={leave}>
          {kept ? words.done : words.close}
        </button>
      </div>
      {asking && !kept && (
        <div class="notice attention once-question" role="alert">
          <p>{props.notKept}</p>
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
