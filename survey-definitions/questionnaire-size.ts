import { compositeNumbers } from './composite-findings.ts';
import {
  countFindings,
  listFindings,
  MOST_ITEMS,
  MOST_OPTIONS,
  numberFindings,
  type PlacedNumber,
} from './definition-size.ts';
import type { Finding } from './fault.ts';
import { itemsOf, optionsOf } from './item-options.ts';
import type { Questionnaire } from './questionnaire.ts';

/** What makes a questionnaire too large to be checked, shown and counted in one go. */
export function questionnaireSize(q: Questionnaire): Finding[] {
  const items = itemsOf(q);
  // As a respondent meets them: those of a scale once for each item that offers it.
  const options =
    items.length > MOST_ITEMS ? 0 : items.flatMap((item) => optionsOf(q, item)).length;
  return [
    ...countFindings(items.length, MOST_ITEMS, ['sections'], ['道题', 'items']),
    ...countFindings(options, MOST_OPTIONS, ['sections'], ['个选项', 'options']),
    ...countFindings(
      q.composite?.method === 'items' ? Object.keys(q.composite.weights ?? {}).length : 0,
      MOST_ITEMS,
      ['composite', 'weights'],
      ['道题', 'items'],
    ),
    ...listFindings(q, (steps) => steps.length === 3 && steps[2] === 'items'),
    ...numberFindings(numbersOf(q)),
  ];
}

/** Every number that is calculated with. */
function* numbersOf(q: Questionnaire): Generator<PlacedNumber> {
  for (const [s, { outOf, options }] of q.scales.entries()) {
    if (outOf !== undefined) yield { steps: ['scales', s, 'outOf'], value: outOf };
    for (const [o, { weight }] of options.entries())
      if (weight !== undefined)
        yield { steps: ['scales', s, 'options', o, 'weight'], value: weight };
  }
  yield* compositeNumbers(q);
}
