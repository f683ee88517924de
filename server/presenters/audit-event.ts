import { z } from '@hono/zod-openapi';
import type { AuditEvent } from '../store/audit.ts';

export const AuditEventSchema = z
  .object({
    id: z.string(),
    at: z.string(),
    actor: z.string().describe('Username, or token:<id>'),
    action: z.string(),
    evaluationId: z.string().nullable(),
    subject: z.string(),
    detail: z.record(z.string(), z.unknown()),
  })
  .openapi('AuditEvent');

/** Who did what, when. `detail` is what was recorded: never anyone's answers. */
export function presentAuditEvent(event: AuditEvent): z.infer<typeof AuditEventSchema> {
  return {
    id: event.id,
    at: event.at,
    actor: event.actor,
    action: event.action,
    evaluationId: event.evaluationId,
    subject: event.subject,
    detail: event.detail,
  };
}
