import { z } from '@hono/zod-openapi';
import { groupName } from '../../survey-definitions/group-name.ts';
import { RespondentGroup } from '../../survey-definitions/respondent-group.ts';
import {
  PHASES,
  type Plan as PlanOfSurvey,
  PROVENANCES,
  SAMPLINGS,
  type SampleSize,
  SURVEY_ACCESSES,
  SURVEY_STATES,
} from '../../survey-definitions/survey.ts';
import { textFor } from '../evaluations/placeholders.ts';
import { surveyState } from '../evaluations/survey-state.ts';
import type { SurveyInFull, SurveySummary } from '../scoring/summaries.ts';
import type { Received as ReceivedCounts } from '../store/counts.ts';
import type { Evaluation } from '../store/evaluations.ts';
import { presentNumberOrNull } from './calculated.ts';
import {
  CalculatedOrNull,
  Channel,
  DefinitionRef,
  Plan,
  type PresentedTo,
  Received,
} from './schemas.ts';

export const SurveySummarySchema = Received.extend({
  code: z.string(),
  url: z.string(),
  title: z.string(),
  questionnaire: DefinitionRef,
  respondentGroup: RespondentGroup,
  respondentGroupName: z.string(),
  phase: z.enum(PHASES),
  access: z.enum(SURVEY_ACCESSES),
  proofOfWork: z.boolean(),
  provenance: z.enum(PROVENANCES),
  state: z.enum(SURVEY_STATES).describe('What it is now, its period considered'),
  plan: Plan,
  population: z.int().nullable(),
  sampling: z.enum(SAMPLINGS).nullable(),
  opensAt: z.string().nullable(),
  closesAt: z.string().nullable(),
  answersRemovedAt: z
    .string()
    .nullable()
    .describe('When single answers, texts and codes were removed; null while they are there'),
  createdAt: z.string(),
  composite: CalculatedOrNull,
  compositeBase: z
    .int()
    .nullable()
    .describe(
      'Valid responses with a scored answer to at least one item of the composite; null for whoever may not see results',
    ),
  feeds: z.array(z.string()).describe('Codes of the indicators it feeds'),
}).openapi('SurveySummary');

export const PointSchema = z.object({
  id: z.string(),
  name: z.string(),
  plan: z.int().nullable().describe('计划发放数 at this point; null where nobody said'),
  closed: z.boolean().describe('Its link says so; a response begun there is still taken'),
});

export const SurveySchema = SurveySummarySchema.extend({
  points: z
    .array(PointSchema.extend({ url: z.string() }))
    .describe('Collection points (调查点), each with a link of its own'),
  handedOut: z
    .array(
      z.object({
        channel: Channel,
        point: z.string().nullable().describe('null: entered for no point'),
        n: z.int(),
        at: z.string(),
        author: z.string(),
      }),
    )
    .describe('实际发放数, as it was entered by hand'),
  fixed: z.array(z.string()).describe('Keys of PATCH that cannot be changed now'),
  needsReason: z.boolean().describe('Whether a change must say why'),
  closedBy: z
    .enum(['staff', 'clock'])
    .nullable()
    .describe('staff: it has to be reopened; clock: a later closesAt opens it again'),
  evaluation: z.object({
    id: z.string(),
    department: z.string(),
    place: z.string(),
    year: z.int(),
  }),
}).openapi('Survey');

export const NewSurveySchema = z.object({ code: z.string(), url: z.string() });

/** The address a respondent opens. */
export function surveyUrl({ baseUrl }: Pick<PresentedTo, 'baseUrl'>, code: string): string {
  return `${baseUrl}/s/${code}`;
}

export function presentPlan(plan: PlanOfSurvey): z.infer<typeof Plan> {
  const { total, byChannel, quotas, shares, sampleSize } = plan;
  const { online, paper } = byChannel ?? {};
  return {
    total,
    byChannel: byChannel && { online, paper },
    quotas: quotas?.map(({ item, options, endsWhenFull }) => ({
      item,
      options: options.map(({ id, n }) => ({ id, n })),
      endsWhenFull,
    })),
    shares: shares?.map(({ item, options, source }) => ({
      item,
      options: options.map(({ id, share }) => ({ id, share })),
      source,
    })),
    sampleSize: sampleSize && presentSampleSize(sampleSize),
  };
}

function presentSampleSize(of: SampleSize): SampleSize {
  const { confidence, margin, share, deviation, designEffect, population, returnRate } = of;
  return {
    confidence,
    margin,
    share,
    deviation,
    designEffect,
    population,
    returnRate,
    needed: of.needed,
  };
}

export function presentReceived(counts: ReceivedCounts): z.infer<typeof Received> {
  const { received, valid, invalid, ineligible, onHold, flagged } = counts;
  return { received, valid, invalid, ineligible, onHold, flagged };
}

/** A survey as lists and screens show it; what its answers say only to those who see results. */
export function presentSurveySummary(
  { survey, title, named, received, composite, compositeBase, feeds }: SurveySummary,
  evaluation: Evaluation,
  to: PresentedTo,
  seesResults: boolean,
): z.infer<typeof SurveySummarySchema> {
  const say = textFor(evaluation, to.language);
  return {
    code: survey.code,
    url: surveyUrl(to, survey.code),
    title: say(title),
    questionnaire: { id: survey.questionnaire.id, version: survey.questionnaire.version },
    respondentGroup: survey.respondentGroup,
    respondentGroupName: say(groupName(survey.respondentGroup, named)),
    phase: survey.phase,
    access: survey.access,
    proofOfWork: survey.proofOfWork,
    provenance: survey.provenance,
    state: surveyState(survey, to.now),
    plan: presentPlan(survey.plan),
    population: survey.population,
    sampling: survey.sampling,
    opensAt: survey.opensAt,
    closesAt: survey.closesAt,
    answersRemovedAt: survey.answersRemovedAt,
    createdAt: survey.createdAt,
    received: received.received,
    valid: received.valid,
    invalid: received.invalid,
    ineligible: received.ineligible,
    onHold: received.onHold,
    flagged: received.flagged,
    composite: seesResults ? presentNumberOrNull(composite, 2) : null,
    compositeBase: seesResults ? compositeBase : null,
    feeds,
  };
}

/** The address of a collection point of it. */
const pointUrl = (to: PresentedTo, code: string, point: string) =>
  `${surveyUrl(to, code)}?p=${point}`;

/** One survey, how it is planned, and the evaluation it belongs to. */
export function presentSurvey(
  { summary, planning, evaluation }: SurveyInFull,
  to: PresentedTo,
  seesResults: boolean,
): z.infer<typeof SurveySchema> {
  const { id, department, place, year } = evaluation;
  return {
    ...presentSurveySummary(summary, evaluation, to, seesResults),
    points: planning.points.map(({ id, name, plan = null, closedAt }) => ({
      id,
      name,
      plan,
      closed: closedAt !== null,
      url: pointUrl(to, summary.survey.code, id),
    })),
    handedOut: planning.handedOut.map(({ channel, point, n, at, author }) => ({
      channel,
      point,
      n,
      at,
      author,
    })),
    fixed: planning.fixed.map(String),
    needsReason: planning.needsReason,
    closedBy: planning.closedBy,
    evaluation: { id, department, place, year },
  };
}
