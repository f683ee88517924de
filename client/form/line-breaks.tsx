import type { Language } from '../../survey-definitions/text.ts';

/** Marks a place where a line may end. Written as the markup it becomes, so that text and markup compress as one. */
export const BREAK = '<wbr/>';

/** Two characters at least, besides an opening mark, and the last one Chinese. */
const LONG_ENOUGH = /[^（《“‘「『【〔([{][\p{Script=Han}\u3000-\u303f\uff00-\uffef”’]$/u;
/** After these a line does not end: they belong to what follows. */
const LEADING = /[（《“‘「『【〔([{第约共近前超达满]$/;
/** Before these a line does not end: particles and endings that are words by themselves in the dictionary. */
const TRAILING = /^[的地得了着过吗呢吧们性度者化率局厅处委市县区省镇乡村上下里中类个种项次]$/;

/**
 * A Chinese headline with marks between its words, so that a line ends after 绩效 and not inside it. Endings (局, 度, 的) and
 * punctuation stay with what stands before them, a unit with its figure, and no phrase is a single character. Done on
 * the server: the words come from a dictionary that old browsers lack.
 */
export function markBreaks(text: string, language: Language): string {
  if (language !== 'zh-CN' || text.includes(BREAK)) return text;
  let marked = '';
  let phrase = '';
  for (const { segment, isWordLike } of SEGMENTER.segment(text)) {
    const mayStart = isWordLike && !TRAILING.test(segment);
    const mayEnd = LONG_ENOUGH.test(phrase) && !LEADING.test(phrase);
    const ends = mayStart && mayEnd;
    marked += ends ? BREAK + segment : segment;
    phrase = ends ? segment : phrase + segment;
  }
  return marked;
}

const SEGMENTER = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/** A headline whose lines end only where `markBreaks` marked it. */
export function BrokenText({ text }: { text: string }) {
  return (
    <span class="phrases">
      {text.split(BREAK).map((phrase, index) => (index ? [<wbr key={index} />, phrase] : phrase))}
    </span>
  );
}
