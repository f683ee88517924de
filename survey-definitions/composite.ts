import { z } from 'zod';
import { Exact } from './exact.ts';
import { Id, Text } from './text.ts';

/** Weights of items by their id, which close to 1. */
const ItemWeights = z.record(Id, Exact);

/**
 * How a group's number is made of its items (综合满意度算法); without it, the mean of the items. Each method is calculated
 * in analysis/composite/<method>.ts.
 */
export const Composite = z
  .discriminatedUnion('method', [
    z.strictObject({
      method: z.literal('items'),
      weights: ItemWeights.optional().describe(
        'Item -> weight, closing to 1; an item not named does not count. Left out: all weigh the same',
      ),
    }),
    z.strictObject({
      method: z.literal('dimensions'),
      dimensions: z
        .array(z.strictObject({ id: Id, name: Text, weight: Exact, items: z.array(Id).min(1) }))
        .min(1)
        .describe('The mean of each dimension’s items, weighted; the weights close to 1'),
    }),
    z.strictObject({ method: z.literal('pooled') }),
    z.strictObject({ method: z.literal('overall'), item: Id }),
    z.strictObject({
      method: z.literal('top'),
      grades: z.int().min(1).max(10).describe('How many of the best grades count'),
    }),
    z.strictObject({
      method: z.literal('persons'),
      threshold: Exact.describe('Percent that a respondent’s own mean has to reach'),
    }),
  ])
  .describe('How the group’s number is made of its items; without it, the mean of the items');
export type Composite = z.infer<typeof Composite>;
export type CompositeOf<M extends Composite['method']> = Extract<Composite, { method: M }>;
