import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Problem, ProblemError } from '../api/client.ts';
import { signIn } from '../api/session.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useWords } from '../language.tsx';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { CodeField, type CodeKind } from './code-field.tsx';
import { signInWords } from './words.ts';

/** Name and password, and a code where the account has a second factor; `entered` follows once they were right. */
export function SignInForm(props: {
  /** Who is expected to sign in, where that is known. */
  username?: string;
  entered(): Promise<void>;
}) {
  const words = useWords(signInWords);
  const password = useRef<HTMLInputElement>(null);
  const code = useRef<HTMLInputElement>(null);
  /** Which code is asked for, once the server has said that it needs one. */
  const [asked, ask] = useState<CodeKind>();
  const enter = useMutation(async (form: FormData) => {
    const given = asked && { code: String(form.get('code')) };
    try {
      await signIn({
        username: String(form.get('username')),
        password: String(form.get('password')),
        ...given,
      });
    } catch (error) {
      const refused = error instanceof ProblemError ? error.problem.code : undefined;
      if (refused === 'second-factor-needed') ask(asked ?? 'app');
      else if (refused === 'wrong-code') code.current?.select();
      else password.current?.select();
      throw error;
    }
    await props.entered();
  });
  // With the drawing, so that the next key already goes to the right place.
  useLayoutEffect(() => code.current?.focus(), [asked]);
  return (
    <Form
      submit={enter.mutate}
      problem={besideCode(enter.problem)}
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
      {asked && <CodeField key={asked} kind={asked} inputRef={code} other={ask} />}
    </Form>
  );
}

/** A code that is wrong is said beside it; that one is needed is said by the field that asks for it. */
function besideCode(problem: Problem | undefined): Problem | undefined {
  if (problem?.code === 'second-factor-needed') return undefined;
  if (problem?.code !== 'wrong-code') return problem;
  const { code, title: message } = problem;
  return { ...problem, errors: [{ path: '$.code', code, message }] };
}
