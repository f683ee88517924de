import { checkAnswers, isAnswered, lengthOf } from './check.ts';
import { fill } from './fill.ts';
import type { LiveWords } from './live-words.ts';
import type { PageItem, View } from './page.ts';
import { chosenOptions } from './show-if.ts';

/** An error as the page says it: the same words beside the item and in the summary. */
export interface ErrorInWords {
  /** Missing where the error belongs to no item of the page. */
  item?: string;
  text: string;
  /** Answered since; stays where it is until the next sending, so that nothing moves under the finger. */
  fixed: boolean;
}

/** Says kindly what to do about each error, with the number the item has on the page. */
export function errorsInWords(view: View, items: PageItem[], words: LiveWords): ErrorInWords[] {
  const left = checkAnswers(items, view.answers).map((error) => error.item);
  return view.errors.map(({ item: id, code }) => {
    const index = items.findIndex((item) => item.id === id);
    const item = items[index];
    if (id === '_k') {
      const text = code === 'access-code-spent' ? words.spentCode : words.badCode;
      return { item: id, text, fixed: code === 'required' && isAnswered(view.answers[id]) };
    }
    if (!item) return { text: words.unclearAnswer, fixed: false };
    const [sentence, ours] = sentenceFor(code, item, words);
    const answer = view.answers[id];
    const isText = item.type === 'text';
    const text = fill(sentence, {
      n: index + 1,
      count: isText ? lengthOf(String(answer || '')) : chosenOptions(answer).length,
      min: item.min || 1,
      max: (isText ? item.maxLength : item.max) || 1,
    });
    return { item: id, text, fixed: view.live && ours && !left.includes(id) };
  });
}

/** The sentence, and whether the page itself can tell that the error is gone. */
function sentenceFor(code: string, item: PageItem, words: LiveWords): [string, boolean] {
  if (code === 'required') return [item.type === 'text' ? words.needText : words.needChoice, true];
  if (code === 'too-few') return [words.tooFew, true];
  if (code === 'too-many') return [words.tooMany, true];
  if (code === 'too-long') return [words.tooLong, true];
  return [words.unclear, false];
}
