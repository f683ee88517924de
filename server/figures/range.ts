import { compositeRange, itemRange, type Range } from '../../analysis/composite-range.ts';
import { type Fraction, multiply, sum, ZERO } from '../../survey-definitions/fraction.ts';
import type { SurveyQuantity } from '../../survey-definitions/survey-quantity.ts';
import type { FedResults } from './figure.ts';

/** What the number that an indicator asks for could come to by the questionnaires of what feeds its group; null where one has no such number. */
export function rangeOf({ combine, parts }: FedResults, need: SurveyQuantity): Range | null {
  const ranges = parts.map(({ questionnaire, weight }) => {
    const range =
      need.quantity === 'composite'
        ? compositeRange(questionnaire)
        : need.quantity === 'item-satisfaction'
          ? itemRange(questionnaire, need.item)
          : null;
    return range && { range, weight: weight ?? ZERO };
  });
  const [first = null] = ranges;
  // Pooled, all answer the same questionnaire.
  if (combine !== 'weighted') return first?.range ?? null;
  const known = ranges.flatMap((each) => each ?? []);
  if (known.length < ranges.length) return null;
  const weigh = (end: (range: Range) => Fraction) =>
    sum(known.map(({ range, weight }) => multiply(weight, end(range))));
  return { lowest: weigh(({ lowest }) => lowest), highest: weigh(({ highest }) => highest) };
}
