import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { evaluationsKey } from '../api/evaluations.ts';
import { changeRole, type Person, removePerson } from '../api/people.ts';
import { session } from '../api/session.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { invalidate } from '../data/query-client.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useWords } from '../language.tsx';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { CancelButton, Form } from '../parts/form.tsx';
import { sharedWords } from '../parts/words.ts';
import { evaluationsPath } from '../paths.ts';
import { RoleFields, roleIn } from './role-fields.tsx';
import { peopleWords } from './words.ts';

/** Another role for somebody, or none any more. */
export function ManagePerson({ person, close }: { person: Person; close(): void }) {
  const [removing, setRemoving] = useState(false);
  return removing ? (
    <Remove person={person} close={close} />
  ) : (
    <ChangeRole person={person} close={close} remove={() => setRemoving(true)} />
  );
}

function ChangeRole(props: { person: Person; close(): void; remove(): void }) {
  const { person, close, remove } = props;
  const words = useWords(peopleWords);
  const shared = useWords(sharedWords);
  const { id } = useEvaluation();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => dialog.current?.showModal(), []);
  const saving = useMutation(async (form: FormData) => {
    await changeRole(id, person.account, roleIn(form));
    // One's own role decides what is on every screen.
    invalidate(evaluationsKey, ...(person.you ? [session.queryKey] : []));
    close();
  });
  return (
    <dialog ref={dialog} aria-labelledby={titleId} onClose={close}>
      <h2 id={titleId}>{person.you ? words.manageOwn : words.manageOf(person.username)}</h2>
      <Form
        submit={saving.mutate}
        problem={saving.problem}
        actions={({ discard }) => (
          <>
            <button class="button primary" type="submit" aria-disabled={saving.isPending}>
              {shared.save}
            </button>
            <CancelButton discard={discard} cancel={close} />
            <button type="button" class="link-button warm apart" onClick={remove}>
              {person.you ? words.leave : words.remove}
            </button>
          </>
        )}
      >
        <RoleFields initial={person.role} />
        {person.you && <p class="small quiet">{words.ownRole}</p>}
      </Form>
    </dialog>
  );
}

function Remove({ person, close }: { person: Person; close(): void }) {
  const words = useWords(peopleWords);
  const { id } = useEvaluation();
  const { route } = useLocation();
  const loses: Record<string, string> = words.loses;
  const removing = useMutation(async () => {
    await removePerson(id, person.account);
    if (person.you) route(evaluationsPath);
    invalidate(evaluationsKey, ...(person.you ? [session.queryKey] : []));
    close();
  });
  return (
    <ConfirmDialog
      title={person.you ? words.leaveTitle : words.removeTitle(person.username)}
      confirmLabel={person.you ? words.leave : words.remove}
      danger
      busy={removing.isPending}
      problem={removing.problem}
      onConfirm={removing.mutate}
      onClose={close}
    >
      <p>{loses[person.role] ?? words.loses.viewer}</p>
      <p class="small quiet">{words.stays}</p>
    </ConfirmDialog>
  );
}
