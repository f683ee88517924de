import { z } from 'zod';
import { Exact } from '../exact.ts';
import { ActualValue, from } from './actual-value.ts';
import { ruleKind } from './rule-kind.ts';

/** Target reached or not. Inputs `{ value }`. */
export const threshold = ruleKind({
  schema: z.strictObject({
    kind: z.literal('threshold'),
    op: z.enum(['<=', '>=', '<', '>']),
    target: Exact,
    unit: z.string().optional(),
    from,
  }),
  inputs: ActualValue,
  numbers: { value: 'one' },
});
