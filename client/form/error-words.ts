import { checkAnswers, isAnswered, lengthOf } from './check.ts';
import { fill } from './fill.ts';
import type { LiveWords } from './live-words.ts';
import { CODE_FIELD, isCodeError, type PageItem, type View } from './page.ts';
import { chosenOptions } from './show-if.ts';

/** An error as the page says it: the same words beside the item and in the summary. */
export interface ErrorInWords {
  /** Name of the form field, an item's or the access code's; missing where the error belongs to none on the page. */
  field?: string;
  text: string;
  /** Answered since. It stays in its place until the next attempt to send, so that nothing moves while the respondent taps. */
  fixed: boolean;
}

/** Says for each error what to do, with the number that the item has on the page. */
export function errorsInWords(view: View, items: PageItem[], words: LiveWords): ErrorInWords[] {
  const unsolved = checkAnswers(items, view.answers).map((error) => error.item);
  return view.errors.map((error) => {
    if (isCodeError(error)) {
      const { accessCode: code } = error;
      const text = code === 'access-code-spent' ? words.spentCode : words.badCode;
      return { field: CODE_FIELD, text, fixed: code === 'required' && isAnswered(view.accessCode) };
    }
    const { item: id, code } = error;
    const index = items.findIndex((item) => item.id === id);
    const item = items[index];
    if (!item) return { text: words.unclearAnswer, fixed: false };
    const answer = view.answers[id];
    const isText = item.type === 'text';
    // The sentences have the names of the errors that the page finds itself; only of these can it tell that they are gone.
    const sentences: Partial<Record<string, string>> = words;
    const sentence = sentences[code === 'required' && isText ? 'unwritten' : code];
    const text = fill(sentence || words.unclear, {
      n: index + 1,
      count: isText ? lengthOf(String(answer || '')) : chosenOptions(answer).length,
      min: item.min || 1,
      max: (isText ? item.maxLength : item.max) || 1,
    });
    return { field: id, text, fixed: view.live && !!sentence && !unsolved.includes(id) };
  });
}
