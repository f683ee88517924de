import { useId } from 'preact/hooks';

/** A choice among a few, all of them in sight: one radio group that looks like a switch. */
export function SegmentedControl<V extends string>(props: {
  /** For those who do not see it: the choices speak for themselves. */
  label: string;
  choices: readonly { value: V; label: string }[];
  value: V;
  onChange(value: V): void;
}) {
  const name = useId();
  return (
    <fieldset class="fields">
      <legend class="visually-hidden">{props.label}</legend>
      <div class="segments">
        {props.choices.map(({ value, label }) => (
          <label key={value}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === props.value}
              onChange={() => props.onChange(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
