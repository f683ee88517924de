import { z } from '@hono/zod-openapi';
import { NOTICE_CODES } from '../../analysis/notices.ts';
import type { ProgressNow } from '../live/read-progress.ts';

export const NoticeSchema = z
  .object({
    id: z.string().describe('By which it is put aside; stays while it is about the same'),
    code: z.enum(NOTICE_CODES),
    point: z.string().optional(),
    item: z.string().optional(),
    option: z.string().optional(),
    values: z
      .record(z.string(), z.union([z.number(), z.string()]))
      .describe('The numbers it rests on, by name'),
    aside: z
      .object({ reason: z.string(), author: z.string(), at: z.string() })
      .nullable()
      .describe('Who put it aside, and why'),
  })
  .openapi('Notice');

export function presentNotices({
  notices,
  aside,
}: Pick<ProgressNow, 'notices' | 'aside'>): z.infer<typeof NoticeSchema>[] {
  return notices.map(({ id, code, point, item, option, values }) => {
    const put = aside.get(id);
    return {
      id,
      code,
      point,
      item,
      option,
      values,
      aside: put === undefined ? null : { reason: put.reason, author: put.author, at: put.at },
    };
  });
}
