import { z } from '@hono/zod-openapi';
import type { TextAnswer } from '../store/text-answers.ts';

export const TextAnswerSchema = z
  .object({
    response: z.string().describe('Its id'),
    text: z.string().describe('As it was written'),
  })
  .openapi('TextAnswer');

/** An open answer, for those who may see single responses. */
export function presentTextAnswer({
  response,
  text,
}: TextAnswer): z.infer<typeof TextAnswerSchema> {
  return { response, text };
}
