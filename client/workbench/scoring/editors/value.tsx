import { useWords } from '../../language.tsx';
import { exactNumber } from '../../parts/number-field.tsx';
import { readComputable } from './computable.ts';
import { ComputableField } from './computable-field.tsx';
import type { Editor, FieldsProps } from './editor.ts';
import { editorsWords } from './words.ts';

type Kind = 'target-proportional' | 'step-deduction' | 'tiered-bands' | 'threshold';

/** One number in the rule's unit, beside its target. */
function Fields({ inputs, unit, target }: FieldsProps<Kind>) {
  const words = useWords(editorsWords);
  return (
    <ComputableField
      {...exactNumber(true)}
      name="value"
      label={words.value}
      hint={words.target(target)}
      value={inputs['value']}
      unit={unit}
      required
    />
  );
}

/** Of every kind that goes by one number. */
export const value: Editor<Kind> = {
  Fields,
  read: (field) => ({ value: readComputable(field, 'value', String) }),
};
