import { RESPONDENT_GROUPS, type RespondentGroup } from '../../survey-definitions/survey.ts';
import type { Evaluation } from '../store/evaluations.ts';
import type { Survey } from '../store/surveys.ts';

/** Which survey answers for a respondent group, or why none does. */
export type Feeding =
  | { survey: string }
  | { survey: null; why: 'no-survey' | 'only-pilots' | 'several-formal'; formal: string[] };

/** The formal surveys of a group; a pilot never scores. */
function formalOf(surveys: readonly Survey[], group: RespondentGroup): string[] {
  return surveys
    .filter((survey) => survey.respondentGroup === group && survey.phase === 'formal')
    .map((survey) => survey.code);
}

/**
 * The one formal survey of each group feeds the indicators that ask it. Of several, the one the evaluation names
 * in `feeds`; nothing is picked in silence.
 */
export function feedingSurveys(
  evaluation: Pick<Evaluation, 'feeds'>,
  surveys: readonly Survey[],
): Map<RespondentGroup, Feeding> {
  return new Map(
    RESPONDENT_GROUPS.map((group): [RespondentGroup, Feeding] => {
      const formal = formalOf(surveys, group);
      const chosen = evaluation.feeds[group];
      if (chosen !== undefined && formal.includes(chosen)) return [group, { survey: chosen }];
      const [only] = formal;
      if (only !== undefined && formal.length === 1) return [group, { survey: only }];
      const pilots = surveys.some((survey) => survey.respondentGroup === group);
      const why = formal.length > 1 ? 'several-formal' : pilots ? 'only-pilots' : 'no-survey';
      return [group, { survey: null, why, formal }];
    }),
  );
}

/** Whether a survey may be named for a group: one of its formal surveys. */
export function mayFeed(surveys: readonly Survey[], group: RespondentGroup, code: string): boolean {
  return formalOf(surveys, group).includes(code);
}
