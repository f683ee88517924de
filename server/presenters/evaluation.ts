import { z } from '@hono/zod-openapi';
import { EVALUATION_STATES, MISSING_PARTS } from '../../survey-definitions/evaluation.ts';
import type { Feed, Feeds as FeedsOfEvaluation } from '../../survey-definitions/feeds.ts';
import { groupName } from '../../survey-definitions/group-name.ts';
import type { Particulars as ParticularsOfEvaluation } from '../../survey-definitions/particulars.ts';
import {
  EVALUATION_PERMISSIONS,
  type EvaluationPermission,
} from '../../survey-definitions/permission.ts';
import { RespondentGroup } from '../../survey-definitions/respondent-group.ts';
import { retentionAt } from '../../survey-definitions/retention.ts';
import { COMBINE_WAYS } from '../../survey-definitions/survey.ts';
import { textIn } from '../../survey-definitions/wording.ts';
import type { Standing } from '../accounts/access.ts';
import { evaluationState, standingOf } from '../scoring/evaluation-state.ts';
import type { EvaluationSummary } from '../scoring/summaries.ts';
import { presentNumberOrNull } from './calculated.ts';
import { CalculatedOrNull, type PresentedTo, TitledRef } from './schemas.ts';
import { presentSurveySummary, SurveySummarySchema } from './survey.ts';

const Combined = z.object({
  combine: z.enum(COMBINE_WAYS),
  surveys: z.array(z.object({ code: z.string(), weight: z.string().optional() })),
});
const Feeds = z
  .record(RespondentGroup, z.union([z.string(), Combined]))
  .describe('Respondent group -> the survey, or the surveys combined, that feed its indicators');

const Missing = z.object({
  part: z.enum(MISSING_PARTS),
  n: z.int(),
  of: z.array(z.string()).describe('Names of groups, codes of surveys or of indicators'),
});

const said = z.string().optional();
const Particulars = z
  .object({
    commissioner: said,
    evaluated: said,
    evaluator: said,
    contact: said,
    reportNumber: said,
    baseDate: said,
    period: said,
    scope: said,
    methods: said,
    team: z.array(z.object({ duty: said, name: z.string(), title: said, work: said })).optional(),
  })
  .describe('What is known of who commissions, who evaluates and whom to call (项目资料)');

export const EvaluationSchema = z
  .object({
    id: z.string(),
    department: z.string(),
    place: z.string(),
    year: z.int(),
    indicatorSystem: TitledRef,
    feeds: Feeds,
    example: z.boolean(),
    role: z.string().describe('What the caller is in it: admin, a role, or that of the token'),
    permissions: z.array(z.enum(EVALUATION_PERMISSIONS)).describe('What the caller may do in it'),
    particulars: Particulars,
    archivedAt: z.string().nullable(),
    answersKeptUntil: z
      .string()
      .nullable()
      .describe(
        'Day in China until which single answers are kept; null: as long as the evaluation',
      ),
    answersRemovedAt: z.string().nullable(),
    retention: z
      .object({
        until: z.string(),
        removesAt: z.string(),
        notice: z.boolean().describe('true for the thirty days before it happens'),
      })
      .nullable()
      .describe('null where they are kept as long as the evaluation, or were removed'),
    createdAt: z.string(),
    namesakes: z
      .int()
      .optional()
      .describe('In a list: how many others are of the same department and year'),
    state: z.enum(EVALUATION_STATES).describe('How far it has got, derived'),
    missing: z.array(Missing).describe('What is not there yet; empty where nothing is missing'),
    surveys: z.array(SurveySummarySchema),
    asks: z
      .array(
        z.object({
          group: RespondentGroup,
          name: z.string(),
          indicators: z.array(z.string()).describe('Codes of the indicators whose rule asks it'),
          surveys: z.array(z.string()).describe('Codes of the surveys of it; none: there is none'),
          composite: CalculatedOrNull.describe('As its indicators are fed with it'),
          base: z.int().nullable().describe('null where nothing feeds it'),
        }),
      )
      .describe('The respondent groups that the indicator system asks'),
    score: z.object({
      total: CalculatedOrNull,
      grade: z.string().nullable(),
      complete: z.boolean(),
    }),
  })
  .openapi('Evaluation');

/**
 * An evaluation with its surveys and where its score stands, without the numbers that the caller may not read; in a list
 * also how many others have its name.
 */
