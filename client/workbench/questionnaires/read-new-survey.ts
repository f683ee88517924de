import { SAMPLINGS } from '../../../survey-definitions/survey.ts';
import type { DefinitionVersion } from '../api/definitions.ts';
import type { NewSurvey } from '../api/surveys.ts';
import { countOf, textOf } from '../parts/form-values.ts';

/** What the form says, as the API takes it: empty fields left out, local times in UTC. */
export function readNewSurvey(questionnaire: DefinitionVersion, form: FormData): NewSurvey {
  const text = (name: string) => textOf(form, name);
  const whole = (name: string) => countOf(form, name);
  const moment = (name: string) =>
    text(name) === '' ? undefined : new Date(text(name)).toISOString();
  const given = <T extends object>(values: T) =>
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

  const byChannel = given({ online: whole('online'), paper: whole('paper') });
  return {
    questionnaire,
    phase: text('phase') === 'pilot' ? 'pilot' : 'formal',
    access: text('access') === 'code' ? 'code' : 'open',
    proofOfWork: text('proofOfWork') !== '',
    plan: {
      total: whole('total') ?? Number.NaN,
      ...(Object.keys(byChannel).length > 0 ? { byChannel } : {}),
    },
    ...given({
      population: whole('population'),
      sampling: SAMPLINGS.find((sampling) => sampling === text('sampling')),
      opensAt: moment('opensAt'),
      closesAt: moment('closesAt'),
    }),
  };
}

/** Where the server finds what stands in a field of the form. */
export function pathInNewSurvey(name: string): string {
  if (name === 'total') return '$.plan.total';
  return name === 'online' || name === 'paper' ? `$.plan.byChannel.${name}` : `$.${name}`;
}
