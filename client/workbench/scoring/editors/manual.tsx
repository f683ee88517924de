import { LONGEST_REASON } from '../../../../survey-definitions/survey.ts';
import { useWords } from '../../language.tsx';
import { Field } from '../../parts/field.tsx';
import { NumberField } from './number-field.tsx';
import type { Inputs } from './value.tsx';

export function ManualFields({ inputs, weight }: { inputs: Inputs; weight: string }) {
  const words = useWords();
  return (
    <>
      <NumberField
        name="score"
        label={words.terms.score}
        hint={words.scoring.upTo(weight)}
        value={inputs['score']}
      />
      <Field label={words.editors.reason}>
        {(described) => (
          <textarea
            {...described}
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
