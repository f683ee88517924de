import { momentInChina } from '../../../survey-definitions/china-time.ts';
import { SAMPLINGS } from '../../../survey-definitions/survey.ts';
import type { DefinitionVersion } from '../api/definitions.ts';
import type { NewSurvey } from '../api/surveys.ts';
import { countOf, textOf } from '../parts/form-values.ts';

/** What the form says, as the API takes it: empty fields left out, times in China as UTC. */
export function readNewSurvey(questionnaire: DefinitionVersion, form: FormData): NewSurvey {
  const text = (name: string) => textOf(form, name);
  const whole = (name: string) => countOf(form, name);
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
      opensAt: momentInChina(text('opensAt')),
      closesAt: momentInChina(text('closesAt')),
    }),
  };
}

/** Where the server finds what stands in a field of the form. */
export function pathInNewSurvey(name: string): string {
  if (name === 'total') return '$.plan.total';
  return name === 'online' || name === 'paper' ? `$.plan.byChannel.${name}` : `$.${name}`;
}

/** What the fields of a new survey do not say of themselves. */
export function faultsInNewSurvey(
  form: FormData,
  words: { time: string; closesFirst: string; moreThanTotal(sum: number, total: number): string },
): Record<string, string> {
  const text = (name: string) => textOf(form, name);
  const faults: Record<string, string> = {};
  for (const name of ['opensAt', 'closesAt']) {
    if (text(name) !== '' && !momentInChina(text(name))) faults[name] = words.time;
  }
  const [opens, closes] = [momentInChina(text('opensAt')), momentInChina(text('closesAt'))];
  if (opens && closes && closes <= opens) faults['closesAt'] = words.closesFirst;
  const count = (name: string) => countOf(form, name) ?? 0;
  const [total, byChannel] = [count('total'), count('online') + count('paper')];
  if (byChannel > total) faults['online'] = words.moreThanTotal(byChannel, total);
  return faults;
}
