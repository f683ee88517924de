import { useWords } from '../../language.tsx';
import { NumberField } from './number-field.tsx';
import type { Inputs } from './value.tsx';

/** Where no option reaches its share and the rule leaves the credit to a scorer. */
export function ShareCreditFields({ inputs }: { inputs: Inputs }) {
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
