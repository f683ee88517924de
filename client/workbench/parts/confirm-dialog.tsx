import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Problem } from '../api/client.ts';
import { useWords } from '../language.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { Unbroken } from './unbroken.tsx';
import { sharedWords } from './words.ts';

/** A step that cannot be taken lightly: says in numbers what it changes, and waits for a yes. */
export function ConfirmDialog(props: {
  title: string;
  confirmLabel: string;
  danger?: boolean;
  busy: boolean;
  problem: Problem | undefined;
  onConfirm(): void;
  onClose(): void;
  children: ComponentChildren;
}) {
  const shared = useWords(sharedWords);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby={id} onClose={props.onClose}>
      <h2 id={id}>
        <Unbroken>{props.title}</Unbroken>
      </h2>
      <div class="stack">
        {props.children}
        {props.problem && <ProblemNotice problem={props.problem} />}
      </div>
      <div class="actions">
        <button
          type="button"
          class={props.danger ? 'button danger primary' : 'button primary'}
          aria-disabled={props.busy}
          onClick={props.onConfirm}
        >
          {props.confirmLabel}
        </button>
        {/* Where the focus begins, so that a key pressed once too often changes nothing. */}
        <button type="button" class="button" autofocus onClick={() => dialog.current?.close()}>
          {shared.cancel}
        </button>
      </div>
    </dialog>
  );
}
