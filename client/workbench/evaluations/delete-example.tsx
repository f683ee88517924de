import { useState } from 'preact/hooks';
import { deleteEvaluation, type Evaluation, evaluationsKey } from '../api/evaluations.ts';
import { useAccount } from '../data/account.ts';
import { drafts, evaluationDrafts } from '../data/drafts.ts';
import { invalidate } from '../data/query-client.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useWords } from '../language.tsx';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { DeletionSummary } from './deletion-summary.tsx';
import { goneInWords } from './just-deleted.ts';
import { evaluationsWords } from './words.ts';

/** Takes the worked example away with everything in it; the question before says in numbers what that is. */
export function DeleteExample(props: { evaluation: Evaluation; deleted(message: string): void }) {
  const words = useWords(evaluationsWords);
  const [asked, setAsked] = useState(false);
  const { evaluation } = props;
  const account = useAccount();
  const remove = useMutation(async () => {
    const gone = await deleteEvaluation(evaluation.id);
    drafts.dropAll(account, evaluationDrafts(evaluation.id));
    setAsked(false);
    props.deleted(goneInWords(words, evaluation, gone));
    invalidate(evaluationsKey);
  });
  return (
    <div class="example-note small">
      <p>{words.exampleHint}</p>
      <button type="button" class="link-button warm" onClick={() => setAsked(true)}>
        {words.deleteExample}
      </button>
      {asked && (
        <ConfirmDialog
          title={words.deleteTitle(evaluation.department, evaluation.year)}
          confirmLabel={words.deleteYes}
          danger
          busy={remove.isPending}
          problem={remove.problem}
          onConfirm={remove.mutate}
          onClose={() => setAsked(false)}
        >
          <DeletionSummary evaluation={evaluation} />
        </ConfirmDialog>
      )}
    </div>
  );
}
