import { LONGEST_REASON } from '../../../survey-definitions/survey.ts';
import { useWords } from '../language.tsx';
import { Field } from '../parts/field.tsx';
import { surveyWords } from './words.ts';

/** Why a survey that was opened is changed; read from the form as `reason`. */
export function ReasonField() {
  const words = useWords(surveyWords);
  return (
    <Field name="reason" label={words.reason} hint={words.reasonHint}>
      {(inputProps) => (
        <textarea {...inputProps} class="input" rows={2} data-longest={LONGEST_REASON} required />
      )}
    </Field>
  );
}
