import { LONGEST_REASON } from '../../../survey-definitions/survey.ts';
import type { ScoredIndicator } from '../api/scoring.ts';
import { useWords } from '../language.tsx';
import { Field } from '../parts/field.tsx';
import { EXACT, NumberField } from '../parts/number-field.tsx';
import { EditForm } from './edit-form.tsx';
import { editorsWords } from './editors/words.ts';
import { scoringWords } from './words.ts';

/** A score and the reason for it. */
export function OverrideForm(props: {
  indicator: ScoredIndicator;
  busy: boolean;
  submit(form: FormData): Promise<void>;
  cancel(): void;
}) {
  const words = useWords(scoringWords);
  const editors = useWords(editorsWords);
  const { indicator, ...form } = props;
  return (
    <EditForm {...form}>
      <NumberField
        {...EXACT}
        label={words.overrideScore}
        hint={editors.upTo(indicator.weight.display)}
        name="score"
        pattern="\d+(\.\d+)?"
        defaultValue={indicator.override?.score ?? ''}
        required
      />
      <Field label={words.reason} hint={words.reasonHint}>
        {(inputProps) => (
          <textarea
            {...inputProps}
            class="input"
            name="reason"
            maxLength={LONGEST_REASON}
            defaultValue={indicator.override?.reason ?? ''}
            required
          />
        )}
      </Field>
    </EditForm>
  );
}
