import { toHandOut } from '../../../analysis/sample-size.ts';
import type { SampleSize } from '../../../survey-definitions/survey.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import type { InOneLanguage } from '../translation.ts';
import { planningWords } from './words.ts';

/** How many a plan that keeps this hands out: as many as are needed where nobody expects how many come back. */
export const handOutFor = ({ needed, returnRate }: SampleSize): number =>
  returnRate === undefined ? needed : toHandOut(needed, returnRate);

/** A sample size in a sentence: how exact, of what, how many. */
export function sizeInWords(
  size: SampleSize,
  words: InOneLanguage<typeof planningWords>['sampleSize'],
): string {
  const { confidence, margin, share, deviation, designEffect, population, returnRate } = size;
  const precision = words.precision[share === undefined ? 'mean' : 'share'];
  const rest = [
    ...(share === undefined ? [] : [words.ofShare(String(share))]),
    ...(deviation === undefined ? [] : [words.ofDeviation(String(deviation))]),
    ...(Number(designEffect) === 1 ? [] : [words.ofDesign(String(designEffect))]),
    ...(population === undefined ? [] : [words.ofPopulation(count(population))]),
  ].join(words.comma);
  const needed = words.needed(
    precision(String(confidence), String(margin)),
    rest,
    count(size.needed),
  );
  if (returnRate === undefined) return words.stop(needed);
  const handedOut = handOutFor(size);
  const said = words.handOut(needed, String(returnRate), count(handedOut));
  const isMore = population !== undefined && handedOut > population;
  return words.stop(isMore ? words.all(said) : said);
}

/** The same in the language of the page. */
export function useSizeInWords(): (size: SampleSize) => string {
  const words = useWords(planningWords).sampleSize;
  return (size) => sizeInWords(size, words);
}
