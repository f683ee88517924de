import { z } from 'zod';
import { blankReason } from './limits.ts';
import { NotNegative } from './numbers.ts';
import { ruleKind } from './rule-kind.ts';

/** A scorer gives the score. Inputs `{ score, reason? }`. */
export const manual = ruleKind({
  schema: z.strictObject({ kind: z.literal('manual') }),
  inputs: z.strictObject({ score: NotNegative, reason: z.string().optional() }),
  numbers: { score: 'one' },
  inputFaults: (_rule, { reason }, at) => blankReason(reason, [...at, 'reason']),
});
