import { useWords } from '../../language.tsx';
import { exactNumber } from '../../parts/number-field.tsx';
import { readComputable } from './computable.ts';
import { ComputableField } from './computable-field.tsx';
import type { Editor, FieldsProps } from './editor.ts';
import { editorsWords } from './words.ts';

/** Where no option reaches its share and the rule leaves the credit to a scorer. */
function Fields({ inputs }: FieldsProps<'option-share'>) {
  const words = useWords(editorsWords);
  return (
    <ComputableField
      {...exactNumber()}
      name="credit"
      label={words.credit}
      hint={words.creditHint}
      value={inputs['credit']}
      required
    />
  );
}

export const optionShare: Editor<'option-share'> = {
  Fields,
  read: (field) => ({ credit: readComputable(field, 'credit', String) }),
  besideSurvey: true,
};
