import { createHash, randomUUID } from 'node:crypto';
import { insertEvaluation } from '../../server/store/evaluations.ts';
import { insertIndicatorSystem } from '../../server/store/indicator-systems.ts';
import type { ResponseToWrite } from '../../server/store/prepared-response.ts';
import { insertQuestionnaire } from '../../server/store/questionnaires.ts';
import { receiptOf } from '../../server/store/receipt.ts';
import type { StoredResponse } from '../../server/store/responses.ts';
import type { Store } from '../../server/store/store.ts';
import { insertSurvey, type Survey } from '../../server/store/surveys.ts';
import { IndicatorSystem } from '../../survey-definitions/indicator-system.ts';
import type { Answers } from '../../survey-definitions/questionnaire.ts';
import { item, questionnaire, section } from './questionnaires.ts';

export const NOW = new Date('2026-03-01T08:00:00.000Z');

/** A bit of everything: a choice, two satisfactions, several choices, and a text that only some are asked. */
export const QUESTIONNAIRE = questionnaire([
  section('you', 'profile', [item('age', 'single', { options: ['young', 'old'] })]),
  section('satisfaction', 'satisfaction', [
    item('air', 'satisfaction'),
    item('overall', 'satisfaction', { required: false }),
  ]),
  section('opinion', 'opinion', [
    item('wishes', 'multiple', { options: ['clean', 'quick', 'open'], required: false }),
    item('say', 'text', { required: false, showIf: { item: 'age', options: ['old'] } }),
  ]),
]);

export const SYSTEM = IndicatorSystem.parse({
  id: 'tiny-system',
  version: 1,
  title: 'tiny',
  reference: 'made for tests',
  gradeBands: [{ grade: '优' }],
  level1: [
    {
      code: 'A',
      name: 'A',
      weight: 100,
      level2: [
        {
          code: 'A1',
          name: 'A1',
          weight: 100,
          indicators: [
            {
              code: 'A101',
              name: 'A101',
              weight: 100,
              target: '100',
              ruleText: 'A scorer decides',
              rule: { kind: 'manual' },
            },
          ],
        },
      ],
    },
  ],
});

/** An open survey of the small questionnaire. */
export function aSurvey(evaluationId: string, changed: Partial<Survey> = {}): Survey {
  return {
    code: `s${randomUUID().slice(0, 8)}`,
    evaluationId,
    questionnaire: { id: QUESTIONNAIRE.id, version: QUESTIONNAIRE.version },
    respondentGroup: 'public',
    phase: 'formal',
    access: 'open',
    proofOfWork: false,
    provenance: 'collected',
    state: 'open',
    plan: { total: 100, byChannel: { online: 70, paper: 30 } },
    population: null,
    sampling: null,
    opensAt: null,
    closesAt: null,
    clockClosedAt: null,
    answersRemovedAt: null,
    createdAt: NOW.toISOString(),
    ...changed,
  };
}

export interface Fieldwork {
  evaluationId: string;
  survey: Survey;
  /** The survey's. */
  code: string;
}

/** Stores the definitions, an evaluation and an open survey in it. */
export async function startFieldwork(store: Store): Promise<Fieldwork> {
  await insertQuestionnaire(store.write, QUESTIONNAIRE, NOW);
  await insertIndicatorSystem(store.write, SYSTEM, NOW);
  const evaluationId = randomUUID();
  await insertEvaluation(store.write, {
    id: evaluationId,
    department: '生态环境局',
    place: '朔州市',
    year: 2019,
    indicatorSystem: { id: SYSTEM.id, version: SYSTEM.version },
    feeds: {},
    example: false,
    createdAt: NOW.toISOString(),
  });
  const survey = aSurvey(evaluationId);
  await insertSurvey(store.write, survey);
  return { evaluationId, survey, code: survey.code };
}

export const ANSWERS: Answers = { age: 'young', air: 'satisfied', overall: 'very-satisfied' };

/** A response that was answered in full. */
export function aResponse(
  surveyCode: string,
  changed: Partial<ResponseToWrite & StoredResponse> = {},
): ResponseToWrite & StoredResponse {
  const answers = changed.answers ?? ANSWERS;
  const id = changed.id ?? randomUUID();
  return {
    id,
    receipt: receiptOf(id),
    surveyCode,
    channel: 'online',
    point: null,
    answers,
    contentHash: createHash('sha256').update(JSON.stringify(answers)).digest('hex'),
    startedAt: null,
    receivedAt: NOW.toISOString(),
    disposition: 'valid',
    reasons: [],
    flags: [],
    ruled: null,
    questionnaire: QUESTIONNAIRE,
    ...changed,
  };
}
