import { useState } from 'preact/hooks';
import { deleteEvaluation, type Evaluation, evaluationsKey } from '../api/evaluations.ts';
import { scoring } from '../api/scoring.ts';
import { useAccount } from '../data/account.ts';
import { drafts, evaluationDrafts } from '../data/drafts.ts';
import { invalidate } from '../data/query-client.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useQuery } from '../data/use-query.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
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
    props.deleted(words.deleted(count(gone.surveys), count(gone.responses)));
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

function DeletionSummary({ evaluation }: { evaluation: Evaluation }) {
  const words = useWords(evaluationsWords);
  const scored = useQuery(scoring(evaluation.id));
  const { surveys } = evaluation;
  const received = surveys.reduce((sum, survey) => sum + survey.received, 0);
  const indicators = scored.data?.indicators ?? [];
  const entered = indicators.filter((indicator) => indicator.inputs).length;
  const overridden = indicators.filter((indicator) => indicator.override).length;
  return (
    <>
      <ul class="what-goes">
        <li>{words.goesSurveys(count(surveys.length), count(received))}</li>
        {scored.data && <li>{words.goesScores(count(entered), count(overridden))}</li>}
      </ul>
      <p>{words.goesForGood}</p>
    </>
  );
}
