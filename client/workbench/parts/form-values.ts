import { foldNumber } from '../../../survey-definitions/typed-text.ts';
import { isBlankText } from '../../../survey-definitions/unseen.ts';

/** What was written into a field, without the white space around it; '' where nobody sees anything there. */
export function textOf(form: FormData, name: string): string {
  const text = String(form.get(name) ?? '').trim();
  return isBlankText(text) ? '' : text;
}

/** A whole number; undefined where the field is blank. What is none is NaN, which travels as null and is refused by name. */
export function countOf(form: FormData, name: string): number | undefined {
  return readCount(textOf(form, name));
}

/** The same of a text. Digits only: Number() would take 1e3 and 0x10 as well. */
export function readCount(text: string): number | undefined {
  if (isBlankText(text)) return undefined;
  const folded = foldNumber(text);
  return /^-?\d+$/.test(folded) ? Number(folded) : Number.NaN;
}
