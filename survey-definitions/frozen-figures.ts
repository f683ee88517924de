import { z } from 'zod';
import { RespondentGroup } from './respondent-group.ts';
import { CHANNELS } from './response.ts';
import { COMBINE_WAYS, PHASES, PROVENANCES, SAMPLINGS, SURVEY_STATES } from './survey.ts';
import { SURVEY_QUANTITIES } from './survey-quantity.ts';

/** What a frozen figure is (定稿), as it is stored, downloaded and checked. Its JSON Schema is made from this. */

/** A name in both languages. */
const Named = z.strictObject({ 'zh-CN': z.string(), en: z.string() });

/** A number exactly (89.25, or 12307/137 where its decimals never end), as the nearest float, and as it is shown. */
export const ExactNumber = z.strictObject({
  exact: z.string(),
  value: z.number(),
  display: z.string(),
});
export type ExactNumber = z.infer<typeof ExactNumber>;
const ExactOrNull = z.union([ExactNumber, z.null()]);
/** What is an estimate, and has no exact value. */
const Estimate = z.strictObject({ value: z.number(), display: z.string() });

const WeightedSurvey = z.strictObject({
  code: z.string(),
  weight: z.string().nullable().describe('Exact, of 1; null where nothing is weighted'),
});
const Definition = z.strictObject({ id: z.string(), version: z.int() });

export const FrozenFigure = z.strictObject({
  group: RespondentGroup,
  groupName: Named,
  survey: z.string().nullable().describe('null where several surveys are combined'),
  combine: z.enum(COMBINE_WAYS).nullable(),
  surveys: z.array(
    WeightedSurvey.extend({
      value: ExactOrNull.describe('What this survey says by itself'),
      base: z.int().nullable(),
    }),
  ),
  questionnaire: Definition.nullable().describe('null where the surveys asked different ones'),
  quantity: z.enum(SURVEY_QUANTITIES),
  item: z.string().nullable().describe('null for the composite'),
  option: z.string().nullable().describe('Only of an option share'),
  topic: Named.nullable().describe('What the item asks about, or what the option says'),
  base: z.int().nullable(),
  method: z.literal('exact'),
  value: ExactOrNull.describe('In percent; null where its base is empty'),
});
export type FrozenFigure = z.infer<typeof FrozenFigure>;

const Returned = z.strictObject({
  planned: z.int().nullable(),
  handedOut: z.int().nullable(),
  received: z.int(),
  valid: z.int(),
  invalid: z.int(),
  ineligible: z.int(),
  onHold: z.int(),
});
export type FrozenReturns = z.infer<typeof Returned>;

export const FrozenUncertainty = z.union([
  z.strictObject({
    standardError: Estimate,
    low: Estimate,
    high: Estimate,
    degreesOfFreedom: z.int(),
    descriptive: z.boolean().describe('Of an opt-in sample: it describes who answered, no more'),
  }),
  z.strictObject({ none: z.string().describe('Why there is none') }),
]);
export type FrozenUncertainty = z.infer<typeof FrozenUncertainty>;

const FrozenSurvey = z.strictObject({
  code: z.string(),
  questionnaire: Definition,
  phase: z.enum(PHASES),
  provenance: z.enum(PROVENANCES),
  state: z.enum(SURVEY_STATES).describe('An open survey may be frozen: more may come in'),
  sampling: z.enum(SAMPLINGS).nullable(),
  population: z.int().nullable(),
  composite: ExactOrNull,
  compositeBase: z.int(),
  compositeMethod: z.string(),
  returns: Returned,
  byChannel: z.array(Returned.extend({ channel: z.enum(CHANNELS) })),
  byPoint: z.array(Returned.extend({ point: z.string().nullable(), name: z.string().nullable() })),
  responseRate: z.union([
    z.strictObject({ exact: z.string(), display: z.string() }),
    z.strictObject({ none: z.string().describe('Why there is none') }),
  ]),
  uncertainty: FrozenUncertainty,
  judgements: z.int().describe('How many decisions about its responses had been made by people'),
  responses: z.union([
    z.strictObject({
      n: z.int(),
      sha256: z
        .string()
        .describe('Over id, channel, point, disposition and closed answers of each'),
    }),
    z.strictObject({ none: z.literal('answers-removed') }),
  ]),
});
export type FrozenSurvey = z.infer<typeof FrozenSurvey>;

const FrozenGroup = z.strictObject({
  group: RespondentGroup,
  groupName: Named,
  combine: z.enum(COMBINE_WAYS).nullable(),
  feeds: z.array(WeightedSurvey),
  surveys: z.array(FrozenSurvey),
});
export type FrozenGroup = z.infer<typeof FrozenGroup>;

export const FROZEN_FORMAT = 'manping-figures/1';

/** All that the hash is taken of: the SHA-256 of its canonical JSON (RFC 8785). Times are ISO 8601 UTC. */
export const FrozenContent = z.strictObject({
  format: z.literal(FROZEN_FORMAT),
  id: z.string(),
  frozenAt: z.string(),
  frozenBy: z.string(),
  evaluation: z.strictObject({
    id: z.string(),
    department: z.string(),
    place: z.string(),
    year: z.int(),
  }),
  figures: z.array(FrozenFigure),
  groups: z.array(FrozenGroup),
});
export type FrozenContent = z.infer<typeof FrozenContent>;

/** How far a figure has moved since it was frozen, one thing each; `message` says it in the language asked for. */
export const FIGURE_CHANGES = [
  'feed',
  'judged',
  'received',
  'planned',
  'handed-out',
  'population',
  'value',
] as const;
const FigureChange = z.object({
  group: RespondentGroup,
  kind: z.enum(FIGURE_CHANGES),
  survey: z.string().nullable(),
  quantity: z.enum(SURVEY_QUANTITIES).nullable().describe('Of a value that is another now'),
  item: z.string().nullable(),
  option: z.string().nullable(),
  before: z.string().describe('As it was frozen'),
  after: z.string().describe('As it is now'),
  n: z.int().nullable().describe('How many responses, where it is about some'),
  message: z.string(),
});
export type FigureChange = z.infer<typeof FigureChange>;

/** A frozen figure as it is downloaded: its content, the content's hash, and how it stands today. */
export const FrozenFigures = FrozenContent.extend({
  hash: z
    .string()
    .describe(
      'SHA-256 of the canonical JSON of all keys but hash, scores, stale, summary and changes',
    ),
  summary: z
    .array(z.object({ group: RespondentGroup, message: z.string() }))
    .describe('What has moved of each group, in one line of the language asked for'),
  scores: z
    .array(RespondentGroup)
    .describe('The groups whose indicators score by it: it is their newest'),
  stale: z.boolean().describe('Whether today’s figures are others'),
  changes: z.array(FigureChange),
});
export type FrozenFigures = z.infer<typeof FrozenFigures>;
/** The keys that come on top of the content, and are no part of the hash. */
export const BESIDE_CONTENT = ['hash', 'scores', 'stale', 'summary', 'changes'] as const;
