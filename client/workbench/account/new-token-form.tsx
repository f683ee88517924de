import { useState } from 'preact/hooks';
import { LONGEST_NAME } from '../../../survey-definitions/survey.ts';
import { createToken, type MadeToken } from '../api/account.ts';
import { evaluations } from '../api/evaluations.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useQuery } from '../data/use-query.ts';
import { useWords } from '../language.tsx';
import { ChoiceGroup } from '../parts/choice-group.tsx';
import { Field } from '../parts/field.tsx';
import { CancelButton, Form } from '../parts/form.tsx';
import { textOf } from '../parts/form-values.ts';
import { lendableRoles, SHOWN_TOKEN_ROLES } from './token-roles.ts';
import { accountWords } from './words.ts';

/** Days a token may be good for; the server takes 366 at most. */
const DAYS = [7, 30, 90, 365] as const;
const FIRST = 90;

/** Which program, what it may, where, and for how long. */
export function NewTokenForm(props: { made(token: MadeToken): void; cancel(): void }) {
  const { tokens: words } = useWords(accountWords);
  const listed = useQuery(evaluations()).data?.items ?? [];
  const [evaluation, setEvaluation] = useState('');
  const roles = lendableRoles(listed.find(({ id }) => id === evaluation)?.role);
  const create = useMutation(async (form: FormData) => {
    const role = SHOWN_TOKEN_ROLES.find((one) => one === form.get('role'));
    const days = Number(form.get('days'));
    if (!role) return;
    const made = await createToken({
      name: textOf(form, 'name'),
      role,
      ...(evaluation && { evaluation }),
      expiresAt: new Date(Date.now() + days * 86_400_000).toISOString(),
    });
    props.made(made);
  });
  return (
    <Form
      class="form new-token"
      submit={create.mutate}
      problem={create.problem}
      pathOf={(name) => (name === 'days' ? '$.expiresAt' : `$.${name}`)}
      actions={({ discard }) => (
        <>
          <button class="button primary" type="submit" aria-disabled={create.isPending}>
            {words.make}
          </button>
          <CancelButton discard={discard} cancel={props.cancel} />
        </>
      )}
    >
      <Field name="name" label={words.name} hint={words.nameHint}>
        {(inputProps) => (
          <input {...inputProps} class="input" data-longest={LONGEST_NAME} required />
        )}
      </Field>
      <Field name="evaluation" label={words.reaches}>
        {(inputProps) => (
          <select
            {...inputProps}
            class="input"
            onChange={({ currentTarget }) => setEvaluation(currentTarget.value)}
          >
            <option value="">{words.everything}</option>
            {listed.map(({ id, department, year }) => (
              <option key={id} value={id}>
                {words.of(department, year)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <ChoiceGroup name="role" legend={words.role}>
        {roles.length === 0 && <p class="small warm-text">{words.mayNothing}</p>}
        {roles.map((role, index) => (
          <label key={role} class="choice token-role">
            <input type="radio" name="role" value={role} defaultChecked={index === 0} required />
            <span>
              {words.roles[role].name}
              <span class="small quiet">{words.roles[role].what}</span>
            </span>
          </label>
        ))}
      </ChoiceGroup>
      <Field name="days" label={words.expiry}>
        {(inputProps) => (
          <select {...inputProps} class="input token-days">
            {DAYS.map((days) => (
              <option key={days} value={days} selected={days === FIRST}>
                {words.days(days)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </Form>
  );
}
