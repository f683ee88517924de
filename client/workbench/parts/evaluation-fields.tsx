import { FIRST_YEAR, LAST_YEAR, LONGEST_NAME } from '../../../survey-definitions/survey.ts';
import type { Evaluation } from '../api/evaluations.ts';
import { useWords } from '../language.tsx';
import { Field, type FieldInputProps } from './field.tsx';
import { COUNT, NumberField } from './number-field.tsx';
import { sharedWords } from './words.ts';

export const EVALUATION_FIELDS = ['department', 'place', 'year'] as const;
type Name = (typeof EVALUATION_FIELDS)[number];

/** Who is evaluated, where and for which year: what questionnaires are filled in with. */
export function EvaluationFields(props: {
  values: Partial<Pick<Evaluation, Name>>;
  faults: Partial<Record<Name, string>>;
}) {
  const shared = useWords(sharedWords);
  const { values, faults } = props;
  const fault = (name: Name) => (faults[name] ? { error: faults[name] } : {});
  const text = (name: 'department' | 'place') => (inputProps: FieldInputProps) => (
    <input
      {...inputProps}
      class="input"
      name={name}
      maxLength={LONGEST_NAME}
      defaultValue={values[name] ?? ''}
      required
    />
  );
  return (
    <>
      <Field
        label={shared.evaluations.department}
        hint={shared.evaluations.departmentHint}
        {...fault('department')}
      >
        {text('department')}
      </Field>
      <div class="pair">
        <Field label={shared.evaluations.place} {...fault('place')}>
          {text('place')}
        </Field>
        <NumberField
          label={shared.evaluations.year}
          {...fault('year')}
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
