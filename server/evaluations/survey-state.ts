import type { SurveyState } from '../../survey-definitions/survey.ts';
import type { Survey } from '../store/surveys.ts';

/** What of a survey its state follows from. */
export type WithPeriod = Pick<
  Survey,
  'state' | 'opensAt' | 'closesAt' | 'clockClosedAt' | 'answersRemovedAt'
>;

/**
 * What a survey is now, for staff and respondents alike: what staff set, narrowed by its period. Once what closing does was
 * done for the clock, or its answers were removed, it takes nothing, whatever the time (`holdOpenSurveys`).
 */
export function surveyState(survey: WithPeriod, now: Date): SurveyState {
  const { state, opensAt, closesAt } = survey;
  if (state !== 'open') return state;
  if (isOver(survey)) return 'closed';
  if (closesAt !== null && now.getTime() >= Date.parse(closesAt)) return 'closed';
  if (opensAt !== null && now.getTime() < Date.parse(opensAt)) return 'not-yet';
  return 'open';
}

const isOver = ({ clockClosedAt, answersRemovedAt }: WithPeriod) =>
  clockClosedAt !== null || answersRemovedAt !== null;

/** Whether responses come in, or will without anybody's doing. */
export function stillCollects(survey: WithPeriod, now: Date): boolean {
  const state = surveyState(survey, now);
  return state !== 'draft' && state !== 'closed';
}

/** When the state of one of these surveys changes next without anybody’s doing; null where the clock changes nothing. */
export function nextChangeOfState(surveys: readonly WithPeriod[], now: Date): Date | null {
  const ahead = surveys
    .filter((survey) => survey.state === 'open' && !isOver(survey))
    .flatMap(({ opensAt, closesAt }) => [opensAt, closesAt])
    .map((time) => (time === null ? Number.NaN : Date.parse(time)))
    .filter((time) => time > now.getTime());
  return ahead.length === 0 ? null : new Date(Math.min(...ahead));
}
