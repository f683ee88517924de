import { createRoute, z } from '@hono/zod-openapi';
import type { Deps } from '../context.ts';
import { foundSurvey } from '../evaluations/load.ts';
import { newRouter } from '../http/router.ts';
import { Channel, json, otherwise, Plan, Received, SurveyCode } from '../http/shapes.ts';
import { totalsOf } from '../presenters/evaluation.ts';
import { type Progress, readProgress } from '../store/counts.ts';
import type { Survey } from '../store/surveys.ts';

const ProgressShown = Received.extend({
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

const show = createRoute({
  method: 'get',
  path: '/api/surveys/{code}/progress',
  summary: 'How the fieldwork goes, by channel and by day',
  request: { params: SurveyCode },
  responses: { 200: json(ProgressShown, 'The progress'), ...otherwise(401, 404) },
});

export function progressRoutes({ store }: Deps) {
  return newRouter().openapi(show, async (c) => {
    const survey = await foundSurvey(store.read, c.req.valid('param').code);
    const progress = await readProgress(store.read, survey.code);
    return c.json(
      {
        plan: survey.plan,
        ...totalsOf(progress),
        byChannel: channelsOf(survey, progress),
        byDay: progress.byDay,
      },
      200,
    );
  });
}

/** Every channel that was planned or brought anything. */
function channelsOf({ plan }: Survey, { byChannel }: Progress) {
  const nothing = { received: 0, valid: 0, invalid: 0, flagged: 0 };
  return Channel.options.flatMap((channel) => {
    const planned = channel === 'import' ? null : (plan.byChannel?.[channel] ?? null);
    const came = byChannel.find((each) => each.channel === channel);
    if (planned === null && came === undefined) return [];
    return [{ ...(came ?? nothing), channel, planned }];
  });
}
