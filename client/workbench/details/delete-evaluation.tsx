import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { deleteEvaluation, evaluationsKey } from '../api/evaluations.ts';
import { useEvaluation, useMay } from '../current-evaluation.ts';
import { useAccount } from '../data/account.ts';
import { drafts, evaluationDrafts } from '../data/drafts.ts';
import { invalidate } from '../data/query-client.ts';
import { useMutation } from '../data/use-mutation.ts';
import { DeletionSummary } from '../evaluations/deletion-summary.tsx';
import { tellDeleted } from '../evaluations/just-deleted.ts';
import { useWords } from '../language.tsx';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { Field } from '../parts/field.tsx';
import { faultsByField } from '../parts/field-faults.ts';
import { evaluationsPath } from '../paths.ts';
import { detailsWords } from './words.ts';

/** Deletes the evaluation whole, once its department's name was typed; for admins, and of the example for whoever works with it. */
export function DeleteEvaluation() {
  const words = useWords(detailsWords);
  const [asked, setAsked] = useState(false);
  const { example } = useEvaluation();
  const mayDelete = useMay(example ? 'example.delete' : 'evaluations.delete');
  if (!mayDelete) return <p class="small quiet">{words.deleteByAdmin}</p>;
  return (
    <>
      <p>{words.deleteWhat}</p>
      <button type="button" class="button danger" onClick={() => setAsked(true)}>
        {words.delete}
      </button>
      {asked && <DeleteDialog close={() => setAsked(false)} />}
    </>
  );
}

function DeleteDialog({ close }: { close(): void }) {
  const words = useWords(detailsWords);
  const { route } = useLocation();
  const account = useAccount();
  const evaluation = useEvaluation();
  const [typed, setTyped] = useState('');
  const remove = useMutation(async () => {
    const gone = await deleteEvaluation(
      evaluation.id,
      evaluation.example ? {} : { department: typed },
    );
    drafts.dropAll(account, evaluationDrafts(evaluation.id));
    tellDeleted(evaluation, gone);
    route(evaluationsPath);
    invalidate(evaluationsKey);
  });
  const { byField, rest } = faultsByField(remove.problem, ['department']);
  return (
    <ConfirmDialog
      title={words.deleteTitle(evaluation.department, evaluation.year)}
      confirmLabel={words.deleteYes}
      danger
      busy={remove.isPending}
      problem={rest}
      onConfirm={remove.mutate}
      onClose={close}
    >
      <DeletionSummary evaluation={evaluation} />
      {!evaluation.example && (
        <Field
          label={words.typeName(evaluation.department)}
          {...(byField.department ? { error: byField.department } : {})}
        >
          {(inputProps) => (
            <input
              {...inputProps}
              class="input"
              autocomplete="off"
              value={typed}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
    </ConfirmDialog>
  );
}
