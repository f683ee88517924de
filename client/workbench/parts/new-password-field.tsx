import { useState } from 'preact/hooks';
import { useWords } from '../language.tsx';
import { Field } from './field.tsx';
import { sharedWords } from './words.ts';

/** A password that somebody chooses, typed once: who can look at it need not type it twice. Its rules are said before. */
export function NewPasswordField({ label }: { label?: string }) {
  const words = useWords(sharedWords).newPassword;
  const [shown, setShown] = useState(false);
  return (
    <div class="new-password">
      <Field name="password" label={label ?? words.label} hint={words.rules}>
        {(inputProps) => (
          <input
            {...inputProps}
            class="input"
            {...(shown ? ({ type: 'text' } as const) : ({ type: 'password' } as const))}
            autocomplete="new-password"
            autocapitalize="off"
            spellcheck={false}
            required
          />
        )}
      </Field>
      <label class="choice small">
        <input
          type="checkbox"
          checked={shown}
          onChange={(event) => setShown(event.currentTarget.checked)}
        />
        <span>{words.show}</span>
      </label>
    </div>
  );
}
