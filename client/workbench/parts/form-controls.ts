type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
type Values = Record<string, string[]>;

/** What a person fills in of a form, in the order of the page. */
export function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      element instanceof HTMLInputElement ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement,
  );
}

const isMark = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type);

/** A password is nobody's to keep. */
const isKept = ({ type }: Control): boolean => type !== 'password';

const collect = (form: HTMLFormElement, valueIn: (control: Control) => string | undefined) => {
  const values: Values = {};
  for (const control of controlsOf(form).filter(isKept)) {
    const value = valueIn(control);
    const those = values[control.name] ?? [];
    values[control.name] = value === undefined ? those : [...those, value];
  }
  return values;
};

/** What stands in the fields now. */
export const typedValues = (form: HTMLFormElement): Values =>
  collect(form, (control) => (isMark(control) && !control.checked ? undefined : control.value));

/** What stands in them while nobody has typed: what is stored. */
export const storedValues = (form: HTMLFormElement): Values =>
  collect(form, (control) => {
    if (isMark(control)) return control.defaultChecked ? control.value : undefined;
    return defaultOf(control);
  });

function defaultOf(control: Control): string {
  if (!(control instanceof HTMLSelectElement)) return control.defaultValue;
  const options = [...control.options];
  return (options.find((option) => option.defaultSelected) ?? options[0])?.value ?? '';
}

export const sameValues = (one: Values, other: Values): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Puts values into the fields, and tells those who draw by them. A field the values do not name stays as it is. */
export function fillIn(form: HTMLFormElement, values: Values): void {
  const seen: Record<string, number> = {};
  for (const control of controlsOf(form)) {
    const { name } = control;
    const given = values[name];
    if (!given) continue;
    const place = seen[name] ?? 0;
    seen[name] = place + 1;
    if (isMark(control)) {
      const checked = given.includes(control.value);
      if (checked === control.checked) continue;
      control.checked = checked;
    } else {
      const value = given[place] ?? '';
      if (value === control.value) continue;
      control.value = value;
    }
    control.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

/** A field's own name as it stands beside it: its label, or the legend of the choices it is one of. */
export function labelOf(control: Control): string {
  const legend = isMark(control) && control.closest('fieldset')?.querySelector('legend');
  const label = legend || control.labels?.[0];
  const text = label?.querySelector('.small:not(.quiet)') ?? label;
  return (text?.textContent ?? '').trim();
}

/** What is stored otherwise than it was typed, field by field, in the words of the page. */
export function storedOtherwise(form: HTMLFormElement): { label: string; value: string }[] {
  const [typed, stored] = [typedValues(form), storedValues(form)];
  const differing = Object.keys(typed).filter(
    (name) => JSON.stringify(typed[name]) !== JSON.stringify(stored[name]),
  );
  return differing.flatMap((name) => {
    const controls = controlsOf(form).filter((control) => control.name === name);
    const [first] = controls;
    if (!first) return [];
    // What is kept as a whole says in a few words what it holds.
    const { inShort } = first.dataset;
    if (inShort !== undefined) return [{ label: first.ariaLabel ?? '', value: inShort }];
    const chosen = controls.filter(isMark).filter((control) => control.defaultChecked);
    const value = isMark(first)
      ? chosen
          .map((control) => control.labels?.[0]?.textContent?.trim() ?? control.value)
          .join('、')
      : (stored[name] ?? []).join('、');
    return [{ label: labelOf(first), value }];
  });
}
