import { useWords } from '../../language.tsx';
import { ExactNumberField } from '../../parts/number-field.tsx';
import type { Editor, FieldsProps } from './editor.ts';

/** Where no option reaches its share and the rule leaves the credit to a scorer. */
function Fields({ inputs }: FieldsProps<'option-share'>) {
  const words = useWords();
  return (
    <ExactNumberField
      name="credit"
      label={words.editors.credit}
      hint={words.editors.creditHint}
      value={inputs['credit']}
    />
  );
}

export const optionShare: Editor<'option-share'> = {
  Fields,
  read: (field) => ({ credit: field('credit') }),
};
