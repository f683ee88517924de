import { z } from 'zod';
import { Exact } from './exact.ts';
import { RespondentGroup } from './respondent-group.ts';
import { COMBINE_WAYS } from './survey.ts';

/** Several surveys of one group that make one number; a weight of each where they are weighted, closing to 1. */
export const Combination = z.strictObject({
  combine: z.enum(COMBINE_WAYS),
  surveys: z.array(z.strictObject({ code: z.string(), weight: Exact.optional() })),
});
export type Combination = z.infer<typeof Combination>;

/** What feeds the indicators of a group: one survey by its code, or several. */
export const Feed = z.union([z.string(), Combination]);
export type Feed = z.infer<typeof Feed>;

/** By group. */
export const Feeds = z.record(RespondentGroup, Feed);
export type Feeds = z.infer<typeof Feeds>;
