import type { Survey } from '../store/surveys.ts';
import { surveyState } from './survey-state.ts';

/** What a correction of a survey can name. */
export const SURVEY_PARTS = [
  'questionnaire',
  'phase',
  'proofOfWork',
  'access',
  'opensAt',
  'closesAt',
  'plan',
  'points',
  'handedOut',
  'population',
  'sampling',
] as const;
export type SurveyPart = (typeof SURVEY_PARTS)[number];

/** What respondents have met from the first opening on, or were let in by. */
const ONCE_OPENED: readonly SurveyPart[] = ['questionnaire', 'phase', 'proofOfWork', 'access'];
const PERIOD: readonly SurveyPart[] = ['opensAt', 'closesAt'];

/** Whether its fieldwork is over until somebody says otherwise: closed by hand, not collected here, or its answers removed. */
export function isFinished({ state, answersRemovedAt }: Survey): boolean {
  return state === 'closed' || (state !== 'draft' && answersRemovedAt !== null);
}

/** What cannot be changed now. Of a finished survey's points the plan can; what else stands of them is fixed. */
export function fixedParts(survey: Survey): readonly SurveyPart[] {
  if (survey.state === 'draft') return [];
  return isFinished(survey) ? [...ONCE_OPENED, ...PERIOD] : ONCE_OPENED;
}

/** Whether a change must say why: once it was opened somebody may have read what stood there. */
export const needsReason = ({ state }: Survey): boolean => state !== 'draft';

/** Who closed it: staff, which needs reopening, or the clock, which a later end undoes; null where it is not closed. */
export function closedBy(survey: Survey, now: Date): 'staff' | 'clock' | null {
  if (survey.state === 'closed') return 'staff';
  return surveyState(survey, now) === 'closed' ? 'clock' : null;
}
