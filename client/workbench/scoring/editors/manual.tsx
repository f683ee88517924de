import { LONGEST_REASON } from '../../../../survey-definitions/survey.ts';
import { useWords } from '../../language.tsx';
import { Field } from '../../parts/field.tsx';
import { exactNumber } from '../../parts/number-field.tsx';
import { tradeTerms } from '../../terms.ts';
import { readComputable } from './computable.ts';
import { ComputableField } from './computable-field.tsx';
import type { Editor, FieldsProps } from './editor.ts';
import { editorsWords } from './words.ts';

function Fields({ inputs, weight }: FieldsProps<'manual'>) {
  const words = useWords(editorsWords);
  const terms = useWords(tradeTerms);
  return (
    <>
      <ComputableField
        {...exactNumber()}
        name="score"
        label={terms.score}
        hint={words.upTo(weight)}
        value={inputs['score']}
        required
      />
      <Field name="reason" label={words.reason}>
        {(inputProps) => (
          <textarea
            {...inputProps}
            class="input"
            data-longest={LONGEST_REASON}
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
    score: readComputable(field, 'score', String),
    ...(field('reason') === '' ? {} : { reason: field('reason') }),
  }),
};
