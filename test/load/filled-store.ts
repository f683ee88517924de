import { randomUUID } from 'node:crypto';
import { contentHash } from '../../server/fieldwork/response-identity.ts';
import {
  shippedIndicatorSystems,
  shippedQuestionnaires,
} from '../../server/shipped-definitions.ts';
import { insertEvaluation } from '../../server/store/evaluations.ts';
import { insertIndicatorSystem } from '../../server/store/indicator-systems.ts';
import type { ResponseToWrite } from '../../server/store/prepared-response.ts';
import { insertQuestionnaire } from '../../server/store/questionnaires.ts';
import { storeBatch } from '../../server/store/response-batch.ts';
import type { Store } from '../../server/store/store.ts';
import { insertSurvey } from '../../server/store/surveys.ts';
import type { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { randomAnswers, seeded } from './answers.ts';

const NOW = '2026-11-21T00:00:00.000Z';

/** The public questionnaire of twelve items, in a store with an evaluation to put surveys into. */
export async function prepareStore(store: Store): Promise<Questionnaire> {
  const now = new Date(NOW);
  for (const q of await shippedQuestionnaires()) await insertQuestionnaire(store.write, q, now);
  for (const system of await shippedIndicatorSystems()) {
    await insertIndicatorSystem(store.write, system, now);
  }
  const questionnaire = (await shippedQuestionnaires()).find((q) => q.id === 'public-ecology');
  if (!questionnaire) throw new Error('public-ecology is not shipped');
  await insertEvaluation(store.write, {
    id: EVALUATION_ID,
    department: '市生态环境局',
    place: '某市',
    year: 2026,
    indicatorSystem: { id: 'shuozhou-2019-ecology', version: 1 },
    feeds: {},
    example: false,
    createdAt: NOW,
  });
  return questionnaire;
}

export const EVALUATION_ID = '7b0a3a58-3f0e-4a53-9a51-0d2d4a0d2f10';

export async function addOpenSurvey(store: Store, q: Questionnaire, code: string): Promise<void> {
  await insertSurvey(store.write, {
    code,
    evaluationId: EVALUATION_ID,
    questionnaire: { id: q.id, version: q.version },
    respondentGroup: q.respondentGroup,
    phase: 'pilot',
    access: 'open',
    proofOfWork: false,
    provenance: 'synthetic',
    state: 'open',
    plan: { total: 100 },
    population: null,
    sampling: null,
    opensAt: null,
    closesAt: null,
    createdAt: NOW,
  });
}

/** A response as the server would hand it to the store. */
export function randomResponse(
  q: Questionnaire,
  surveyCode: string,
  random: () => number,
): ResponseToWrite {
  const answers = randomAnswers(q, random);
  return {
    id: randomUUID(),
    surveyCode,
    channel: 'online',
    answers,
    contentHash: contentHash({ answers }),
    startedAt: null,
    // Now, as a server would: times grow, and so their indexes are written at one end.
    receivedAt: new Date().toISOString(),
    disposition: 'valid',
    reasons: [],
    flags: [],
    questionnaire: q,
  };
}

/** Fills a survey straight into the store, in the largest batches it takes. */
export async function fillSurvey(
  store: Store,
  q: Questionnaire,
  code: string,
  responses: number,
): Promise<void> {
  const random = seeded(responses);
  for (let left = responses; left > 0; left -= 2000) {
    const batch = Array.from({ length: Math.min(2000, left) }, () =>
      randomResponse(q, code, random),
    );
    await store.write.transaction().execute((trx) => storeBatch(trx, store.shard, batch));
  }
}
