import { z } from '@hono/zod-openapi';
import { sayNoResponseRate, sayResponseRate } from '../../analysis/explain-response-rate.ts';
import { placesOfPoint } from '../../analysis/handed-out.ts';
import { handedOutInAll, type Returned, responseRate } from '../../analysis/response-rate.ts';
import { FORM_STEPS } from '../../survey-definitions/form-step.ts';
import { HUNDRED, multiply, toNumber } from '../../survey-definitions/fraction.ts';
import { SURVEY_STATES } from '../../survey-definitions/survey.ts';
import type { Language } from '../../survey-definitions/text.ts';
import { placesInAll, returnsByChannel } from '../evaluations/returns.ts';
import { surveyState } from '../evaluations/survey-state.ts';
import type { ProgressNow } from '../live/read-progress.ts';
import type { Progress, Received as ReceivedCounts } from '../store/counts.ts';
import { presentNumber } from './calculated.ts';
import { NoticeSchema, presentNotices } from './notice.ts';
import { presentQuotas, presentShares } from './quota.ts';
import {
  Calculated,
  CalculatedOrNull,
  Channel,
  Plan,
  type PresentedTo,
  Received,
} from './schemas.ts';
import { presentPlan, presentReceived } from './survey.ts';

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
  code: z.string(),
  state: z.enum(SURVEY_STATES),
  at: z.string().describe('When these numbers were right'),
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
  byHour: z
    .array(
      Received.extend({
        hour: z.string().describe('Hour in China (UTC+8): 2026-03-01T14'),
        channel: Channel,
      }),
    )
    .describe('The hours that brought anything, of the last seven days up to the newest response'),
  begun: z
    .int()
    .nullable()
    .describe('Devices whose page counted a first answer; null where nobody counted'),
  steps: z
    .array(z.object({ step: z.enum(FORM_STEPS), n: z.int() }))
    .describe('Devices that got to each step of the form, in order; empty where nobody counted'),
  pace: z
    .object({
      missing: z.int().describe('Still to come in for the plan to be reached'),
      closesAt: z.string().nullable(),
      hoursLeft: z.int().nullable().describe('null where no end is set'),
      perDayNeeded: z.int().nullable().describe('A day, to reach the plan by the end'),
      perDayLately: z.int().nullable().describe('A day, of the last three full days'),
    })
    .describe('Against the plan'),
  quotas: z.array(
    z.object({
      item: z.string(),
      label: z.string(),
      endsWhenFull: z.boolean(),
      options: z.array(
        z.object({
          id: z.string(),
          label: z.string(),
          wanted: z.int(),
          valid: z.int(),
          missing: z.int(),
          over: z.int(),
        }),
      ),
    }),
  ),
  shares: z.array(
    z.object({
      item: z.string(),
      label: z.string(),
      source: z.string().nullable(),
      base: z.int().describe('Valid responses that chose one of these options'),
      options: z.array(
        z.object({
          id: z.string(),
          label: z.string(),
          share: Calculated.describe('Of the population, in percent'),
          valid: z.int(),
          percent: CalculatedOrNull.describe('Of the base'),
          distance: CalculatedOrNull.describe(
            'In percentage points, above 0 where the responses have more than the population',
          ),
        }),
      ),
    }),
  ),
  notices: z.array(NoticeSchema).describe('What asks somebody to look, the most urgent first'),
}).openapi('Progress');

/** Of every survey of an evaluation; in a stream only of those that have changed, where it is not `whole`. */
export const EvaluationProgressSchema = z
  .object({
    evaluation: z.string(),
    at: z.string().describe('When it was said'),
    whole: z.boolean().describe('Whether these are all surveys there are'),
    surveys: z.array(ProgressSchema),
  })
  .openapi('EvaluationProgress');

/** How the fieldwork of a survey goes, in all, by channel, by point, by day and by hour. */
export function presentProgress(
  now: ProgressNow,
  to: Pick<PresentedTo, 'language' | 'baseUrl'>,
): z.infer<typeof ProgressSchema> {
  const { survey, planning, progress, pace, at } = now;
  const { language } = to;
  const { byChannel, byDay, byHour, byPoint } = progress;
  const channels = returnsByChannel(survey.plan, progress, planning.handedOut);
  const places = placesInAll(channels);
  // Times of a survey that was rebuilt from published counts are made up, and nobody opened its form.
  const isReconstructed = survey.provenance === 'reconstructed';
  const steps = survey.provenance === 'collected' ? FORM_STEPS : [];
  return {
    code: survey.code,
    state: surveyState(survey, at),
    at: at.toISOString(),
    plan: presentPlan(survey.plan),
    ...presentReceived(sumOf(byChannel)),
    handedOut: handedOutInAll(places),
    responseRate: presentRate(places, language),
    byChannel: channels.map(({ channel, planned, came, places }) => ({
      channel,
      planned,
      handedOut: handedOutInAll(places),
      ...presentReceived(sumOf(came)),
      responseRate: presentRate(places, language),
    })),
    byPoint: presentPoints(planning, byPoint, language),
    byDay: (isReconstructed ? [] : byDay).map((line) => ({
      day: line.day,
      channel: line.channel,
      ...presentReceived(line),
    })),
    byHour: (isReconstructed ? [] : byHour).map((line) => ({
      hour: line.hour,
      channel: line.channel,
      ...presentReceived(line),
    })),
    begun: steps.length === 0 ? null : now.steps['first-answer'],
    steps: steps.map((step) => ({ step, n: now.steps[step] })),
    pace: {
      missing: pace.missing,
      closesAt: survey.closesAt,
      hoursLeft: pace.hoursLeft && toNumber(pace.hoursLeft),
      perDayNeeded: pace.perDayNeeded && toNumber(pace.perDayNeeded),
      perDayLately: pace.perDayLately && toNumber(pace.perDayLately),
    },
    quotas: presentQuotas(now, language),
    shares: presentShares(now, language),
    notices: presentNotices(now, to),
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
    return [
      {
        point,
        name,
        planned,
        handedOut: handedOutInAll(places),
        ...presentReceived(came),
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
    onHold: sum('onHold'),
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
