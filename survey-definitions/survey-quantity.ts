import { z } from 'zod';
import { RespondentGroup } from './respondent-group.ts';
import { Id } from './text.ts';

/** The survey quantity a rule needs, in percent: from which respondent group, and which number. */
export const SurveyQuantity = z.discriminatedUnion('quantity', [
  z.strictObject({ group: RespondentGroup, quantity: z.literal('composite') }),
  z.strictObject({ group: RespondentGroup, quantity: z.literal('item-satisfaction'), item: Id }),
  z.strictObject({
    group: RespondentGroup,
    quantity: z.literal('option-share'),
    item: Id,
    option: Id,
  }),
]);
export type SurveyQuantity = z.infer<typeof SurveyQuantity>;

/** The numbers a survey can give, by their names. */
export const SURVEY_QUANTITIES = SurveyQuantity.options.map(
  ({ shape }) => shape.quantity.value,
) as [SurveyQuantity['quantity'], ...SurveyQuantity['quantity'][]];
