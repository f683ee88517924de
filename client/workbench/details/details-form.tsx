import { useState } from 'preact/hooks';
import { changeEvaluation, evaluation, evaluationsKey } from '../api/evaluations.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { setAndInvalidate } from '../data/query-client.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useWords } from '../language.tsx';
import { EVALUATION_FIELDS, EvaluationFields } from '../parts/evaluation-fields.tsx';
import { useFieldFaults } from '../parts/field-faults.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { sharedWords } from '../parts/words.ts';
import { evaluationPath } from '../paths.ts';
import { Consequences } from './consequences.tsx';
import { readDetails } from './read-details.ts';
import { detailsWords } from './words.ts';

export function DetailsForm() {
  const words = useWords(detailsWords);
  const shared = useWords(sharedWords);
  const now = useEvaluation();
  const [message, setMessage] = useState<string>();
  const save = useMutation(async (formElement: HTMLFormElement) => {
    setMessage(undefined);
    const change = readDetails(new FormData(formElement), now);
    if (Object.keys(change).length === 0) return setMessage(words.unchanged);
    const after = await changeEvaluation(now.id, change);
    // From here on the fields follow what is stored, until they are typed in again.
    formElement.reset();
    setAndInvalidate(evaluation(now.id), after, evaluationsKey);
    setMessage(words.saved);
  });
  const { form, byField, rest } = useFieldFaults(save.problem, EVALUATION_FIELDS);
  return (
    <form
      ref={form}
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void save.mutate(event.currentTarget);
      }}
    >
      <p>{words.what}</p>
      <EvaluationFields values={now} faults={byField} />
      <Consequences />
      {rest && <ProblemNotice problem={rest} />}
      <div class="actions">
        <button class="button primary" type="submit" aria-disabled={save.isPending}>
          {shared.save}
        </button>
        <a href={evaluationPath(now.id)}>{shared.cancel}</a>
        <span class="small said" role="status">
          {message}
        </span>
      </div>
    </form>
  );
}
