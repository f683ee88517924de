import { useEffect, useId, useRef } from 'preact/hooks';
import { useAccount } from '../data/account.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useWords } from '../language.tsx';
import { Field } from '../parts/field.tsx';
import { CancelButton, Form } from '../parts/form.tsx';
import { accountWords } from './words.ts';

/** Asks for one's own password before what could keep one out of the account, or let another in. */
export function PasswordDialog(props: {
  title: string;
  what: string;
  confirmLabel: string;
  danger?: boolean;
  confirmed(password: string): Promise<void>;
  close(): void;
}) {
  const words = useWords(accountWords);
  const username = useAccount();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>('[name=password]')?.focus();
  }, []);
  const confirm = useMutation((form: FormData) => props.confirmed(String(form.get('password'))));
  return (
    <dialog ref={dialog} aria-labelledby={id} onClose={props.close}>
      <h2 id={id}>{props.title}</h2>
      <div class="stack">
        <p>{props.what}</p>
        <Form
          submit={confirm.mutate}
          problem={confirm.problem}
          actions={({ discard }) => (
            <>
              <button
                class={props.danger ? 'button danger primary' : 'button primary'}
                type="submit"
                aria-disabled={confirm.isPending}
              >
                {props.confirmLabel}
              </button>
              <CancelButton discard={discard} cancel={props.close} />
            </>
          )}
        >
          <input type="text" autocomplete="username" value={username} hidden readonly />
          <Field name="password" label={words.ownPassword}>
            {(inputProps) => (
              <input
                {...inputProps}
                class="input"
                type="password"
                autocomplete="current-password"
                required
              />
            )}
          </Field>
        </Form>
      </div>
    </dialog>
  );
}
