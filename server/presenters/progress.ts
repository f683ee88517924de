import { z } from '@hono/zod-openapi';
import { sayNoResponseRate, sayResponseRate } from '../../analysis/explain-response-rate.ts';
import { placesOfChannel, placesOfPoint } from '../../analysis/handed-out.ts';
import { handedOutInAll, type Returned, responseRate } from '../../analysis/response-rate.ts';
import { HUNDRED, multiply } from '../../survey-definitions/fraction.ts';
import { CHANNELS } from '../../survey-definitions/response.ts';
import type { Language } from '../../survey-definitions/text.ts';
import type { Planning } from '../evaluations/planning.ts';
import type { Progress, Received as ReceivedCounts } from '../store/counts.ts';
import type { Survey } from '../store/surveys.ts';
import { presentNumber } from './calculated.ts';
import { Calculated, Channel, Plan, Received } from './schemas.ts';
import { presentPlan } from './survey.ts';

const ResponseRate = z.union([
  Calculated.extend({
    definition: z.string().describe('How it was calculated, its terms named'),
  }).openapi('ResponseRate', {
    description: 'AAPOR RR1: valid / (handed out - ineligible), from 0 to 1; shown in percent',
  }),
  z
    .object({
      value: z.null(),
      because: z.string().describe('In words, in the language of the answer'),
      code: z.enum(['handed-out-unknown', 'nothing-handed-out', 'more-than-handed-out']),
    })
    .openapi('NoResponseRate'),
]);
const handedOut = z.int().nullable().describe('实际发放数; null where it is not known in full');

export const ProgressSchema = Received.extend({
  plan: Plan,
  handedOut,
  responseRate: ResponseRate,
  byChannel: z.array(
    Received.extend({
      channel: Channel,
      planned: z.int().nullable().describe('null where the plan does not say'),
      handedOut,
      responseRate: ResponseRate,
    }),
  ),
  byPoint: z
    .array(
      Received.extend({
        point: z.string().nullable().describe('null: what came from no point'),
        name: z.string().nullable(),
        planned: z.int().nullable(),
        handedOut,
        responseRate: ResponseRate,
      }),
    )
    .describe('In the order of the points; empty where the survey has none'),
  byDay: z.array(
    Received.extend({ day: z.string().describe('Date in China (UTC+8)'), channel: Channel }),
  ),
}).openapi('Progress');

/** How a survey is planned, and what came back. */
export interface ProgressNow {
  survey: Survey;
  planning: Pick<Planning, 'points' | 'handedOut'>;
  progress: Progress;
}

/** How the fieldwork of a survey goes, in all, by channel, by point and by day. */
export function presentProgress(
  { survey, planning, progress }: ProgressNow,
  language: Language,
): z.infer<typeof ProgressSchema> {
  const { byChannel, byDay, byPoint } = progress;
  const channels = CHANNELS.flatMap((channel) => {
    const planned = channel === 'import' ? null : (survey.plan.byChannel?.[channel] ?? null);
    const ofChannel = (each: { channel: string }) => each.channel === channel;
    const came = byChannel.filter(ofChannel);
    const entries = planning.handedOut.filter(ofChannel);
    if (planned === null && came.length === 0 && entries.length === 0) return [];
    const places = placesOfChannel(entries, byPoint.filter(ofChannel));
    // Where none are to be handed out, none came, and nobody says otherwise, there is nothing to know.
    const isIdle = planned === 0 && came.length === 0 && entries.length === 0;
    return [{ channel, planned, came, places, isIdle }];
  });
  const places = channels.flatMap(({ isIdle, places }) => (isIdle ? [] : places));
  const all = sumOf(byChannel);
  return {
    plan: presentPlan(survey.plan),
    received: all.received,
    valid: all.valid,
    invalid: all.invalid,
    ineligible: all.ineligible,
    flagged: all.flagged,
    handedOut: handedOutInAll(places),
    responseRate: presentRate(places, language),
    byChannel: channels.map(({ channel, planned, came, places }) => {
      const { received, valid, invalid, ineligible, flagged } = sumOf(came);
      return {
        channel,
        planned,
        handedOut: handedOutInAll(places),
        received,
        valid,
        invalid,
        ineligible,
        flagged,
        responseRate: presentRate(places, language),
      };
    }),
    byPoint: presentPoints(planning, byPoint, language),
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

/** Every point, and none where something came from none or was handed out at none. */
function presentPoints(
  { points, handedOut }: ProgressNow['planning'],
  byPoint: Progress['byPoint'],
  language: Language,
): z.infer<typeof ProgressSchema>['byPoint'] {
  if (points.length === 0) return [];
  const named = points.map(({ id, name, plan = null }) => ({ point: id, name, planned: plan }));
  const none = { point: null, name: null, planned: null };
  return [named, none].flat().flatMap(({ point, name, planned }) => {
    const places = placesOfPoint(point, handedOut, byPoint);
    if (point === null && places.length === 0) return [];
    const came = sumOf(byPoint.filter((each) => each.point === point));
    const { received, valid, invalid, ineligible, flagged } = came;
    return [
      {
        point,
        name,
        planned,
        handedOut: handedOutInAll(places),
        received,
        valid,
        invalid,
        ineligible,
        flagged,
        responseRate: presentRate(places, language),
      },
    ];
  });
}

function sumOf(lines: readonly ReceivedCounts[]): ReceivedCounts {
  const sum = (kind: keyof ReceivedCounts) => lines.reduce((total, line) => total + line[kind], 0);
  return {
    received: sum('received'),
    valid: sum('valid'),
    invalid: sum('invalid'),
    ineligible: sum('ineligible'),
    flagged: sum('flagged'),
  };
}

/** From 0 to 1, and shown in percent. */
function presentRate(
  places: readonly Returned[],
  language: Language,
): z.infer<typeof ResponseRate> {
  const rate = responseRate(places);
  if (rate.value === null) {
    const { because: code } = rate;
    return { value: null, because: sayNoResponseRate(code, language), code };
  }
  const { value } = presentNumber(rate.value, 4);
  const { display } = presentNumber(multiply(rate.value, HUNDRED), 2);
  return { value, display: `${display}%`, definition: sayResponseRate(rate.terms, language) };
}
