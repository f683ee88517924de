import { z } from 'zod';
import { ruleKind } from './rule-kind.ts';

/** Met or not. Inputs `{ met }`. */
export const allOrNothing = ruleKind({
  schema: z.strictObject({ kind: z.literal('all-or-nothing') }),
  inputs: z.strictObject({ met: z.boolean() }),
  numbers: {},
});
