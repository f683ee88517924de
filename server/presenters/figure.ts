import { z } from '@hono/zod-openapi';
import { asWritten } from '../../survey-definitions/fraction.ts';
import { groupName } from '../../survey-definitions/group-name.ts';
import { RespondentGroup } from '../../survey-definitions/respondent-group.ts';
import { COMBINE_WAYS } from '../../survey-definitions/survey.ts';
import type { Language } from '../../survey-definitions/text.ts';
import { textIn } from '../../survey-definitions/wording.ts';
import { textFor } from '../evaluations/placeholders.ts';
import type { Figure } from '../figures/figure.ts';
import type { Evaluation } from '../store/evaluations.ts';
import { presentNumberOrNull } from './calculated.ts';
import { CalculatedOrNull, DefinitionRef, WeightedSurvey } from './schemas.ts';

export const FigureSchema = z
  .object({
    group: RespondentGroup,
    groupName: z.string(),
    survey: z.string().nullable().describe('null where several surveys are combined'),
    combine: z.enum(COMBINE_WAYS).nullable().describe('How several are; null of one'),
    surveys: z.array(WeightedSurvey),
    questionnaire: DefinitionRef.nullable().describe('null where the surveys asked different ones'),
    quantity: z.enum(['composite', 'item-satisfaction']),
    item: z.string().nullable(),
    topic: z.string(),
    base: z.int(),
    method: z.literal('exact'),
    value: CalculatedOrNull,
  })
  .openapi('Figure');
export type PresentedFigure = z.infer<typeof FigureSchema>;

const COMPOSITE: Record<Language, string> = { 'zh-CN': '综合满意度', en: 'Composite satisfaction' };

/** A satisfaction figure: a group's composite, or one of its items. */
export function presentFigure(
  figure: Figure,
  evaluation: Evaluation,
  language: Language,
): PresentedFigure {
  const { questionnaire, item, label } = figure;
  return {
    group: figure.group,
    groupName: textIn(groupName(figure.group, figure.groupNamed ?? undefined), language),
    survey: figure.survey,
    combine: figure.combined?.combine ?? null,
    surveys: presentSurveys(figure),
    questionnaire: questionnaire && { id: questionnaire.id, version: questionnaire.version },
    quantity: item === null ? 'composite' : 'item-satisfaction',
    item,
    topic: label === null ? COMPOSITE[language] : textFor(evaluation, language)(label),
    base: figure.base ?? 0,
    method: figure.method,
    value: presentNumberOrNull(figure.value, 2),
  };
}

/** The surveys that a figure rests on, one or several, each with its weight as it was stated. */
function presentSurveys({ survey, combined }: Figure): z.infer<typeof WeightedSurvey>[] {
  if (combined === null) return survey === null ? [] : [{ code: survey, weight: null }];
  return combined.parts.map(({ survey: code, weight }) => ({
    code,
    weight: weight && asWritten(weight),
  }));
}
