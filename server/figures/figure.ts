import { addedCounts, type Combined, stratifiedMean } from '../../analysis/combined.ts';
import type { Counts } from '../../analysis/counts.ts';
import { type SurveyResults, surveyResults } from '../../analysis/satisfaction.ts';
import { type SurveyValue, surveyValue } from '../../analysis/scoring/survey-value.ts';
import { type Fraction, ZERO } from '../../survey-definitions/fraction.ts';
import type { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import type { CombineWay, RespondentGroup } from '../../survey-definitions/survey.ts';
import type { SurveyQuantity } from '../../survey-definitions/survey-quantity.ts';
import type { Text } from '../../survey-definitions/text.ts';
import type { Fed } from '../evaluations/feeding-surveys.ts';
import type { Survey } from '../store/surveys.ts';

/** A survey with what its valid responses say today, exactly. */
export interface SurveyResultsNow {
  survey: Survey;
  questionnaire: Questionnaire;
  counts: Counts;
  results: SurveyResults;
}

/** A satisfaction number (满意度结果) with what it rests on. */
export interface Figure {
  group: RespondentGroup;
  /** What its questionnaire calls the group, where it does. */
  groupNamed: Text | null;
  /** null where it is of several surveys. */
  survey: string | null;
  /** Of several surveys, how they were put together and what each says by itself; null where it is of one. */
  combined: Combined | null;
  /** null where the surveys asked different ones. */
  questionnaire: { id: string; version: number } | null;
  quantity: SurveyQuantity['quantity'];
  /** null for the composite. */
  item: string | null;
  /** Topic of the item, or label of the option; null for the composite. */
  label: Text | null;
  /** How many answers it is taken of, for the composite how many responses have a part in it; null where a survey has no such item or option. */
  base: number | null;
  method: 'exact';
  /** In percent; null where the base is empty, and where one of several that are weighted is. */
  value: Fraction | null;
}

/** What feeds a group, with its results: of each survey by itself, and where they are pooled of all responses together. */
export interface FedResults {
  group: RespondentGroup;
  combine: CombineWay | null;
  parts: readonly (SurveyResultsNow & { weight: Fraction | null })[];
  pooled: SurveyResults | null;
}

/** One survey by itself. */
export const soleFeed = (code: string): Fed => ({
  combine: null,
  surveys: [{ code, weight: null }],
});

/** The results of what feeds a group; undefined where those of a survey are not among today's. */
export function fedResults(
  today: ReadonlyMap<string, SurveyResultsNow>,
  group: RespondentGroup,
  { combine, surveys }: Fed,
): FedResults | undefined {
  const parts = surveys.flatMap(({ code, weight }) => {
    const now = today.get(code);
    return now === undefined ? [] : [{ ...now, weight }];
  });
  const [first] = parts;
  if (first === undefined || parts.length < surveys.length) return undefined;
  const pooled =
    combine === 'pooled'
      ? surveyResults(first.questionnaire, addedCounts(parts.map(({ counts }) => counts)), 'exact')
      : null;
  return { group, combine, parts, pooled };
}

/** The one place where a figure is computed: what lists it, exports it and scores it takes it from here. */
export function figureOf(fed: FedResults, need: SurveyQuantity): Figure {
  const { group, combine, parts } = fed;
  const values = parts.map(({ questionnaire, results }) =>
    surveyValue(questionnaire, results, need),
  );
  const [sole] = parts;
  const { value, base, label } = saidTogether(fed, values, need);
  const questionnaires = parts.map(({ survey }) => survey.questionnaire);
  const [asked = null] = questionnaires;
  const same = questionnaires.every(
    ({ id, version }) => id === asked?.id && version === asked.version,
  );
  return {
    group,
    groupNamed:
      parts.map(({ questionnaire }) => questionnaire.respondentGroupName).find(Boolean) ?? null,
    survey: combine === null ? (sole?.survey.code ?? null) : null,
    combined:
      combine === null
        ? null
        : {
            combine,
            parts: parts.map(({ survey, weight }, index) => ({
              survey: survey.code,
              weight,
              value: values[index]?.value ?? null,
              base: values[index]?.base ?? null,
            })),
          },
    questionnaire: same ? asked : null,
    quantity: need.quantity,
    item: need.quantity === 'composite' ? null : need.item,
    label: label ?? null,
    base,
    method: 'exact',
    value,
  };
}

/** What all of them say, from what each says by itself. */
function saidTogether(
  { combine, parts, pooled }: FedResults,
  values: readonly SurveyValue[],
  need: SurveyQuantity,
): SurveyValue {
  const [first] = values;
  const [asked] = parts;
  if (first === undefined || asked === undefined) return { value: null, base: null };
  if (combine === null) return first;
  if (pooled !== null) return surveyValue(asked.questionnaire, pooled, need);
  const label = first.label === undefined ? {} : { label: first.label };
  const bases = values.flatMap(({ base }) => (base === null ? [] : [base]));
  if (bases.length < values.length) return { value: null, base: null, ...label };
  const strata = parts.map(({ weight }, index) => ({
    weight: weight ?? ZERO,
    value: values[index]?.value ?? null,
  }));
  return {
    value: stratifiedMean(strata),
    base: bases.reduce((sum, base) => sum + base, 0),
    ...label,
  };
}
