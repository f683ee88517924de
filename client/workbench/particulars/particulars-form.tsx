import { useRef, useState } from 'preact/hooks';
import { changeEvaluation, evaluation, evaluationsKey } from '../api/evaluations.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { draftKey, evaluationDrafts } from '../data/drafts.ts';
import { askNow, setAndInvalidate } from '../data/query-client.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useWords } from '../language.tsx';
import { Form, SaveActions } from '../parts/form.tsx';
import { sharedWords } from '../parts/words.ts';
import { previewPath } from '../paths.ts';
import { ParticularsFields } from './particulars-fields.tsx';
import { faultsInParticulars, pathInParticulars, readParticulars } from './read-particulars.ts';
import { particularsWords } from './words.ts';

/** Who commissions, who evaluates and whom to call: to be changed at any time. */
export function ParticularsForm() {
  const words = useWords(particularsWords);
  const shared = useWords(sharedWords);
  const now = useEvaluation();
  const [message, setMessage] = useState<string>();
  const submitted = useRef<FormData | undefined>(undefined);
  const draft = evaluationDrafts(now.id) + draftKey('particulars');
  const save = useMutation(async (form: FormData) => {
    setMessage(undefined);
    submitted.current = form;
    const particulars = readParticulars(form);
    const after = await changeEvaluation(now.id, { particulars });
    setAndInvalidate(evaluation(now.id), after, evaluationsKey);
    setMessage(words.saved);
  });
  const [first] = now.surveys;
  return (
    <section class="stack details-section" id="particulars">
      <h3>{words.title}</h3>
      <Form
        draft={draft}
        stored={now.particulars}
        storedNow={async () => ((await askNow(evaluation(now.id))) ?? now).particulars}
        submit={save.mutate}
        problem={save.problem}
        check={(form) => faultsInParticulars(form, words)}
        pathOf={(name) => pathInParticulars(name, submitted.current)}
        actions={(form) => (
          <SaveActions form={form} label={shared.save} busy={save.isPending} message={message} />
        )}
      >
        <p>{words.what}</p>
        <ParticularsFields values={now.particulars} draft={draft} />
        <div class="notice">
          <p>{words.consequence}</p>
          {first && (
            <p>
              <a href={previewPath(now.id, first.questionnaire)}>{words.preview(first.title)}</a>
            </p>
          )}
        </div>
      </Form>
    </section>
  );
}
