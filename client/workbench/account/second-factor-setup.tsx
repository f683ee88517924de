import { confirmSecondFactor, type FactorKey } from '../api/account.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useWords } from '../language.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { Field } from '../parts/field.tsx';
import { CancelButton, Form } from '../parts/form.tsx';
import { QrCode } from '../parts/qr-code.tsx';
import { accountWords } from './words.ts';

/** The key as a QR code and as text, and a code of it that shows that the app has it. */
export function SecondFactorSetup(props: {
  factorKey: FactorKey;
  done(recoveryCodes: readonly string[]): void;
  cancel(): void;
}) {
  const { factor: words } = useWords(accountWords);
  const { secret, uri } = props.factorKey;
  const confirm = useMutation(async (form: FormData) => {
    const { recoveryCodes } = await confirmSecondFactor(String(form.get('code')));
    props.done(recoveryCodes);
  });
  return (
    <div class="factor-setup screen-only">
      <div class="factor-key">
        <p>{words.scan}</p>
        <QrCode link={uri} label={words.code} />
        <p class="small">
          {words.type} <code class="factor-secret">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>{' '}
          <CopyButton text={secret} label={words.copyKey} />
        </p>
      </div>
      <Form
        submit={confirm.mutate}
        problem={confirm.problem}
        actions={({ discard }) => (
          <>
            <button class="button primary" type="submit" aria-disabled={confirm.isPending}>
              {words.turnOn}
            </button>
            <CancelButton discard={discard} cancel={props.cancel} />
          </>
        )}
      >
        <Field name="code" label={words.shown}>
          {(inputProps) => (
            <input
              {...inputProps}
              class="input code-input"
              autocomplete="one-time-code"
              inputMode="decimal"
              required
            />
          )}
        </Field>
      </Form>
    </div>
  );
}
