import type { Fraction } from '../../survey-definitions/fraction.ts';
import type { SurveyQuantity } from '../../survey-definitions/survey-quantity.ts';
import type { Text } from '../../survey-definitions/text.ts';
import type { Missing } from './missing.ts';

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
export function missingFromSurvey({ need, survey, base }: SurveySource): Missing {
  if (survey === null) return { reason: 'no-survey', group: need.group };
  return { reason: base === null ? 'survey-lacks' : 'no-answers', survey };
}
