import { useRef } from 'preact/hooks';
import { signIn } from '../api/session.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useWords } from '../language.tsx';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { signInWords } from './words.ts';

/** Name and password; `entered` follows once they were right. */
export function SignInForm(props: {
  /** Who is expected to sign in, where that is known. */
  username?: string;
  entered(): Promise<void>;
}) {
  const words = useWords(signInWords);
  const password = useRef<HTMLInputElement>(null);
  const enter = useMutation(async (form: FormData) => {
    try {
      await signIn(String(form.get('username')), String(form.get('password')));
    } catch (error) {
      password.current?.select();
      throw error;
    }
    await props.entered();
  });
  return (
    <Form
      submit={enter.mutate}
      problem={enter.problem}
      actions={() => (
        <button class="button primary" type="submit" aria-disabled={enter.isPending}>
          {enter.isPending ? words.entering : words.enter}
        </button>
      )}
    >
      <Field name="username" label={words.username}>
        {(inputProps) => (
          <input
            {...inputProps}
            class="input"
            autocomplete="username"
            autocapitalize="off"
            spellcheck={false}
            defaultValue={props.username ?? ''}
            required
          />
        )}
      </Field>
      <Field name="password" label={words.password}>
        {(inputProps) => (
          <input
            {...inputProps}
            ref={password}
            class="input"
            type="password"
            autocomplete="current-password"
            required
          />
        )}
      </Field>
    </Form>
  );
}
