import { useWords } from '../../language.tsx';
import type { Editor, FieldsProps } from './editor.ts';
import { NumberField } from './number-field.tsx';

/** Where no option reaches its share and the rule leaves the credit to a scorer. */
function Fields({ inputs }: FieldsProps<'option-share'>) {
  const words = useWords();
  return (
    <NumberField
      name="credit"
      label={words.editors.credit}
      hint={words.editors.creditHint}
      value={inputs['credit']}
    />
  );
}

export const optionShare: Editor<'option-share'> = {
  Fields,
  read: (filled) => ({ credit: filled('credit') }),
};
