import { Field, type FieldInputProps } from './field.tsx';

/** What differs from number to number, as the input has it. */
interface NumberAttributes {
  name: string;
  type?: 'number';
  min?: number;
  max?: number;
  step?: number;
  inputMode?: 'numeric' | 'decimal';
  pattern?: string;
  placeholder?: string;
  autocomplete?: 'off';
  defaultValue?: string | number;
  required?: boolean;
}

/** How often, how many: the browser counts up and down, a phone shows its digits. */
export const COUNT = { type: 'number', step: 1, inputMode: 'numeric' } as const;

/** A decimal is typed as text and kept exactly so, for 18.6 must stay 18.6. */
export const EXACT = { inputMode: 'decimal', autocomplete: 'off' } as const;

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
        const input = <NumberInput {...inputProps} {...attributes} />;
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

/** The number alone, where something else names it. */
export function NumberInput(props: NumberAttributes & Partial<FieldInputProps>) {
  const { type, ...attributes } = props;
  if (type) return <input {...attributes} type={type} class="input number" />;
  return <input {...attributes} class="input number" />;
}

/** A number that is scored by: decimals or a fraction such as 1/3, with a sign where there may be one. */
export function ExactNumberField(props: {
  name: string;
  label: string;
  hint?: string;
  value: unknown;
  unit?: string | null;
  signed?: boolean;
}) {
  const { value, signed, ...field } = props;
  return (
    <NumberField
      {...EXACT}
      {...field}
      pattern={`${signed ? '-?' : ''}\\d+(\\.\\d+)?|\\d+/[1-9]\\d*`}
      defaultValue={value === undefined ? '' : String(value)}
      required
    />
  );
}
