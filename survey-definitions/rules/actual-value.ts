import { z } from 'zod';
import { SurveyQuantity } from '../survey-quantity.ts';
import { Entered } from './numbers.ts';

// What the kinds that go by one number have in common: a survey gives the number, or a scorer enters it.

export const from = SurveyQuantity.optional().describe(
  'Where the actual value comes from; without it a scorer enters it',
);

/** The actual value (业绩值) as a scorer enters it. */
export const ActualValue = z.strictObject({ value: Entered });
