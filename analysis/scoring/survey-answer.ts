import type { Fraction } from '../../survey-definitions/fraction.ts';
import type { SurveyQuantity } from '../../survey-definitions/survey-quantity.ts';
import type { Text } from '../../survey-definitions/text.ts';
import type { Combined } from '../combined.ts';
import type { Missing } from './missing.ts';

/** What a survey has to say when an indicator asks it for a number. */
export interface SurveyAnswer {
  /** Code of the survey that feeds the group; null where none does, or several do. */
  survey: string | null;
  /** The surveys that feed it together; left out where it is one, or none. */
  combined?: Combined;
  /** In percent, exact, never rounded on the way here; null where the base is empty. */
  value: Fraction | null;
  /** How many answers the value is taken of; null where the survey has no such item or option. */
  base: number | null;
  /** Label of the item or option, for the words. */
  label?: Text;
  /** What was frozen, where the value is of it; `live` is what it would be today, null where nothing feeds the group. */
  figures?: { id: string; frozenAt: string; live: Fraction | null };
  /** What the group is called, where that is known otherwise than by its id. */
  groupName?: Text;
}

/** Asks the survey that feeds a group for a quantity. */
export type AskSurvey = (need: SurveyQuantity) => SurveyAnswer;

/** A survey's answer together with what it was asked. */
export interface SurveySource extends SurveyAnswer {
  need: SurveyQuantity;
}

/** Why a survey's answer holds no value. */
export function missingFromSurvey({
  need,
  survey,
  base,
  combined,
  groupName,
}: SurveySource): Missing {
  if (combined !== undefined) return missingFromSeveral(combined);
  if (survey === null)
    return { reason: 'no-survey', group: need.group, ...(groupName && { named: groupName }) };
  return { reason: base === null ? 'survey-lacks' : 'no-answers', survey };
}

function missingFromSeveral({ combine, parts }: Combined): Missing {
  const codes = (of: typeof parts) => of.map(({ survey }) => survey);
  const [lacking] = codes(parts.filter(({ base }) => base === null));
  if (lacking !== undefined) return { reason: 'survey-lacks', survey: lacking };
  if (combine === 'pooled') return { reason: 'no-answers', survey: codes(parts).join(' + ') };
  return {
    reason: 'stratum-empty',
    surveys: codes(parts.filter(({ value }) => value === null)),
  };
}
