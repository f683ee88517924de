import { z } from '@hono/zod-openapi';
import { CHANNELS } from '../../survey-definitions/response.ts';
import type { Progress, Received as ReceivedCounts } from '../store/counts.ts';
import type { Survey } from '../store/surveys.ts';
import { Channel, Plan, Received } from './schemas.ts';
import { presentPlan } from './survey.ts';

export const ProgressSchema = Received.extend({
  plan: Plan,
  byChannel: z.array(
    Received.extend({
      channel: Channel,
      planned: z.int().nullable().describe('null where the plan does not say'),
    }),
  ),
  byDay: z.array(
    Received.extend({ day: z.string().describe('Date in China (UTC+8)'), channel: Channel }),
  ),
}).openapi('Progress');

const NOTHING: ReceivedCounts = {
  received: 0,
  valid: 0,
  invalid: 0,
  ineligible: 0,
  flagged: 0,
};

/** How the fieldwork of a survey goes, in all, by channel and by day. */
export function presentProgress(
  survey: Survey,
  { byChannel, byDay }: Progress,
): z.infer<typeof ProgressSchema> {
  const sum = (kind: keyof ReceivedCounts) =>
    byChannel.reduce((total, channel) => total + channel[kind], 0);
  return {
    plan: presentPlan(survey.plan),
    received: sum('received'),
    valid: sum('valid'),
    invalid: sum('invalid'),
    ineligible: sum('ineligible'),
    flagged: sum('flagged'),
    byChannel: presentChannels(survey, byChannel),
    // The days of a survey that was rebuilt from published counts are made up.
    byDay: (survey.provenance === 'reconstructed' ? [] : byDay).map(
      ({ day, channel, received, valid, invalid, ineligible, flagged }) => ({
        day,
        channel,
        received,
        valid,
        invalid,
        ineligible,
        flagged,
      }),
    ),
  };
}

/** Every channel that was planned or brought anything. */
function presentChannels(
  { plan }: Survey,
  byChannel: Progress['byChannel'],
): z.infer<typeof ProgressSchema>['byChannel'] {
  return CHANNELS.flatMap((channel) => {
    const planned = channel === 'import' ? null : (plan.byChannel?.[channel] ?? null);
    const came = byChannel.find((each) => each.channel === channel);
    if (planned === null && came === undefined) return [];
    const { received, valid, invalid, ineligible, flagged } = came ?? NOTHING;
    return [{ channel, planned, received, valid, invalid, ineligible, flagged }];
  });
}
