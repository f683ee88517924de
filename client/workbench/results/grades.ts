import type { ResultItem, ResultOption } from '../api/results.ts';
import type { InOneLanguage } from '../translation.ts';
import type { resultsWords } from './words.ts';

/** The options whose shares are of the item's base: the grades of a scale, or all options of an item that is on none. */
export const gradesOf = (item: ResultItem): ResultOption[] =>
  item.scale ? item.options.filter(({ scored }) => scored) : item.options;

/** The options of a scale that are counted and in no base of satisfaction, as 不了解. */
export const unscoredOf = (item: ResultItem): ResultOption[] =>
  item.scale ? item.options.filter(({ scored }) => !scored) : [];

/** Why an item has no satisfaction and no shares: nobody answered it, or nobody with a grade. */
export const whyNone = (
  { answered }: ResultItem,
  { noAnswers }: Pick<InOneLanguage<typeof resultsWords>, 'noAnswers'>,
): string => (answered > 0 ? noAnswers.scored : noAnswers.any);

/** The weight that stands for 100 % where that needs saying. */
export const fullMarks = ({ scale }: ResultItem): string | undefined =>
  scale && scale.outOf !== '100' ? scale.outOf : undefined;
