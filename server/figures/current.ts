import { compositeItems } from '../../analysis/satisfaction.ts';
import type { Fraction } from '../../survey-definitions/fraction.ts';
import { itemsOf } from '../../survey-definitions/questionnaire.ts';
import { RESPONDENT_GROUPS, type RespondentGroup } from '../../survey-definitions/survey.ts';
import { fillIn, type Language, textIn } from '../../survey-definitions/text.ts';
import { placeholdersOf } from '../presenters/evaluation.ts';
import type { EvaluationSoFar, SurveySoFar } from '../scoring/current.ts';

/** A satisfaction number (满意度结果) with what it rests on. */
export interface Figure {
  group: RespondentGroup;
  survey: string;
  questionnaire: { id: string; version: number };
  quantity: 'composite' | 'item-satisfaction';
  /** null for the composite. */
  item: string | null;
  topic: string;
  base: number;
  method: 'exact';
  value: Fraction | null;
}

const COMPOSITE: Record<Language, string> = { 'zh-CN': '综合满意度', en: 'Composite satisfaction' };

/**
 * Today's satisfaction per group: the composite, then each item of it. Of the surveys that feed the indicators;
 * where a group has several formal surveys and none was chosen, of each of them.
 */
export function figuresOf(soFar: EvaluationSoFar, language: Language): Figure[] {
  return RESPONDENT_GROUPS.flatMap((group) => {
    const feeding = soFar.feeding.get(group);
    const codes = feeding?.survey != null ? [feeding.survey] : (feeding?.formal ?? []);
    return soFar.surveys
      .filter(({ survey }) => codes.includes(survey.code))
      .flatMap((survey) => figuresOfSurvey(soFar, survey, language));
  });
}

function figuresOfSurvey(
  { evaluation }: EvaluationSoFar,
  { survey, questionnaire, results }: SurveySoFar,
  language: Language,
): Figure[] {
  const common = {
    group: survey.respondentGroup,
    survey: survey.code,
    questionnaire: survey.questionnaire,
    method: 'exact',
  } as const;
  const inComposite = new Set(compositeItems(questionnaire));
  const items = itemsOf(questionnaire).filter((item) => inComposite.has(item.id));
  return [
    {
      ...common,
      quantity: 'composite',
      item: null,
      topic: COMPOSITE[language],
      base: results.base,
      value: results.composite,
    },
    ...items.map((item): Figure => {
      const result = results.items.find(({ id }) => id === item.id);
      return {
        ...common,
        quantity: 'item-satisfaction',
        item: item.id,
        topic: fillIn(textIn(item.topic, language), placeholdersOf(evaluation)),
        base: result?.base ?? 0,
        value: result?.satisfaction ?? null,
      };
    }),
  ];
}
