import { z } from '@hono/zod-openapi';
import type { Judged, Judgement } from '../store/judgements.ts';
import { Disposition } from './schemas.ts';

export const JudgementSchema = z
  .object({
    before: Disposition,
    disposition: Disposition.nullable().describe('null: given back to the rules'),
    reason: z.string(),
    author: z.string(),
    at: z.string(),
  })
  .openapi('Judgement');

export const JudgedSchema = z
  .object({
    judged: z.array(
      z.object({
        id: z.string(),
        receipt: z.string(),
        before: Disposition,
        disposition: Disposition,
      }),
    ),
    unchanged: z.int().describe('Those of which the same was decided before'),
  })
  .openapi('Judged');

/** What somebody decided about a response, with why. */
export function presentJudgement({
  before,
  disposition,
  reason,
  author,
  at,
}: Judgement): z.infer<typeof JudgementSchema> {
  return { before, disposition, reason, author, at };
}

/** What became of so many responses that were decided about. */
export function presentJudged(
  judged: readonly Judged[],
  asked: number,
): z.infer<typeof JudgedSchema> {
  return {
    judged: judged.map(({ id, receipt, before, after }) => ({
      id,
      receipt,
      before,
      disposition: after,
    })),
    unchanged: asked - judged.length,
  };
}
