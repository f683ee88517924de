import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { foldNumber } from '../../../survey-definitions/typed-text.ts';
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

type Control = ReturnType<typeof controlsOf>[number];

function faultOf(control: Control, words: FaultWords): string | undefined {
  const { validity, value, required, type, dataset } = control;
  const longest = Number(dataset['longest'] ?? Number.POSITIVE_INFINITY);
  const isChoice = type === 'radio' || type === 'checkbox';
  const isWhole = control.inputMode === 'numeric';
  if (required && isChoice && validity.valueMissing) return words.choose;
  if (required && !isChoice && isBlankText(value)) return words.fillIn(labelOf(control));
  if (value.length > longest) return words.tooLong(longest, value.length);
  if (isWhole && Number.isNaN(readCount(value.trim()))) return words.wholeNumber;
  const mismatch = isWhole ? words.wholeNumber : words.number;
  return outside(control, words) ?? (validity.patternMismatch ? mismatch : undefined);
}

/** Whether a number is one that the field takes: it is typed as text, so its bounds are ours to compare. */
function outside(control: Control, words: FaultWords): string | undefined {
  const [min, max] = ['min', 'max'].map((name) => control.getAttribute(name) ?? '');
  const value = Number(foldNumber(control.value.trim()));
  if (isBlankText(control.value) || Number.isNaN(value)) return undefined;
  const [below, above] = [min && value < Number(min), max && value > Number(max)];
  if (!below && !above) return undefined;
  if (min && max) return words.between(min, max);
  return min ? words.atLeast(min) : words.atMost(max ?? '');
}
