import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { LONGEST_USERNAME } from '../../../../survey-definitions/invitation.ts';
import { acceptInvitation } from '../../api/invitation.ts';
import { whoSignedIn } from '../../api/session.ts';
import { startAs } from '../../data/query-client.ts';
import { useMutation } from '../../data/use-mutation.ts';
import { useWords } from '../../language.tsx';
import { Field } from '../../parts/field.tsx';
import { faultBeside } from '../../parts/field-faults.ts';
import { Form } from '../../parts/form.tsx';
import { NewPasswordField } from '../../parts/new-password-field.tsx';
import { evaluationPath, evaluationsPath } from '../../paths.ts';
import { SignInForm } from '../../sign-in/sign-in-form.tsx';
import { invitationWords } from './words.ts';

/** Name and password of a new account; or signing in with the one that somebody has. */
export function Accept({ secret }: { secret: string }) {
  const words = useWords(invitationWords);
  const [hasOne, setHasOne] = useState(false);
  return (
    <>
      <h2>{hasOne ? words.signInFirst : words.choose}</h2>
      {hasOne ? (
        // The same page then offers to join.
        <SignInForm entered={async () => startAs(await whoSignedIn())} />
      ) : (
        <NewAccount secret={secret} />
      )}
      <p>
        <button type="button" class="link-button small" onClick={() => setHasOne(!hasOne)}>
          {hasOne ? words.haveNone : words.haveAccount}
        </button>
      </p>
    </>
  );
}

function NewAccount({ secret }: { secret: string }) {
  const words = useWords(invitationWords);
  const { route } = useLocation();
  const accepting = useMutation(async (form: FormData) => {
    const [username, password] = [String(form.get('username')), String(form.get('password'))];
    const { evaluation } = await acceptInvitation({ secret, username, password });
    const person = await whoSignedIn();
    // In the place of the link, which is used up.
    route(evaluation === null ? evaluationsPath : evaluationPath(evaluation), true);
    startAs(person);
  });
  return (
    <Form
      submit={accepting.mutate}
      problem={faultBeside(accepting.problem, 'username-taken', '$.username')}
      actions={() => (
        <button class="button primary" type="submit" aria-disabled={accepting.isPending}>
          {accepting.isPending ? words.accepting : words.accept}
        </button>
      )}
    >
      <Field name="username" label={words.username} hint={words.usernameHint}>
        {(inputProps) => (
          <input
            {...inputProps}
            class="input"
            autocomplete="username"
            autocapitalize="off"
            spellcheck={false}
            data-longest={LONGEST_USERNAME}
            required
          />
        )}
      </Field>
      <NewPasswordField />
    </Form>
  );
}
