import { LONGEST_REASON } from '../../../survey-definitions/survey.ts';
import { evaluationsKey } from '../api/evaluations.ts';
import { type Notice, putNoticeAside } from '../api/notices.ts';
import { surveyKey } from '../api/surveys.ts';
import { useMayChange } from '../current-evaluation.ts';
import { invalidate } from '../data/query-client.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useWords } from '../language.tsx';
import { Field } from '../parts/field.tsx';
import { CancelButton, Form } from '../parts/form.tsx';
import { textOf } from '../parts/form-values.ts';
import { noticesWords } from './words.ts';

/** Why nothing needs to be done about it. */
export function PutAsideForm(props: {
  survey: string;
  notice: Notice;
  draft: string;
  close(): void;
}) {
  const words = useWords(noticesWords);
  const { survey, notice, draft, close } = props;
  const mayPutAside = useMayChange('surveys.write');
  const put = useMutation(async (form: FormData) => {
    await putNoticeAside(survey, notice.id, textOf(form, 'reason'));
    invalidate(surveyKey(survey), evaluationsKey);
    close();
  });
  if (!mayPutAside) return null;
  return (
    <Form
      class="form put-aside-form"
      draft={draft}
      submit={put.mutate}
      problem={put.problem}
      actions={({ discard }) => (
        <>
          <button class="button primary" type="submit" aria-disabled={put.isPending}>
            {words.putAside}
          </button>
          <CancelButton discard={discard} cancel={close} />
        </>
      )}
    >
      <Field name="reason" label={words.reason} hint={words.reasonHint}>
        {(inputProps) => (
          <textarea {...inputProps} class="input" rows={2} data-longest={LONGEST_REASON} required />
        )}
      </Field>
    </Form>
  );
}
