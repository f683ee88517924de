import { useState } from 'preact/hooks';
import { dayInChina } from '../../../survey-definitions/china-time.ts';
import { LONGEST_NAME } from '../../../survey-definitions/survey.ts';
import { invite, openInvitations, withdrawInvitation } from '../api/accounts.ts';
import { invalidate } from '../data/query-client.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useQuery } from '../data/use-query.ts';
import { useWords } from '../language.tsx';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { textOf } from '../parts/form-values.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { SegmentedChoice } from '../parts/segmented-choice.tsx';
import { Step } from './account-step.tsx';
import { OneTimeLink } from './one-time-link.tsx';
import { accountsWords } from './words.ts';

/** Invites somebody who is of no evaluation yet, and names the links that are open. */
export function Invite() {
  const words = useWords(accountsWords);
  const [link, setLink] = useState<{ url: string; expiresAt: string }>();
  const make = useMutation(async (form: FormData) => {
    const note = textOf(form, 'note');
    const more = note ? { note } : {};
    setLink(
      await invite(
        textOf(form, 'as') === 'admin'
          ? { admin: true, ...more }
          : { beginsEvaluations: true, ...more },
      ),
    );
    invalidate(openInvitations.queryKey);
  });
  return (
    <section class="stack">
      <h2>{words.invite.title}</h2>
      <Form
        submit={make.mutate}
        problem={make.problem}
        actions={() => (
          <button class="button" type="submit" aria-disabled={make.isPending}>
            {words.invite.make}
          </button>
        )}
      >
        <SegmentedChoice
          name="as"
          label={words.invite.as}
          choices={[
            { value: 'evaluator', label: words.begins },
            { value: 'admin', label: words.admin },
          ]}
          initial="evaluator"
          onChange={() => {}}
        />
        <Field name="note" label={words.invite.note} hint={words.invite.noteHint}>
          {(inputProps) => (
            <input {...inputProps} class="input" autocomplete="off" data-longest={LONGEST_NAME} />
          )}
        </Field>
      </Form>
      {link && <OneTimeLink link={link} />}
      <OpenInvitations />
    </section>
  );
}

function OpenInvitations() {
  const words = useWords(accountsWords);
  const open = useQuery(openInvitations);
  const withdraw = useMutation(async (id: string) => {
    await withdrawInvitation(id);
    invalidate(openInvitations.queryKey);
  });
  // Those to an evaluation stand among its people.
  const items = open.data?.items.filter(({ evaluation }) => evaluation === null) ?? [];
  const kindOf = ({ kind, admin }: (typeof items)[number]) =>
    kind !== 'invitation' ? words.invite.reset : admin ? words.admin : words.begins;
  return (
    <div>
      {items.map((each) => (
        <Step key={each.id} label={words.invite.withdraw} press={() => withdraw.mutate(each.id)}>
          {[kindOf(each), each.note].filter(Boolean).join(' · ')}
          <span class="small quiet session-seen">
            {words.invite.open(each.madeBy, dayInChina(each.expiresAt))}
          </span>
        </Step>
      ))}
      {withdraw.problem && <ProblemNotice problem={withdraw.problem} />}
    </div>
  );
}
