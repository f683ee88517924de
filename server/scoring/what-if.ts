import type { Counts } from '../../analysis/counts.ts';
import { surveyResults } from '../../analysis/satisfaction.ts';
import { type ScoredSystem, scoreSystem } from '../../analysis/scoring/score.ts';
import { fedResults } from '../figures/figure.ts';
import type { Survey } from '../store/surveys.ts';
import { askAmong, indicatorsFedBy, type ScoredEvaluation } from './current.ts';

/** Codes of the indicators that a survey's number goes into. */
export const indicatorsOfSurvey = (
  { system, feeding }: ScoredEvaluation,
  survey: Pick<Survey, 'code' | 'respondentGroup'>,
): string[] => indicatorsFedBy(system, feeding, survey);

/**
 * How the evaluation would score if only these of a survey's responses had come, all else as it is; what was frozen of its
 * group counts for nothing here. null where the survey feeds no indicator.
 */
export function scoredIf(
  evaluated: ScoredEvaluation,
  survey: Pick<Survey, 'code' | 'respondentGroup'>,
  counts: Counts,
): ScoredSystem | null {
  const { system, entries, fed, groupNames, figures, cells } = evaluated;
  const { code, respondentGroup: group } = survey;
  const feeding = fed.get(group);
  if (feeding === undefined || indicatorsOfSurvey(evaluated, survey).length === 0) return null;
  const today = new Map(
    feeding.parts.map((part) => [
      part.survey.code,
      part.survey.code === code
        ? { ...part, counts, results: surveyResults(part.questionnaire, counts, 'exact') }
        : part,
    ]),
  );
  const instead = fedResults(today, group, {
    combine: feeding.combine,
    surveys: feeding.parts.map(({ survey: { code }, weight }) => ({ code, weight })),
  });
  if (instead === undefined) return null;
  const frozenOfOthers = new Map([...figures].filter(([each]) => each !== group));
  const asked = askAmong(new Map([...fed, [group, instead]]), groupNames, frozenOfOthers);
  return scoreSystem(system, entries, asked, cells);
}
