import { useWords } from '../../language.tsx';
import { ExactNumberField } from '../../parts/number-field.tsx';
import type { Editor, FieldsProps } from './editor.ts';
import { editorsWords } from './words.ts';

/** Where no option reaches its share and the rule leaves the credit to a scorer. */
function Fields({ inputs }: FieldsProps<'option-share'>) {
  const words = useWords(editorsWords);
  return (
    <ExactNumberField
      name="credit"
      label={words.credit}
      hint={words.creditHint}
      value={inputs['credit']}
    />
  );
}

export const optionShare: Editor<'option-share'> = {
  Fields,
  read: (field) => ({ credit: field('credit') }),
  besideSurvey: true,
};
