import type { InferResponseType } from 'hono/client';
import { api, queryOptions, withoutEmpty } from './client.ts';

/** The beginning of every key of the audit. */
const auditKey = ['audit'] as const;

/** Which events: by whom, of what kind, of which evaluation, between which days in China. */
export interface AuditFilter {
  actor?: string;
  action?: string;
  evaluation?: string;
  from?: string;
  to?: string;
}

/** Events, the last recorded first. Without an evaluation for admins only. */
export const audit = (filter: AuditFilter, after?: string) => {
  const query = withoutEmpty({ ...filter, after });
  return queryOptions([...auditKey, query], (options) => api.audit.$get({ query }, options));
};
/** The last event of the chain. */
export const auditHead = queryOptions([...auditKey, 'head'], (options) =>
  api.audit.head.$get({}, options),
);

export type AuditPage = InferResponseType<typeof api.audit.$get, 200>;
export type AuditEvent = AuditPage['items'][number];
