import { z } from '@hono/zod-openapi';
import type { Evaluation } from '../store/evaluations.ts';

/** Who asks, as respondents are told. */
export const AsksSchema = z
  .object({
    commissioner: z.string().optional().describe('委托单位'),
    evaluator: z.string().optional().describe('评价机构'),
    contact: z.string().optional().describe('Whom to ask, as it was written'),
  })
  .describe('Who asks, and whom to call, as far as the evaluation says');

export type AskedBy = Pick<Evaluation, 'particulars' | 'answersKeptUntil'>;

/** Of an evaluation's particulars what its respondents are told; the rest is its report's. */
export function presentAsks({
  particulars: { commissioner, evaluator, contact },
}: Pick<Evaluation, 'particulars'>): z.infer<typeof AsksSchema> {
  return { commissioner, evaluator, contact };
}
