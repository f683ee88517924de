import type { Ref } from 'preact';
import { useWords } from '../language.tsx';
import { Field } from '../parts/field.tsx';
import { signInWords } from './words.ts';

/** What shows the second factor: what an authenticator app says now, or one of the codes kept for when it is lost. */
export type CodeKind = 'app' | 'recovery';

/** The code asked for after the password; for whoever has lost his phone, the other kind. */
export function CodeField(props: {
  kind: CodeKind;
  inputRef: Ref<HTMLInputElement>;
  other(kind: CodeKind): void;
}) {
  const words = useWords(signInWords);
  const { label, hint, instead } = words.codes[props.kind];
  const byApp = props.kind === 'app';
  return (
    <div>
      <Field name="code" label={label} hint={hint}>
        {(inputProps) => (
          <input
            {...inputProps}
            ref={props.inputRef}
            class="input code-input"
            autocomplete={byApp ? 'one-time-code' : 'off'}
            autocapitalize="off"
            spellcheck={false}
            // Digits at hand, and nothing that reads it as a number: a code may begin with zeros.
            inputMode={byApp ? 'decimal' : 'text'}
            required
          />
        )}
      </Field>
      <button
        type="button"
        class="link-button small"
        onClick={() => props.other(byApp ? 'recovery' : 'app')}
      >
        {instead}
      </button>
    </div>
  );
}
