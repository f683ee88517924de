import { useState } from 'preact/hooks';
import { minuteInChina } from '../../../survey-definitions/china-time.ts';
import { LONGEST_NAME } from '../../../survey-definitions/survey.ts';
import { accountLinks } from '../api/accounts.ts';
import { invite, type MadeLink, type OpenInvitation } from '../api/people.ts';
import { useMayDo } from '../data/account.ts';
import { draftKey } from '../data/drafts.ts';
import { invalidate } from '../data/query-client.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useWords } from '../language.tsx';
import { ChoiceGroup } from '../parts/choice-group.tsx';
import { Field } from '../parts/field.tsx';
import { DiscardButton, Form } from '../parts/form.tsx';
import { textOf } from '../parts/form-values.ts';
import { OnceLink } from '../parts/once-link.tsx';
import { OpenLinks } from '../parts/open-links.tsx';
import { sharedWords } from '../parts/words.ts';
import { accountsWords } from './words.ts';

const AS = ['begins', 'admin'] as const;

/** Admins, and whoever begins evaluations, are invited by admins; into an evaluation one is invited on its own page. */
export function InviteAccount() {
  const words = useWords(accountsWords);
  const shared = useWords(sharedWords).links;
  const invites = useMayDo('invitations');
  const [made, setMade] = useState<MadeLink & { note: string }>();
  const making = useMutation(async (form: FormData) => {
    const note = textOf(form, 'note');
    const as = form.get('as') === 'admin' ? { admin: true } : { beginsEvaluations: true };
    const link = await invite({ ...as, ...(note && { note }) });
    setMade({ ...link, note });
    invalidate(accountLinks.queryKey);
  });
  const until = made ? minuteInChina(made.expiresAt) : '';
  const purpose = ({ kind, admin }: OpenInvitation) => {
    if (kind === 'reset') return words.invite.forPassword;
    return admin ? words.admin : words.begins;
  };
  if (!invites) return null;
  return (
    <>
      <section class="stack invite-account">
        <h2>{words.invite.title}</h2>
        <p class="small quiet reading">{words.invite.what}</p>
        <Form
          draft={draftKey('accounts', 'invite')}
          submit={making.mutate}
          problem={making.problem}
          actions={(form) => (
            <>
              <button class="button" type="submit" aria-disabled={making.isPending}>
                {shared.make}
              </button>
              <DiscardButton {...form} />
            </>
          )}
        >
          <ChoiceGroup name="as" class="fields role-fields" legend={words.invite.as}>
            {AS.map((as) => (
              <label class="choice" key={as}>
                <input type="radio" name="as" value={as} required />
                <span>
                  {words[as]}
                  <span class="small quiet role-means">{words.invite.means[as]}</span>
                </span>
              </label>
            ))}
          </ChoiceGroup>
          <Field name="note" label={shared.note} hint={shared.noteHint}>
            {(inputProps) => (
              <input {...inputProps} class="input" autocomplete="off" data-longest={LONGEST_NAME} />
            )}
          </Field>
        </Form>
      </section>
      <section class="stack">
        <h2>{shared.openTitle}</h2>
        <OpenLinks
          of={accountLinks}
          shown={({ evaluation }) => evaluation === null}
          purpose={purpose}
          purposeLabel={words.invite.purpose}
        />
      </section>
      {made && (
        <OnceLink
          title={made.note ? shared.titleFor(made.note) : shared.title}
          what={shared.onlyOnce(until)}
          text={words.invite.text(until, made.url)}
          url={made.url}
          close={() => setMade(undefined)}
        />
      )}
    </>
  );
}
