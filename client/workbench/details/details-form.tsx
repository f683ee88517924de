import { useState } from 'preact/hooks';
import { changeEvaluation, evaluation, evaluationsKey } from '../api/evaluations.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { draftKey, evaluationDrafts } from '../data/drafts.ts';
import { askNow, setAndInvalidate } from '../data/query-client.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useWords } from '../language.tsx';
import { EvaluationFields } from '../parts/evaluation-fields.tsx';
import { Form } from '../parts/form.tsx';
import { sharedWords } from '../parts/words.ts';
import { evaluationPath } from '../paths.ts';
import { Consequences } from './consequences.tsx';
import { detailsOf, readDetails } from './read-details.ts';
import { detailsWords } from './words.ts';

export function DetailsForm() {
  const words = useWords(detailsWords);
  const shared = useWords(sharedWords);
  const now = useEvaluation();
  const [message, setMessage] = useState<string>();
  const save = useMutation(async (form: FormData) => {
    setMessage(undefined);
    const change = readDetails(form, now);
    if (Object.keys(change).length === 0) return setMessage(words.unchanged);
    const after = await changeEvaluation(now.id, change);
    setAndInvalidate(evaluation(now.id), after, evaluationsKey);
    setMessage(words.saved);
  });
  return (
    <Form
      draft={evaluationDrafts(now.id) + draftKey('details')}
      stored={detailsOf(now)}
      storedNow={async () => detailsOf((await askNow(evaluation(now.id))) ?? now)}
      submit={save.mutate}
      problem={save.problem}
      actions={({ discard }) => (
        <>
          <button class="button primary" type="submit" aria-disabled={save.isPending}>
            {shared.save}
          </button>
          <a href={evaluationPath(now.id)} onClick={discard}>
            {shared.cancel}
          </a>
          <span class="small said" role="status">
            {message}
          </span>
        </>
      )}
    >
      <p>{words.what}</p>
      <EvaluationFields values={now} />
      <Consequences />
    </Form>
  );
}
