import type { DefinitionVersion } from '../api/definitions.ts';
import type { NewSurvey } from '../api/surveys.ts';
import { textOf } from '../parts/form-values.ts';
import { given, pointsIn, readOptional, readPlan } from '../planning/read-plan.ts';

/** What the form says, as the API takes it: empty fields left out, times in China as UTC. */
export function readNewSurvey(questionnaire: DefinitionVersion, form: FormData): NewSurvey {
  const text = (name: string) => textOf(form, name);
  const points = pointsIn(form);
  return {
    questionnaire,
    phase: text('phase') === 'pilot' ? 'pilot' : 'formal',
    access: text('access') === 'code' ? 'code' : 'open',
    proofOfWork: text('proofOfWork') !== '',
    plan: readPlan(form),
    ...(points.length > 0 ? { points } : {}),
    ...given(readOptional(form)),
  };
}
