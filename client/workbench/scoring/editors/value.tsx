import { useWords } from '../../language.tsx';
import { NumberField } from './number-field.tsx';

export type Inputs = Record<string, unknown>;

/** One number in the rule's unit, beside its target. */
export function ValueFields(props: { inputs: Inputs; unit: string | null; target: string }) {
  const words = useWords();
  const { inputs, unit, target } = props;
  return (
    <NumberField
      name="value"
      label={words.editors.value}
      hint={words.editors.target(target)}
      value={inputs['value']}
      unit={unit}
      signed
    />
  );
}
