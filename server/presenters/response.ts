import { z } from '@hono/zod-openapi';
import type { StoredResponse } from '../store/responses.ts';
import { Channel, Disposition } from './schemas.ts';

const Finding = z.object({
  code: z.string(),
  item: z.string().optional(),
  section: z.string().optional(),
});

export const ResponseSchema = z
  .object({
    id: z.string(),
    channel: Channel,
    point: z.string().nullable().describe('Id of the collection point; null for none'),
    receivedAt: z.string(),
    startedAt: z.string().nullable(),
    disposition: Disposition,
    reasons: z.array(Finding.extend({ rule: z.string().optional() })),
    flags: z.array(Finding.extend({ seconds: z.number().optional() })),
    answers: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  })
  .openapi('Response');

/** A single response with its answers, for those who may see them. */
export function presentResponse(response: StoredResponse): z.infer<typeof ResponseSchema> {
  return {
    id: response.id,
    channel: response.channel,
    point: response.point,
    receivedAt: response.receivedAt,
    // One that was stored before times were kept in UTC has the offset it was sent with.
    startedAt: response.startedAt && new Date(response.startedAt).toISOString(),
    disposition: response.disposition,
    reasons: response.reasons.map(({ code, item, section, rule }) => ({
      code,
      item,
      section,
      rule,
    })),
    flags: response.flags.map(({ code, item, section, seconds }) => ({
      code,
      item,
      section,
      seconds,
    })),
    answers: response.answers,
  };
}
