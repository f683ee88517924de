import { minuteInChina } from '../../../survey-definitions/china-time.ts';
import { LONGEST_REASON } from '../../../survey-definitions/survey.ts';
import type { ScoredIndicator } from '../api/scoring.ts';
import { useWords } from '../language.tsx';
import { Field } from '../parts/field.tsx';
import { EXACT, NumberField } from '../parts/number-field.tsx';
import { sharedWords } from '../parts/words.ts';
import { EditForm } from './edit-form.tsx';
import { editorsWords } from './editors/words.ts';
import { scoringWords } from './words.ts';

/** A score and the reason for it. */
export function OverrideForm(
  props: { indicator: ScoredIndicator } & Omit<Parameters<typeof EditForm>[0], 'children'>,
) {
  const words = useWords(scoringWords);
  const shared = useWords(sharedWords);
  const editors = useWords(editorsWords);
  const { indicator, ...form } = props;
  const { override } = indicator;
  return (
    <EditForm
      {...form}
      stored={override}
      storedBy={
        override ? `${override.author} · ${shared.atTime(minuteInChina(override.at))}` : undefined
      }
      pathOf={(name) => `$.override.${name}`}
    >
      <NumberField
        {...EXACT}
        label={words.overrideScore}
        hint={editors.upTo(indicator.weight.display)}
        name="score"
        pattern="\d+(\.\d+)?"
        defaultValue={override?.score ?? ''}
        required
      />
      <Field name="reason" label={words.reason} hint={words.reasonHint}>
        {(inputProps) => (
          <textarea
            {...inputProps}
            class="input"
            data-longest={LONGEST_REASON}
            defaultValue={override?.reason ?? ''}
            required
          />
        )}
      </Field>
    </EditForm>
  );
}
