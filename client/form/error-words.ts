import type { FormItem } from '../../survey-definitions/form.ts';
import { lengthOf } from './check.ts';
import { fill } from './fill.ts';
import { chosenOptions } from './show-if.ts';
import type { Words } from './words.ts';

/** Says kindly what to do about an error, with the number the item has on the page: the same words beside the item and in the summary. */
export function errorWords(
  code: string,
  item: FormItem,
  number: number,
  answer: string | string[] | undefined,
  words: Words,
): string {
  const isText = item.type === 'text';
  const count = isText ? lengthOf(String(answer || '')) : chosenOptions(answer).length;
  const max = isText ? item.maxLength : item.max;
  return fill(sentence(code, isText, words), {
    n: number,
    count,
    min: item.min || 1,
    max: max || 1,
  });
}

function sentence(code: string, isText: boolean, words: Words): string {
  if (code === 'required') return isText ? words.needText : words.needChoice;
  if (code === 'too-few') return words.tooFew;
  if (code === 'too-many') return words.tooMany;
  if (code === 'too-long') return words.tooLong;
  return words.unclear;
}
