import { useState } from 'preact/hooks';
import { INVITATION_DAYS } from '../../../survey-definitions/invitation.ts';
import type { EvaluationRole } from '../../../survey-definitions/role.ts';
import { LONGEST_NAME } from '../../../survey-definitions/survey.ts';
import { invite, type MadeLink, openInvitations } from '../api/people.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { draftKey } from '../data/drafts.ts';
import { invalidate } from '../data/query-client.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useWords } from '../language.tsx';
import { Field } from '../parts/field.tsx';
import { DiscardButton, Form } from '../parts/form.tsx';
import { textOf } from '../parts/form-values.ts';
import { sharedWords } from '../parts/words.ts';
import { InvitationLink } from './invitation-link.tsx';
import { RoleFields, roleIn } from './role-fields.tsx';
import { peopleWords } from './words.ts';

/** As what somebody is invited, and the link for it, which is shown once. */
export function Invite() {
  const words = useWords(peopleWords);
  const shared = useWords(sharedWords).links;
  const { id } = useEvaluation();
  const [made, setMade] = useState<MadeLink & { role: EvaluationRole; note: string }>();
  const making = useMutation(async (form: FormData) => {
    const [role, note] = [roleIn(form), textOf(form, 'note')];
    const link = await invite({ evaluation: id, role, ...(note && { note }) });
    setMade({ ...link, role, note });
    invalidate(openInvitations(id).queryKey);
  });
  return (
    <>
      <p class="small quiet reading">{words.inviteWhat(INVITATION_DAYS)}</p>
      <Form
        draft={draftKey('evaluations', id, 'invite')}
        submit={making.mutate}
        problem={making.problem}
        actions={(form) => (
          <>
            <button class="button primary" type="submit" aria-disabled={making.isPending}>
              {shared.make}
            </button>
            <DiscardButton {...form} />
          </>
        )}
      >
        <RoleFields />
        <Field name="note" label={shared.note} hint={shared.noteHint}>
          {(inputProps) => (
            <input {...inputProps} class="input" autocomplete="off" data-longest={LONGEST_NAME} />
          )}
        </Field>
      </Form>
      {made && <InvitationLink made={made} close={() => setMade(undefined)} />}
    </>
  );
}
