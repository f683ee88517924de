import { useState } from 'preact/hooks';
import { changePassword, sessions } from '../api/account.ts';
import { useAccount } from '../data/account.ts';
import { invalidate } from '../data/query-client.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useWords } from '../language.tsx';
import { Field } from '../parts/field.tsx';
import { Form, SaveActions } from '../parts/form.tsx';
import { AccountSection } from './account-section.tsx';
import { accountWords } from './words.ts';

/** Changes the own password; what is wrong with the new one is said beside it. */
export function PasswordSection() {
  const words = useWords(accountWords);
  const username = useAccount();
  const [shown, show] = useState(false);
  const [changes, setChanges] = useState(0);
  const change = useMutation(async (form: FormData) => {
    await changePassword({
      current: String(form.get('current')),
      password: String(form.get('password')),
    });
    setChanges((n) => n + 1);
    invalidate(sessions.queryKey);
  });
  // Either is an input like any other; its type is told apart for lists only.
  const type = (shown ? 'text' : 'password') as 'password';
  return (
    <AccountSection id="password" title={words.password.title}>
      <p class="reading">{words.password.what}</p>
      <div class="screen-only">
        <Form
          key={changes}
          submit={change.mutate}
          problem={change.problem}
          actions={(form) => (
            <SaveActions
              form={form}
              label={words.password.change}
              busy={change.isPending}
              message={changes > 0 && !change.problem && words.password.changed}
              quiet
            />
          )}
        >
          {/* Whose passwords they are, for whatever keeps them. */}
          <input type="text" autocomplete="username" value={username} hidden readonly />
          <Field name="current" label={words.ownPassword}>
            {(inputProps) => (
              <input
                {...inputProps}
                class="input"
                type={type}
                autocomplete="current-password"
                required
              />
            )}
          </Field>
          <Field name="password" label={words.password.next} hint={words.password.hint}>
            {(inputProps) => (
              <input
                {...inputProps}
                class="input"
                type={type}
                autocomplete="new-password"
                spellcheck={false}
                required
              />
            )}
          </Field>
          <label class="choice">
            <input
              type="checkbox"
              checked={shown}
              onChange={({ currentTarget }) => show(currentTarget.checked)}
            />
            <span>{words.password.show}</span>
          </label>
        </Form>
      </div>
    </AccountSection>
  );
}
