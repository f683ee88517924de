import { z } from '@hono/zod-openapi';
import type { TextAnswer } from '../store/text-answers.ts';
import { Channel } from './schemas.ts';

export const TextAnswerSchema = z
  .object({
    response: z.string().describe('Its id'),
    item: z.string().describe('The text item it answers'),
    text: z.string().describe('As it was written'),
    receivedAt: z.string(),
    channel: Channel,
    point: z.string().nullable().describe('Id of the collection point; null for none'),
  })
  .openapi('TextAnswer');

/** An open answer, for those who may see single responses. */
export function presentTextAnswer(answer: TextAnswer): z.infer<typeof TextAnswerSchema> {
  return {
    response: answer.response,
    item: answer.item,
    text: answer.text,
    receivedAt: answer.receivedAt,
    channel: answer.channel,
    point: answer.point,
  };
}
