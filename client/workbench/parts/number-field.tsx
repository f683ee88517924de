import { foldNumber } from '../../../survey-definitions/typed-text.ts';
import { Field, type FieldInputProps } from './field.tsx';

/** What differs from number to number, as the input has it. */
interface NumberAttributes {
  name: string;
  min?: number;
  max?: number;
  inputMode?: 'numeric' | 'decimal';
  pattern?: string;
  placeholder?: string;
  autocomplete?: 'off';
  defaultValue?: string | number;
  required?: boolean;
}

/**
 * How often, how many: a phone shows its digits. Not an input of the type number, which hands over nothing at all where an
 * input method wrote １００.
 */
export const COUNT = { inputMode: 'numeric', autocomplete: 'off' } as const;

/** A decimal is typed as text and kept exactly so, for 18.6 must stay 18.6. */
export const EXACT = { inputMode: 'decimal', autocomplete: 'off' } as const;

/** Decimals or a fraction such as 1/3, without a sign. */
export const EXACT_PATTERN = '\\d+(\\.\\d+)?|\\d+/[1-9]\\d*';

/** A labelled number, with its unit behind it where it has one; what the input takes is said as its attributes. */
export function NumberField(
  props: NumberAttributes & { label: string; hint?: string; error?: string; unit?: string | null },
) {
  const { label, hint, error, unit, ...attributes } = props;
  return (
    <Field
      name={props.name}
      label={label}
      {...(hint ? { hint } : {})}
      {...(error ? { error } : {})}
    >
      {(inputProps) => {
        const input = <NumberInput {...inputProps} {...attributes} unit={unit} />;
        if (!unit) return input;
        return (
          <span class="with-unit">
            {input}
            <span>{unit}</span>
          </span>
        );
      }}
    </Field>
  );
}

/** The number alone, where something else names it. Once it is typed it stands there as it is read. */
export function NumberInput(
  props: NumberAttributes & Partial<FieldInputProps> & { unit?: string | null | undefined },
) {
  const { unit, ...attributes } = props;
  const whole = attributes.min ? '0*[1-9]\\d*' : '\\d+';
  return (
    <input
      pattern={attributes.inputMode === 'numeric' ? whole : undefined}
      {...attributes}
      class="input number"
      onChange={({ currentTarget }) => {
        currentTarget.value = foldNumber(currentTarget.value, unit);
      }}
    />
  );
}

/** What is typed for a number that is scored by: decimals or a fraction such as 1/3, with a sign where there may be one. */
export const exactNumber = (signed = false) => ({
  inputMode: 'decimal' as const,
  pattern: `${signed ? '-?' : ''}(?:${EXACT_PATTERN})`,
});
