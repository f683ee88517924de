import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { minuteInChina } from '../../../../survey-definitions/china-time.ts';
import { type Invited, resetPassword } from '../../api/invitation.ts';
import { forgetServerState } from '../../data/query-client.ts';
import { useMutation } from '../../data/use-mutation.ts';
import { useWords } from '../../language.tsx';
import { Form } from '../../parts/form.tsx';
import { NewPasswordField } from '../../parts/new-password-field.tsx';
import { Unbroken } from '../../parts/unbroken.tsx';
import { evaluationsPath } from '../../paths.ts';
import { SignInForm } from '../../sign-in/sign-in-form.tsx';
import { invitationWords } from './words.ts';

/** A new password for an account, and then signing in with it. */
export function Reset({ secret, invited }: { secret: string; invited: Invited }) {
  const words = useWords(invitationWords);
  const { route } = useLocation();
  const [done, setDone] = useState(false);
  const { username = '', invitedBy, expiresAt } = invited;
  const resetting = useMutation(async (form: FormData) => {
    await resetPassword({ secret, password: String(form.get('password')) });
    setDone(true);
  });
  const entered = async () => {
    route(evaluationsPath, true);
    forgetServerState();
  };
  return (
    <div class="sign-in invitation">
      <div class="sign-in-what stack">
        <h1>{words.resetTitle}</h1>
        <p class="invitation-role-name">{words.resetFor(username)}</p>
        <p>{words.resetWhat(invitedBy)}</p>
        <p class="small quiet">
          <Unbroken>{words.until(minuteInChina(expiresAt))}</Unbroken>
        </p>
      </div>
      <div class="sign-in-form stack">
        {done ? (
          <>
            <p class="notice" role="status">
              {words.resetDone}
            </p>
            <SignInForm username={username} entered={entered} />
          </>
        ) : (
          <Form
            submit={resetting.mutate}
            problem={resetting.problem}
            actions={() => (
              <button class="button primary" type="submit" aria-disabled={resetting.isPending}>
                {words.reset}
              </button>
            )}
          >
            {/* For whatever keeps passwords, which goes by the name beside it. */}
            <input
              class="visually-hidden"
              tabIndex={-1}
              aria-hidden="true"
              autocomplete="username"
              value={username}
              readonly
            />
            <NewPasswordField label={words.newPassword} />
          </Form>
        )}
      </div>
    </div>
  );
}
