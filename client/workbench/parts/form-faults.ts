import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { isBlankText } from '../../../survey-definitions/unseen.ts';
import type { InOneLanguage } from '../translation.ts';
import { controlsOf, labelOf } from './form-controls.ts';
import { readCount } from './form-values.ts';
import type { sharedWords } from './words.ts';

/** What is wrong with the fields of a form, by their names. */
export type Faults = Partial<Record<string, string>>;
type FaultWords = InOneLanguage<typeof sharedWords>['faults'];

export const FaultsContext = createContext<Faults>({});

/** What is wrong with the field of this name, where it stands in a form. */
export const useFault = (name: string | undefined): string | undefined =>
  useContext(FaultsContext)[name ?? ''];

/** What the fields themselves say is wrong (`required`, `min`, `pattern` …), in our words and not in the browser's. */
export function faultsOf(form: HTMLFormElement, words: FaultWords): Faults {
  const faults: Faults = {};
  for (const control of controlsOf(form)) {
    const fault = faultOf(control, words);
    if (fault && !faults[control.name]) faults[control.name] = fault;
  }
  return faults;
}

function faultOf(
  control: ReturnType<typeof controlsOf>[number],
  words: FaultWords,
): string | undefined {
  const { validity, value, required, type, dataset } = control;
  const longest = Number(dataset['longest'] ?? Number.POSITIVE_INFINITY);
  const isChoice = type === 'radio' || type === 'checkbox';
  if (validity.badInput) return words.time;
  if (required && isChoice && validity.valueMissing) return words.choose;
  if (required && !isChoice && isBlankText(value)) return words.fillIn(labelOf(control));
  if (value.length > longest) return words.tooLong(longest, value.length);
  if (control.inputMode === 'numeric') return countFault(control, words);
  if (validity.patternMismatch) return words.number;
  return undefined;
}

/** A count is typed as text, so its bounds are ours to compare. */
function countFault(
  control: HTMLElement & { value: string },
  words: FaultWords,
): string | undefined {
  const count = readCount(control.value.trim());
  if (count === undefined) return undefined;
  if (Number.isNaN(count)) return words.wholeNumber;
  const [min, max] = ['min', 'max'].map((name) => control.getAttribute(name) ?? '');
  if (count >= Number(min || count) && count <= Number(max || count)) return undefined;
  if (min && max) return words.between(min, max);
  return min ? words.atLeast(min) : words.atMost(max ?? '');
}
