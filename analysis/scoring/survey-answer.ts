import type { Fraction } from '../../survey-definitions/fraction.ts';
import type { SurveyQuantity } from '../../survey-definitions/scoring-rule.ts';
import { GROUP_NAMES } from '../../survey-definitions/survey.ts';
import type { Text } from '../../survey-definitions/text.ts';
import type { Words } from './outcome.ts';

/** What a survey has to say when an indicator asks it for a number. */
export interface SurveyAnswer {
  /** Code of the survey that feeds the group; null where none does. */
  survey: string | null;
  /** In percent, exact, never rounded on the way here; null where the base is empty. */
  value: Fraction | null;
  /** How many answers the value is taken of; null where the survey has no such item or option. */
  base: number | null;
  /** Label of the item or option, for the words. */
  label?: Text;
}

/** Asks the survey that feeds a group for a quantity. */
export type AskSurvey = (need: SurveyQuantity) => SurveyAnswer;

/** A survey's answer together with what it was asked. */
export interface SurveySource extends SurveyAnswer {
  need: SurveyQuantity;
}

/** Why a survey's answer holds no value. */
export function missingFromSurvey({ need, survey, base }: SurveySource): Words {
  const group = GROUP_NAMES[need.group];
  if (survey === null)
    return {
      'zh-CN': `没有${group['zh-CN']}的调查为本指标提供数据`,
      en: `no survey of ${group.en} feeds this indicator`,
    };
  if (base === null)
    return {
      'zh-CN': `调查 ${survey} 的问卷没有本指标所需的题目或选项`,
      en: `the questionnaire of survey ${survey} lacks the item or option this indicator needs`,
    };
  return {
    'zh-CN': `调查 ${survey} 还没有可用的有效答案`,
    en: `survey ${survey} has no valid answers to go by yet`,
  };
}
