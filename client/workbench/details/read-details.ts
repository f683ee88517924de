import type { Evaluation, EvaluationChange } from '../api/evaluations.ts';
import type { SurveySummary } from '../api/surveys.ts';
import { countOf, textOf } from '../parts/form-values.ts';

/** What the form says otherwise than the evaluation; empty where nothing was changed. */
export function readDetails(form: FormData, before: Evaluation): EvaluationChange {
  const department = textOf(form, 'department');
  const place = textOf(form, 'place');
  const year = countOf(form, 'year') ?? Number.NaN;
  return {
    ...(department === before.department ? {} : { department }),
    ...(place === before.place ? {} : { place }),
    ...(year === before.year ? {} : { year }),
  };
}

/** What the form is about. */
export const detailsOf = ({ department, place, year }: Evaluation) => ({ department, place, year });

/** Surveys whose respondents may have read the texts: department, place and year are fixed with the first. */
export const openedSurveys = ({ surveys }: Evaluation): SurveySummary[] =>
  surveys.filter((survey) => survey.state !== 'draft');
