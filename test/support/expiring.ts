import { randomUUID } from 'node:crypto';
import { updateEvaluation } from '../../server/store/evaluations.ts';
import { writePoints } from '../../server/store/points.ts';
import { insertQuestionnaire } from '../../server/store/questionnaires.ts';
import { createResponseWriter } from '../../server/store/response-writer.ts';
import type { Store } from '../../server/store/store.ts';
import { insertSurvey, type Survey } from '../../server/store/surveys.ts';
import type { Composite } from '../../survey-definitions/composite.ts';
import { CHANNELS } from '../../survey-definitions/response.ts';
import { aResponse, aSurvey, NOW } from './fieldwork.ts';
import { asked, GIVEN } from './rated-questionnaire.ts';

/** Until when the answers of these tests are kept, and the first moment after it. */
export const KEPT_UNTIL = '2027-12-31';
export const LAST_MOMENT = '2027-12-31T15:59:59.999Z';
export const EXPIRED = '2027-12-31T16:00:00.000Z';

/** One of each way in which a group's number is made. */
export const METHODS: Record<string, Composite | undefined> = {
  mean: undefined,
  items: { method: 'items', weights: { air: '0.4', water: '0.6' } },
  dimensions: {
    method: 'dimensions',
    dimensions: [
      { id: 'nature', name: '自然', weight: '0.7', items: ['air', 'water'] },
      { id: 'rest', name: '其他', weight: '0.3', items: ['noise', 'overall'] },
    ],
  },
  pooled: { method: 'pooled' },
  overall: { method: 'overall', item: 'overall' },
  top: { method: 'top', grades: 2 },
  persons: { method: 'persons', threshold: '60' },
};

/** A survey of the rated questionnaire, open, with answers by every channel and from two points and none. */
export async function answered(
  store: Store,
  evaluationId: string,
  composite?: Composite,
  changed: Partial<Survey> = {},
): Promise<Survey> {
  const id = `rated-${randomUUID().slice(0, 8)}`;
  const questionnaire = asked(composite, id);
  await insertQuestionnaire(store.write, questionnaire, NOW);
  const survey = aSurvey(evaluationId, { questionnaire: { id, version: 1 }, ...changed });
  await insertSurvey(store.write, survey);
  await writePoints(store.write, survey, [
    { id: 'north', name: '城北', closedAt: null },
    { id: 'south', name: '城南', closedAt: null },
  ]);
  const writer = createResponseWriter(store);
  const given = CHANNELS.flatMap((channel) =>
    [null, 'north', 'south'].flatMap((point) =>
      GIVEN.map((answers, index) => ({
        channel,
        point,
        answers: index === 0 ? { ...answers, say: `原话 ${channel}` } : answers,
        disposition: answers['residence'] === 'away' ? ('ineligible' as const) : ('valid' as const),
      })),
    ),
  );
  await Promise.all(
    given.map((each) => writer.write(aResponse(survey.code, { ...each, questionnaire }))),
  );
  return survey;
}

/** Answers in each of these surveys: by channel, by point, by whom. */
export const ANSWERED = CHANNELS.length * 3 * GIVEN.length;
/** Of them with something in their own words. */
export const TEXTS = CHANNELS.length * 3;

export const keepUntil = (store: Store, evaluationId: string, until: string | null = KEPT_UNTIL) =>
  updateEvaluation(store.write, evaluationId, { answersKeptUntil: until });

/** How many rows of an evaluation's single answers and codes are left. */
export async function rowsLeft(store: Store, evaluationId: string): Promise<number> {
  const count = async (table: 'responses' | 'access_codes') => {
    const row = await store.read
      .selectFrom(table)
      .innerJoin('surveys', 'surveys.code', `${table}.survey_code`)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('surveys.evaluation_id', '=', evaluationId)
      .executeTakeFirst();
    return row?.n ?? 0;
  };
  return (await count('responses')) + (await count('access_codes'));
}
