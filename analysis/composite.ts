import type { Composite } from '../survey-definitions/composite.ts';
import { weightedDimensions } from './composite/dimensions.ts';
import { meanOfItems, weightedItems } from './composite/items.ts';
import type { CompositeResult, Given } from './composite/made.ts';
import { overallItem } from './composite/overall.ts';
import { satisfiedPersons } from './composite/persons.ts';
import { pooledAnswers } from './composite/pooled.ts';
import { topGrades } from './composite/top.ts';

/** A group's number by the method its questionnaire names; the mean of the items where it names none. */
export function compositeBy(composite: Composite | undefined, given: Given): CompositeResult {
  switch (composite?.method) {
    case undefined:
      return meanOfItems(given);
    case 'items':
      return weightedItems(composite, given);
    case 'dimensions':
      return weightedDimensions(composite, given);
    case 'pooled':
      return pooledAnswers(given);
    case 'overall':
      return overallItem(composite, given);
    case 'top':
      return topGrades(composite, given);
    case 'persons':
      return satisfiedPersons(composite, given);
  }
}
