import { useRef } from 'preact/hooks';
import { signIn } from '../api/session.ts';
import { forgetServerState } from '../data/query-client.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useWords } from '../language.tsx';
import { Field } from '../parts/field.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { useTitle } from '../parts/use-title.ts';
import { signInWords } from './words.ts';

/** Stands in for any screen until somebody has signed in; the address, and so the way back, stays as it is. */
export function SignIn() {
  const words = useWords(signInWords);
  const password = useRef<HTMLInputElement>(null);
  useTitle(words.title);
  const enter = useMutation(async (form: FormData) => {
    try {
      await signIn(String(form.get('username')), String(form.get('password')));
    } catch (error) {
      password.current?.select();
      throw error;
    }
    forgetServerState();
  });
  return (
    <div class="sign-in">
      <div class="sign-in-what">
        <h1>{words.what}</h1>
        <p>{words.whatMore}</p>
      </div>
      <form
        class="form sign-in-form"
        onSubmit={(event) => {
          event.preventDefault();
          void enter.mutate(new FormData(event.currentTarget));
        }}
      >
        <h2>{words.title}</h2>
        {enter.problem && <ProblemNotice problem={enter.problem} />}
        <Field label={words.username}>
          {(inputProps) => (
            <input
              {...inputProps}
              class="input"
              name="username"
              autocomplete="username"
              autocapitalize="off"
              spellcheck={false}
              required
            />
          )}
        </Field>
        <Field label={words.password}>
          {(inputProps) => (
            <input
              {...inputProps}
              ref={password}
              class="input"
              type="password"
              name="password"
              autocomplete="current-password"
              required
            />
          )}
        </Field>
        <div class="actions">
          <button class="button primary" type="submit" aria-disabled={enter.isPending}>
            {enter.isPending ? words.entering : words.enter}
          </button>
        </div>
        <p class="small quiet">{words.first}</p>
      </form>
    </div>
  );
}
