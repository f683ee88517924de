import { z } from '@hono/zod-openapi';
import { linkNotice, NOTICE_CODES, type Notice } from '../../analysis/notices.ts';
import { linkReach } from '../../survey-definitions/link-reach.ts';
import { surveyState } from '../evaluations/survey-state.ts';
import type { ProgressNow } from '../live/read-progress.ts';
import type { PresentedTo } from './schemas.ts';

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

type Noticed = Pick<ProgressNow, 'survey' | 'progress' | 'notices' | 'aside' | 'at'>;
type Link = Pick<PresentedTo, 'baseUrl'>;

export function presentNotices(now: Noticed, to: Link): z.infer<typeof NoticeSchema>[] {
  return [ofLink(now, to), now.notices].flat().map((notice) => presentNotice(notice, now));
}

function presentNotice(
  { id, code, point, item, option, values }: Notice,
  { aside }: Pick<Noticed, 'aside'>,
): z.infer<typeof NoticeSchema> {
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
}

/** What the link is depends on the address that it is asked for at, as nothing else of the progress does. */
function ofLink({ survey, progress, at }: Noticed, { baseUrl }: Link): Notice[] {
  return linkNotice({
    state: surveyState(survey, at),
    provenance: survey.provenance,
    plannedOnline: survey.plan.byChannel?.online ?? null,
    receivedOnline: progress.byChannel
      .filter(({ channel }) => channel === 'online')
      .reduce((sum, { received }) => sum + received, 0),
    reach: linkReach(baseUrl),
  });
}