export function presentEvaluation(
  summary: EvaluationSummary,
  caller: Standing,
  to: PresentedTo,
  namesakes?: number,
): z.infer<typeof EvaluationSchema> {
  const { evaluation, system, surveys, asks, score } = summary;
  const { id, version } = evaluation.indicatorSystem;
  const sees = (permission: EvaluationPermission) => caller.permissions.includes(permission);
  return {
    id: evaluation.id,
    department: evaluation.department,
    place: evaluation.place,
    year: evaluation.year,
    indicatorSystem: { id, version, title: textIn(system.title, to.language) },
    feeds: presentFeeds(evaluation.feeds),
    example: evaluation.example,
    role: caller.role,
    permissions: caller.permissions.slice(),
    particulars: presentParticulars(evaluation.particulars),
    archivedAt: evaluation.archivedAt,
    answersKeptUntil: evaluation.answersKeptUntil,
    answersRemovedAt: evaluation.answersRemovedAt,
    retention: presentRetention(evaluation, to.now),
    createdAt: evaluation.createdAt,
    namesakes,
    state: evaluationState(standingOf(summary), to.now),
    missing: presentMissing(summary, to, sees('scoring.read')),
    surveys: surveys.map((survey) =>
      presentSurveySummary(survey, evaluation, to, sees('results.read')),
    ),
    asks: asks.map(({ group, named, indicators, surveys, composite, base }) => ({
      group,
      name: textIn(groupName(group, named), to.language),
      indicators,
      surveys,
      composite: sees('results.read') ? presentNumberOrNull(composite, 2) : null,
      base: sees('results.read') ? base : null,
    })),
    score: sees('scoring.read')
      ? {
          total: presentNumberOrNull(score.total, system.scoreDecimals),
          grade: score.grade && textIn(score.grade, to.language),
          complete: score.complete,
        }
      : { total: null, grade: null, complete: false },
  };
}

/** What is not there yet; of the scoring only to those who see it. */
function presentMissing(
  { asks, undecided, surveys, unscored }: EvaluationSummary,
  { language }: PresentedTo,
  seesScoring: boolean,
): z.infer<typeof Missing>[] {
  const namesOf = (groups: typeof asks) =>
    groups.map(({ group, named }) => textIn(groupName(group, named), language));
  const parts: Record<(typeof MISSING_PARTS)[number], string[]> = {
    'groups-without-survey': namesOf(asks.filter((ask) => ask.surveys.length === 0)),
    'groups-undecided': seesScoring
      ? namesOf(asks.filter(({ group }) => undecided.includes(group)))
      : [],
    'surveys-in-draft': surveys.flatMap(({ survey }) =>
      survey.state === 'draft' ? [survey.code] : [],
    ),
    'indicators-without-score': seesScoring ? unscored : [],
  };
  return MISSING_PARTS.flatMap((part) =>
    parts[part].length === 0 ? [] : [{ part, n: parts[part].length, of: parts[part] }],
  );
}

function presentRetention(
  { answersKeptUntil, answersRemovedAt }: EvaluationSummary['evaluation'],
  now: Date,
): z.infer<typeof EvaluationSchema>['retention'] {
  const kept = answersRemovedAt === null && retentionAt(answersKeptUntil, now.toISOString());
  if (!kept) return null;
  return { until: kept.until, removesAt: kept.removesAt, notice: kept.notice };
}

function presentParticulars(of: ParticularsOfEvaluation): z.infer<typeof Particulars> {
  return {
    commissioner: of.commissioner,
    evaluated: of.evaluated,
    evaluator: of.evaluator,
    contact: of.contact,
    reportNumber: of.reportNumber,
    baseDate: of.baseDate,
    period: of.period,
    scope: of.scope,
    methods: of.methods,
    team: of.team?.map(({ duty, name, title, work }) => ({ duty, name, title, work })),
  };
}

/** By group, whatever groups there are. */
function presentFeeds(feeds: FeedsOfEvaluation): z.infer<typeof Feeds> {
  return Object.fromEntries(
    Object.entries(feeds).flatMap(([group, feed]) =>
      RespondentGroup.safeParse(group).success ? [[group, presentFeed(feed)]] : [],
    ),
  );
}

function presentFeed(feed: Feed): string | z.infer<typeof Combined> {
  if (typeof feed === 'string') return feed;
  return {
    combine: feed.combine,
    surveys: feed.surveys.map(({ code, weight }) =>
      weight === undefined ? { code } : { code, weight: String(weight) },
    ),
  };
}
