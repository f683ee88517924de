import { FIRST_YEAR, LAST_YEAR, LONGEST_NAME } from '../../../survey-definitions/survey.ts';
import type { Evaluation } from '../api/evaluations.ts';
import { useWords } from '../language.tsx';
import { Field, type FieldInputProps } from './field.tsx';
import { COUNT, NumberField } from './number-field.tsx';
import { sharedWords } from './words.ts';

/** Who is evaluated, where and for which year: what questionnaires are filled in with. */
export function EvaluationFields(props: {
  values: Partial<Pick<Evaluation, 'department' | 'place' | 'year'>>;
}) {
  const shared = useWords(sharedWords);
  const { values } = props;
  const text = (name: 'department' | 'place') => (inputProps: FieldInputProps) => (
    <input
      {...inputProps}
      class="input"
      data-longest={LONGEST_NAME}
      defaultValue={values[name] ?? ''}
      required
    />
  );
  return (
    <>
      <Field
        name="department"
        label={shared.evaluations.department}
        hint={shared.evaluations.departmentHint}
      >
        {text('department')}
      </Field>
      <div class="pair">
        <Field name="place" label={shared.evaluations.place}>
          {text('place')}
        </Field>
        <NumberField
          label={shared.evaluations.year}
          {...COUNT}
          name="year"
          min={FIRST_YEAR}
          max={LAST_YEAR}
          defaultValue={values.year ?? ''}
          required
        />
      </div>
    </>
  );
}
