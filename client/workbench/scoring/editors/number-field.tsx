import { Field } from '../../parts/field.tsx';

/** A number typed as text, kept exactly: decimals, or a fraction such as 1/3. */
export function NumberField(props: {
  name: string;
  label: string;
  hint?: string;
  value: unknown;
  unit?: string | null;
  signed?: boolean;
}) {
  const { name, label, hint, value, unit, signed } = props;
  return (
    <Field label={label} {...(hint ? { hint } : {})}>
      {(described) => (
        <span class="with-unit">
          <input
            {...described}
            class="input number"
            name={name}
            inputMode="decimal"
            pattern={`${signed ? '-?' : ''}\\d+(\\.\\d+)?|\\d+/[1-9]\\d*`}
            autocomplete="off"
            defaultValue={value === undefined ? '' : String(value)}
            required
          />
          {unit && <span>{unit}</span>}
        </span>
      )}
    </Field>
  );
}
