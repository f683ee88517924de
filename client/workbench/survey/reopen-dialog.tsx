import { useEffect, useId, useRef } from 'preact/hooks';
import { minuteInChina, momentInChina } from '../../../survey-definitions/china-time.ts';
import { reopenSurvey, type Survey } from '../api/surveys.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { draftKey, evaluationDrafts } from '../data/drafts.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useWords } from '../language.tsx';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { textOf } from '../parts/form-values.ts';
import { sharedWords } from '../parts/words.ts';
import { ReasonField } from './reason-field.tsx';
import { surveyWords } from './words.ts';

/** Opens a closed survey again, with a reason; where its period is over, with a new end. */
export function ReopenDialog(props: { survey: Survey; done(after: Survey): void; close(): void }) {
  const words = useWords(surveyWords);
  const shared = useWords(sharedWords);
  const { survey } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const { closesAt } = survey;
  const isOver = closesAt !== null && Date.parse(closesAt) <= Date.now();
  const reopen = useMutation(async (form: FormData) => {
    const end = textOf(form, 'closesAt');
    const after = await reopenSurvey(survey.code, {
      reason: textOf(form, 'reason'),
      ...(isOver ? { closesAt: momentInChina(end) ?? null } : {}),
    });
    props.done(after);
    props.close();
  });
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby={id} onClose={props.close}>
      <h2 id={id}>{words.moves.reopenTitle}</h2>
      <Form
        draft={evaluationDrafts(useEvaluation().id) + draftKey('reopen', survey.code)}
        submit={reopen.mutate}
        problem={reopen.problem}
        check={(form) => {
          const end = textOf(form, 'closesAt');
          if (!isOver || end === '') return {};
          const at = momentInChina(end);
          if (at === undefined) return { closesAt: shared.faults.time };
          return Date.parse(at) <= Date.now() ? { closesAt: words.moves.endAhead } : {};
        }}
        actions={() => (
          <>
            <button class="button primary" type="submit" aria-disabled={reopen.isPending}>
              {words.moves.reopen}
            </button>
            <button type="button" class="button" onClick={() => dialog.current?.close()}>
              {shared.cancel}
            </button>
          </>
        )}
      >
        <p>{words.moves.reopenWhat}</p>
        <ReasonField />
        {isOver && (
          <Field
            name="closesAt"
            label={shared.inBeijingTime(words.moves.newEnd)}
            hint={words.moves.newEndHint(minuteInChina(closesAt))}
          >
            {(inputProps) => <input {...inputProps} class="input" autocomplete="off" />}
          </Field>
        )}
      </Form>
    </dialog>
  );
}
