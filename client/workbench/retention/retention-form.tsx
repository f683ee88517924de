import { useState } from 'preact/hooks';
import { dayInChina } from '../../../survey-definitions/china-time.ts';
import { earliestKeptUntil } from '../../../survey-definitions/retention.ts';
import { LONGEST_REASON } from '../../../survey-definitions/survey.ts';
import {
  changeEvaluation,
  type Evaluation,
  evaluation,
  evaluationsKey,
} from '../api/evaluations.ts';
import { useEvaluation, useMay } from '../current-evaluation.ts';
import { draftKey, evaluationDrafts } from '../data/drafts.ts';
import { askNow, setAndInvalidate } from '../data/query-client.ts';
import { useMutation } from '../data/use-mutation.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { Field } from '../parts/field.tsx';
import { Form, SaveActions } from '../parts/form.tsx';
import { textOf } from '../parts/form-values.ts';
import { receivedIn } from './received-in.ts';
import { retentionWords } from './words.ts';

/** Until when single answers are kept, what goes then and what stays; to be set, moved and taken away until it has come. */
export function Retention() {
  const words = useWords(retentionWords);
  const now = useEvaluation();
  const mayMove = useMay('evaluations.write');
  const { answersKeptUntil: until, answersRemovedAt } = now;
  return (
    <section class="stack retention">
      <h3>{words.title}</h3>
      {answersRemovedAt === null ? (
        <>
          <p>{until === null ? words.keptForEver : words.kept(until)}</p>
          {(mayMove || until !== null) && (
            <p class="small quiet">
              {words.takes(count(receivedIn(now)), count(now.surveys.length))} {words.leaves}
            </p>
          )}
          {mayMove && <RetentionForm />}
        </>
      ) : (
        <p class="notice">
          <strong>{words.removedTitle(dayInChina(answersRemovedAt))}</strong> {words.removed}
        </p>
      )}
    </section>
  );
}

const storedOf = ({ answersKeptUntil }: Evaluation) => ({ answersKeptUntil });

function RetentionForm() {
  const words = useWords(retentionWords);
  const now = useEvaluation();
  const [message, setMessage] = useState<string>();
  const save = useMutation(async (form: FormData) => {
    setMessage(undefined);
    const answersKeptUntil = textOf(form, 'answersKeptUntil') || null;
    const reason = textOf(form, 'reason');
    if (answersKeptUntil === now.answersKeptUntil) return setMessage(words.unchanged);
    const change = { answersKeptUntil, ...(reason && { reason }) };
    const after = await changeEvaluation(now.id, change);
    setAndInvalidate(evaluation(now.id), after, evaluationsKey);
    setMessage(words.saved);
  });
  return (
    <Form
      draft={evaluationDrafts(now.id) + draftKey('retention')}
      stored={storedOf(now)}
      storedNow={async () => storedOf((await askNow(evaluation(now.id))) ?? now)}
      submit={save.mutate}
      problem={save.problem}
      actions={(form) => (
        <SaveActions form={form} label={words.save} busy={save.isPending} message={message} quiet />
      )}
    >
      <Field
        name="answersKeptUntil"
        label={words.until}
        hint={words.untilHint(earliestKeptUntil(new Date().toISOString()))}
      >
        {(inputProps) => (
          <input
            {...inputProps}
            class="input"
            autocomplete="off"
            defaultValue={now.answersKeptUntil ?? ''}
          />
        )}
      </Field>
      {now.answersKeptUntil !== null && (
        <Field name="reason" label={words.reason} hint={words.reasonHint}>
          {(inputProps) => (
            <input {...inputProps} class="input" data-longest={LONGEST_REASON} autocomplete="off" />
          )}
        </Field>
      )}
    </Form>
  );
}
