import { momentInChina } from '../../../survey-definitions/china-time.ts';
import { SAMPLINGS } from '../../../survey-definitions/survey.ts';
import type { Faults } from '../parts/form-faults.ts';
import { countOf, textOf } from '../parts/form-values.ts';
import { faultsInPoints, POINTS, type PointRow, readPoints, rowsOfText } from './points.ts';
import { faultsInQuotas, readQuotas } from './quotas.ts';
import { SAMPLE_SIZE, sampleSizeIn } from './sample-size.ts';

/** The values that are given. */
export const given = <T extends object>(values: T) =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<T>;

/** The plan of a form, as the API takes it: channels left empty left out. */
export function readPlan(form: FormData) {
  const byChannel = given({ online: countOf(form, 'online'), paper: countOf(form, 'paper') });
  return {
    total: countOf(form, 'total') ?? Number.NaN,
    ...(Object.keys(byChannel).length > 0 ? { byChannel } : {}),
    ...given({ sampleSize: sampleSizeIn(form) }),
    ...readQuotas(form),
  };
}

/** Times in China as UTC, the population, how it was sampled: undefined where a field is blank. */
export function readOptional(form: FormData) {
  const text = (name: string) => textOf(form, name);
  return {
    population: countOf(form, 'population'),
    sampling: SAMPLINGS.find((sampling) => sampling === text('sampling')),
    opensAt: momentInChina(text('opensAt')),
    closesAt: momentInChina(text('closesAt')),
  };
}

export const rowsIn = (form: FormData): PointRow[] =>
  rowsOfText(String(form.get(POINTS) ?? '').replaceAll('\r', ''));

export const pointsIn = (form: FormData) => readPoints(rowsIn(form));

/** Where the server finds what stands in a field of a plan. */
export function pathInPlan(name: string): string {
  if (name === 'total' || name === SAMPLE_SIZE) return `$.plan.${name}`;
  return name === 'online' || name === 'paper' ? `$.plan.byChannel.${name}` : `$.${name}`;
}

/** What the fields of a plan do not say of themselves. */
export function faultsInPlan(
  form: FormData,
  words: {
    time: string;
    closesFirst: string;
    moreThanTotal(sum: number, total: number): string;
    points: Parameters<typeof faultsInPoints>[1];
    quotas: Parameters<typeof faultsInQuotas>[1];
  },
): Faults {
  const text = (name: string) => textOf(form, name);
  const faults: Faults = faultsInPoints(rowsIn(form), words.points, countOf(form, 'total'));
  Object.assign(faults, faultsInQuotas(form, words.quotas));
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
