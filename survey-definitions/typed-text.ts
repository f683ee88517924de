import { withoutUnseen } from './unseen.ts';

// What people type for a machine: keyboards, input methods and word processors have many characters for one meaning.
// What is folded here is folded before it is judged, and only so far that nothing else can have been meant.

/** What stands for a hyphen or a minus; a soft hyphen is not among them, for nobody sees it. */
const DASHES = /[\p{Pd}\u02d7\u2043\u2212\u2500\u2501\u2796\u30fc]/gu;

/** A name or code without what differs in the typing alone: width, dashes, spaces, what nobody sees. Capitals stay. */
export function foldTyped(text: string): string {
  // Taken apart before and put together after: what was unseen may have kept an accent from its letter.
  return withoutUnseen(text.normalize('NFKD')).normalize('NFKC').replace(DASHES, '-');
}

/** The same of what is written in several parts, with one space wherever there were any: a day and a time. */
export function foldSpaced(text: string): string {
  return spaced(text.normalize('NFKC').replace(DASHES, '-'));
}

const spaced = (text: string) =>
  text
    .split(/\p{Z}|\s/u)
    .map(withoutUnseen)
    .filter(Boolean)
    .join(' ');

/** Of what has no capitals, such as the code of a survey or a user name. */
export function foldCaseless(text: string): string {
  // Twice, for what has a small letter only in another form: the result is its own folding.
  return foldTyped(foldTyped(text).toLowerCase());
}

/** Width, and the signs of numbers that an input method puts in place of ours. */
const NUMBER_SIGNS: readonly (readonly [RegExp, string])[] = [
  [DASHES, '-'],
  [/[。｡．]/g, '.'],
  [/[，﹐]/g, ','],
  [/[∕⁄／]/g, '/'],
  [/[％﹪٪]/g, '%'],
  [/[＋﹢]/g, '+'],
];
/** Halves, superscripts, circled and Roman numbers: folded by Unicode, 1½ would become 11/2 and 10² 102. */
const OTHER_NUMBERS = /[\p{No}\p{Nl}]/u;
/** Thousands set apart by commas or spaces, every group of three. 1,5 and 0,250 are not: nobody knows what they mean. */
const GROUPED = /^([+-]?[1-9]\d{0,2})((?:,\d{3})+|(?: \d{3})+)(\.\d+)?$/;

/**
 * A number as it was meant, where only one can be: full width, any minus, the ideographic full stop, thousands in
 * groups, a plus sign. What could be two things (1,5; 1½; 3 or 4) comes back as it was typed, to be refused in words.
 * @param unit what stands behind the field: a percent sign typed into a field in percent says nothing new
 */
export function foldNumber(text: string, unit?: string | null): string {
  if (OTHER_NUMBERS.test(text)) return text;
  const wide = text.replace(/[\uff10-\uff19]/g, (digit) => digit.normalize('NFKC'));
  const signs = NUMBER_SIGNS.reduce((folded, [typed, meant]) => folded.replace(typed, meant), wide);
  const tight = spaced(signs)
    .replace(/ ?([/%]) ?/g, '$1')
    .replace(/^([+-]) /, '$1');
  const bare = unit === '%' ? tight.replace(/(?<=\d)%$/, '') : tight;
  const whole = bare.replace(GROUPED, (_, first: string, groups: string, part = '') => {
    return `${first}${groups.replace(/[ ,]/g, '')}${part}`;
  });
  return whole.replace(/^\+(?=\d)/, '');
}
