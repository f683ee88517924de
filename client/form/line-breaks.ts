import type { Language } from '../../survey-definitions/text.ts';
import { BREAK } from './broken-text.tsx';

const CJK = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef”’]/u;
/** After these a line does not end: they belong to what follows. */
const LEADING = /[（《“‘「『【〔([{第约共近超达满]$/;

/**
 * A Chinese headline with marks between its words, so that a line ends after 绩效 and not inside it. A word of one character
 * (局, 度, 的) and punctuation stay with what stands before them, a unit with its figure. Done on the server: the words come
 * from a dictionary that old browsers lack.
 */
export function markBreaks(text: string, language: Language): string {
  if (!CJK.test(text) || text.includes(BREAK)) return text;
  const words = new Intl.Segmenter(language, { granularity: 'word' }).segment(text);
  let marked = '';
  let phrase = '';
  for (const { segment, isWordLike } of words) {
    const startsUnit = isWordLike && (segment.length > 1 || /\d/.test(segment));
    const mayEnd = phrase.length > 1 && CJK.test(phrase.slice(-1)) && !LEADING.test(phrase);
    const ends = startsUnit && mayEnd;
    marked += ends ? BREAK + segment : segment;
    phrase = ends ? segment : phrase + segment;
  }
  return marked;
}
