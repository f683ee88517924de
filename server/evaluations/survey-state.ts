import type { RespondentState } from '../../survey-definitions/survey.ts';
import type { Survey } from '../store/surveys.ts';

/** What a survey is for a respondent now: its state, narrowed by opensAt and closesAt. */
export function respondentState(
  { state, opensAt, closesAt }: Pick<Survey, 'state' | 'opensAt' | 'closesAt'>,
  now: Date,
): RespondentState {
  if (state !== 'open') return state;
  if (closesAt !== null && now.getTime() >= Date.parse(closesAt)) return 'closed';
  if (opensAt !== null && now.getTime() < Date.parse(opensAt)) return 'not-yet';
  return 'open';
}
