import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { copyEvaluation, evaluationsKey } from '../api/evaluations.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { draftKey, evaluationDrafts } from '../data/drafts.ts';
import { invalidate } from '../data/query-client.ts';
import { useUnsaved } from '../data/use-drafts.ts';
import { useMutation } from '../data/use-mutation.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { EvaluationFields } from '../parts/evaluation-fields.tsx';
import { DiscardButton, Form } from '../parts/form.tsx';
import { countOf, textOf } from '../parts/form-values.ts';
import { useRestoredFocus } from '../parts/use-restored-focus.ts';
import { detailsPath } from '../paths.ts';
import { detailsWords } from './words.ts';

/** Begins another evaluation as this one was; what goes along is said once somebody asks. */
export function CopyEvaluation() {
  const words = useWords(detailsWords);
  const { id } = useEvaluation();
  const begun = useUnsaved(draftOf(id)) > 0;
  const [asked, setAsked] = useState(false);
  const place = useRestoredFocus(asked || begun ? 'form' : 'button');
  return (
    <div ref={place}>
      {asked || begun ? (
        <CopyForm />
      ) : (
        <button type="button" class="button" onClick={() => setAsked(true)}>
          {words.copyAsk}
        </button>
      )}
    </div>
  );
}

const draftOf = (id: string) => evaluationDrafts(id) + draftKey('copy');

function CopyForm() {
  const words = useWords(detailsWords);
  const { route } = useLocation();
  const { id, department, place, year, surveys } = useEvaluation();
  const copy = useMutation(async (form: FormData) => {
    const made = await copyEvaluation(id, {
      department: textOf(form, 'department'),
      place: textOf(form, 'place'),
      year: countOf(form, 'year') ?? Number.NaN,
    });
    invalidate(evaluationsKey);
    route(detailsPath(made.id));
  });
  return (
    <Form
      draft={draftOf(id)}
      submit={copy.mutate}
      problem={copy.problem}
      pathOf={(name) => `$.${name}`}
      actions={(form) => (
        <>
          <button class="button" type="submit" aria-disabled={copy.isPending}>
            {words.copy}
          </button>
          <DiscardButton {...form} />
        </>
      )}
    >
      <p>{words.copyTakes(count(surveys.length))}</p>
      <p>{words.copyLeaves}</p>
      <EvaluationFields values={{ department, place, year: year + 1 }} />
    </Form>
  );
}
