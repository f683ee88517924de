import { z } from '@hono/zod-openapi';
import { RespondentGroup } from '../../survey-definitions/respondent-group.ts';
import type { Language } from '../../survey-definitions/text.ts';
import { textFor } from '../evaluations/placeholders.ts';
import type { Figure } from '../figures/current.ts';
import type { Evaluation } from '../store/evaluations.ts';
import { presentNumberOrNull } from './calculated.ts';
import { CalculatedOrNull, DefinitionRef } from './schemas.ts';

export const FigureSchema = z
  .object({
    group: RespondentGroup,
    survey: z.string(),
    questionnaire: DefinitionRef,
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
    survey: figure.survey,
    questionnaire: { id: questionnaire.id, version: questionnaire.version },
    quantity: item === null ? 'composite' : 'item-satisfaction',
    item,
    topic: label === null ? COMPOSITE[language] : textFor(evaluation, language)(label),
    base: figure.base ?? 0,
    method: figure.method,
    value: presentNumberOrNull(figure.value, 2),
  };
}
