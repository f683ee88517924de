import { z } from '@hono/zod-openapi';
import { linkNotice } from '../../analysis/notices/link.ts';
import { NOTICE_CODES, type Notice, staysAside } from '../../analysis/notices/notice.ts';
import { toNumber } from '../../survey-definitions/fraction.ts';
import { linkReach } from '../../survey-definitions/link-reach.ts';
import { surveyState } from '../evaluations/survey-state.ts';
import type { ProgressNow } from '../live/read-progress.ts';
import { labelsOf } from './quota.ts';
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
      .describe('The numbers it rests on, by name; and what point, item and option are called'),
    aside: z
      .object({ reason: z.string(), author: z.string(), at: z.string() })
      .nullable()
      .describe('Who put it aside, and why'),
  })
  .openapi('Notice');

type Noticed = Pick<
  ProgressNow,
  'survey' | 'evaluation' | 'questionnaire' | 'counts' | 'progress' | 'notices' | 'aside' | 'at'
>;
type To = Pick<PresentedTo, 'baseUrl' | 'language'>;

/** Everything that is pointed out now to whoever has the survey's link at this address, the most urgent first. */
export function noticesNow(now: Noticed, { baseUrl }: Pick<To, 'baseUrl'>): Notice[] {
  return [ofLink(now, baseUrl), now.notices].flat();
}

export function presentNotices(now: Noticed, to: To): z.infer<typeof NoticeSchema>[] {
  return noticesNow(now, to).map((notice) => presentNotice(notice, now, to));
}

export function presentNotice(
  notice: Notice,
  now: Noticed,
  { language }: Pick<To, 'language'>,
): z.infer<typeof NoticeSchema> {
  const { id, code, point, item, option, values } = notice;
  const put = now.aside.get(id);
  const isAside = put !== undefined && staysAside(notice, put.n);
  const labels = labelsOf(now, language);
  const named = [
    Object.entries(values).map(([name, value]) => [name, plain(value)]),
    item === undefined ? [] : [['topic', labels.item(item)]],
    item === undefined || option === undefined ? [] : [['label', labels.option(item, option)]],
  ];
  return {
    id,
    code,
    point,
    item,
    option,
    values: Object.fromEntries(named.flat()),
    aside: isAside ? { reason: put.reason, author: put.author, at: put.at } : null,
  };
}

const plain = (value: Notice['values'][string]) =>
  typeof value === 'object' ? toNumber(value) : value;

/** What the link is depends on the address that it is asked for at, as nothing else of the progress does. */
function ofLink({ survey, progress, at }: Noticed, baseUrl: string): Notice[] {
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
