import { minuteInChina, momentInChina } from '../../../survey-definitions/china-time.ts';
import { asWritten, exact } from '../../../survey-definitions/fraction.ts';
import { type Plan, SAMPLINGS } from '../../../survey-definitions/survey.ts';
import type { Survey, SurveyChange } from '../api/surveys.ts';
import { countOf, textOf } from '../parts/form-values.ts';
import type { PointRow } from '../planning/points.ts';
import { asksForQuotas } from '../planning/quotas.ts';
import { pointsIn, readPlan } from '../planning/read-plan.ts';

/** The value of the field that chooses a questionnaire's version. */
export const versionOf = ({ id, version }: Survey['questionnaire']) => `${id}@${version}`;

/** A survey's points as they stand in the form that corrects it. */
export const rowsOf = ({ points }: Pick<Survey, 'points'>): PointRow[] =>
  points.map(({ id, name, plan, closed }) => ({
    id,
    name,
    plan: plan === null ? '' : String(plan),
    closed,
  }));

/** What the form is about: who saved one of these meanwhile is told of. */
export const correctable = (survey: Survey) => ({
  questionnaire: versionOf(survey.questionnaire),
  phase: survey.phase,
  access: survey.access,
  proofOfWork: survey.proofOfWork,
  plan: survey.plan,
  points: rowsOf(survey),
  opensAt: survey.opensAt,
  closesAt: survey.closesAt,
  population: survey.population,
  sampling: survey.sampling,
});

/** What the form says otherwise than the survey, of the fields that it has; empty where nothing was changed. */
export function readCorrection(form: FormData, survey: Survey): SurveyChange {
  const wanted = wantedIn(form, survey);
  const changed = Object.entries(wanted).filter(
    ([part, value]) =>
      form.has(fieldOf(part)) && inOrder(value) !== inOrder(standing(survey, part)),
  );
  return Object.fromEntries(changed);
}

/** As it is compared: in which order quotas and shares, or their options, were written says nothing. */
const inOrder = (value: unknown): string =>
  JSON.stringify(value, (key, part: unknown) =>
    ORDERLESS.has(key) && Array.isArray(part)
      ? part
          .map((each: { item: string; options: { id: string }[] }) => ({
            ...each,
            options: each.options.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
          }))
          .toSorted((a, b) => (a.item < b.item ? -1 : 1))
      : part,
  );
const ORDERLESS = new Set(['quotas', 'shares']);

/** Quotas and known shares as the form would say them. */
function quotasOf({ plan: { quotas, shares } }: Survey): Pick<Plan, 'quotas' | 'shares'> {
  return {
    ...(quotas?.length && {
      quotas: quotas.map(({ item, options, endsWhenFull }) => ({
        item,
        options: options.map(({ id, n }) => ({ id, n })),
        ...(endsWhenFull && { endsWhenFull }),
      })),
    }),
    ...(shares?.length && {
      shares: shares.map(({ item, options, source }) => ({
        item,
        options: options.map(({ id, share }) => ({ id, share: asWritten(exact(share)) })),
        ...(source && { source }),
      })),
    }),
  };
}

/** The field by which a part is told to be in the form at all. */
function fieldOf(part: string): string {
  if (part === 'plan') return 'total';
  return part === 'proofOfWork' ? 'access' : part;
}

function wantedIn(form: FormData, survey: Survey): SurveyChange {
  const text = (name: string) => textOf(form, name);
  const [id = '', version = ''] = text('questionnaire').split('@');
  const time = (name: 'opensAt' | 'closesAt') => {
    const typed = text(name);
    const before = survey[name];
    // Its seconds are not shown, and stay where the minute does.
    if (before !== null && minuteInChina(before) === typed) return before;
    return typed === '' ? null : (momentInChina(typed) ?? null);
  };
  return {
    questionnaire: { id, version: Number(version) },
    phase: text('phase') === 'pilot' ? 'pilot' : 'formal',
    access: text('access') === 'code' ? 'code' : 'open',
    proofOfWork: text('proofOfWork') !== '',
    plan: {
      ...readPlan(form),
      // While the questionnaire is loading there are no fields for them.
      ...(asksForQuotas(form) ? {} : quotasOf(survey)),
    },
    points: pointsIn(form).map(({ plan = null, ...point }) => ({
      ...point,
      plan,
      closed: point.closed ?? false,
    })),
    opensAt: time('opensAt'),
    closesAt: time('closesAt'),
    population: countOf(form, 'population') ?? null,
    sampling: SAMPLINGS.find((sampling) => sampling === text('sampling')) ?? null,
  };
}

/** A part as it stands, in the order of keys that it is wanted in. */
function standing(survey: Survey, part: string): unknown {
  if (part === 'questionnaire') {
    const { id, version } = survey.questionnaire;
    return { id, version };
  }
  if (part === 'plan') {
    const { total, byChannel, sampleSize } = survey.plan;
    const { online, paper } = byChannel ?? {};
    return {
      total,
      ...(byChannel && Object.keys(byChannel).length > 0 ? { byChannel: { online, paper } } : {}),
      ...(sampleSize && { sampleSize }),
      ...quotasOf(survey),
    };
  }
  if (part === 'points')
    return survey.points.map(({ id, name, plan, closed }) => ({ id, name, plan, closed }));
  return survey[part as keyof Survey];
}
