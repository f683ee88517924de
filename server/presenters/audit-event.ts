import { z } from '@hono/zod-openapi';
import type { ChainedEvent } from '../store/audit-chain.ts';

export const AuditEventSchema = z
  .object({
    seq: z.number().int().describe('Its place in the chain: 1, 2, 3 …'),
    id: z.string(),
    at: z.string(),
    actor: z.string().describe('Username, or token:<id>'),
    action: z.string(),
    evaluationId: z.string().nullable(),
    subject: z.string(),
    detail: z.record(z.string(), z.unknown()),
    previous: z.string().describe('The hash of the event before; 64 zeros of the first'),
    hash: z
      .string()
      .describe('SHA-256, hexadecimal, of the canonical JSON (RFC 8785) of all the other keys'),
  })
  .openapi('AuditEvent');

export const AuditHeadSchema = z
  .object({
    seq: z.number().int().describe('0 before there is any event'),
    hash: z.string(),
    at: z.string().nullable(),
  })
  .openapi('AuditHead');

/** Who did what, when. `detail` is what was recorded: never anyone's answers. */
export function presentAuditEvent(event: ChainedEvent): z.infer<typeof AuditEventSchema> {
  return {
    seq: event.seq,
    id: event.id,
    at: event.at,
    actor: event.actor,
    action: event.action,
    evaluationId: event.evaluationId,
    subject: event.subject,
    detail: event.detail,
    previous: event.previous,
    hash: event.hash,
  };
}
