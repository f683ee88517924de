import type { SurveyState } from '../../survey-definitions/survey.ts';
import { Problem } from '../problem.ts';
import { rewriteAccessCodes } from '../store/access-codes.ts';
import { type Survey, setSurveyState } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';

/**
 * Opens or closes a survey; again the same changes nothing. Throws survey-not-collected, since responses that were not
 * collected here are never added to, and survey-never-opened.
 */
export async function moveSurvey(
  trx: Db,
  survey: Survey,
  to: Exclude<SurveyState, 'draft'>,
): Promise<Survey> {
  if (to === 'open' && survey.provenance !== 'collected') throw new Problem('survey-not-collected');
  if (to === 'closed' && survey.state === 'draft') throw new Problem('survey-never-opened');
  if (to === 'closed' && survey.access === 'code') await rewriteAccessCodes(trx, survey.code);
  return (await setSurveyState(trx, survey.code, to)) ?? survey;
}
