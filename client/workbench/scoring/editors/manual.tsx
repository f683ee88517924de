import { LONGEST_REASON } from '../../../../survey-definitions/survey.ts';
import { useWords } from '../../language.tsx';
import { Field } from '../../parts/field.tsx';
import { ExactNumberField } from '../../parts/number-field.tsx';
import type { Editor, FieldsProps } from './editor.ts';

function Fields({ inputs, weight }: FieldsProps<'manual'>) {
  const words = useWords();
  return (
    <>
      <ExactNumberField
        name="score"
        label={words.terms.score}
        hint={words.scoring.upTo(weight)}
        value={inputs['score']}
      />
      <Field label={words.editors.reason}>
        {(inputProps) => (
          <textarea
            {...inputProps}
            class="input"
            name="reason"
            maxLength={LONGEST_REASON}
            defaultValue={String(inputs['reason'] ?? '')}
          />
        )}
      </Field>
    </>
  );
}

export const manual: Editor<'manual'> = {
  Fields,
  read: (field) => ({
    score: field('score'),
    ...(field('reason') === '' ? {} : { reason: field('reason') }),
  }),
};
