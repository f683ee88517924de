/** A choice among a few in a form, read under its name; its label is read like any other's. */
export function SegmentedChoice<V extends string>(props: {
  name: string;
  label: string;
  /** The label is read aloud only. */
  labelHidden?: boolean;
  choices: readonly { value: V; label: string }[];
  initial: V;
  /** Also told when a form is filled in again. */
  onChange(value: V): void;
}) {
  return (
    <fieldset class="fields">
      <legend class={props.labelHidden ? 'visually-hidden' : undefined}>{props.label}</legend>
      <div class="segments">
        {props.choices.map(({ value, label }) => (
          <label key={value}>
            <input
              type="radio"
              name={props.name}
              value={value}
              defaultChecked={value === props.initial}
              onChange={(event) => event.currentTarget.checked && props.onChange(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
