import { z } from 'zod';
import { NotNegative } from './numbers.ts';
import { ruleKind } from './rule-kind.ts';

/** done / planned × weight, full at 100 %. Inputs `{ done, planned }`. */
export const completionRatio = ruleKind({
  schema: z.strictObject({ kind: z.literal('completion-ratio') }),
  inputs: z.strictObject({ done: NotNegative, planned: NotNegative }),
  numbers: { done: 'one', planned: 'one' },
});
