import { updateEvaluation } from '../../server/store/evaluations.ts';
import { type StoredPoint, writePoints } from '../../server/store/points.ts';
import { insertQuestionnaire } from '../../server/store/questionnaires.ts';
import { listResponses, type StoredResponse } from '../../server/store/responses.ts';
import type { Store } from '../../server/store/store.ts';
import {
  findSurvey,
  insertSurvey,
  type Survey,
  setSurveyState,
} from '../../server/store/surveys.ts';
import type { Particulars } from '../../survey-definitions/particulars.ts';
import type { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { buildForm } from './build-form.ts';
import { aSurvey, NOW, startFieldwork } from './fieldwork.ts';
import { startServer } from './server.ts';

/** The real server with a database of its own, as respondents meet it. */
export interface FormSite {
  /** An open survey of this questionnaire; its code. */
  open(questionnaire: Questionnaire, changed?: Partial<Survey>): Promise<string>;
  close(code: string): Promise<void>;
  reopen(code: string): Promise<void>;
  /** Puts these collection points in the place of a survey's. */
  points(
    code: string,
    points: (Omit<StoredPoint, 'closedAt'> & { closed?: boolean })[],
  ): Promise<void>;
  /** Who asks; every survey of the site is of one evaluation. */
  asks(particulars: Particulars, answersKeptUntil?: string | null): Promise<void>;
  store: Store;
  origin: string;
  /** Address of a survey's form. */
  url(code: string): string;
  /** What is stored of a survey. */
  stored(code: string): Promise<StoredResponse[]>;
  stop(): Promise<void>;
}

export async function startFormSite(): Promise<FormSite> {
  const { files, ...form } = await buildForm();
  const { store, listening, close } = await startServer({ files, workbench: undefined, form });
  const { address } = listening;
  const { evaluationId } = await startFieldwork(store);
  return {
    async open(questionnaire, changed = {}) {
      const { id, version } = questionnaire;
      await insertQuestionnaire(store.write, questionnaire, NOW);
      const survey = aSurvey(evaluationId, { questionnaire: { id, version }, ...changed });
      await insertSurvey(store.write, survey);
      return survey.code;
    },
    async close(code) {
      await setSurveyState(store.write, code, 'closed');
    },
    async reopen(code) {
      await setSurveyState(store.write, code, 'open');
    },
    async points(code, points) {
      const survey = await findSurvey(store.read, code);
      if (!survey) throw new Error(`no survey ${code}`);
      const stored = points.map(({ closed, ...point }) => ({
        ...point,
        closedAt: closed ? NOW.toISOString() : null,
      }));
      await writePoints(store.write, survey, stored);
    },
    async asks(particulars, answersKeptUntil = null) {
      await updateEvaluation(store.write, evaluationId, { particulars, answersKeptUntil });
    },
    store,
    origin: address,
    url: (code) => `${address}/s/${code}`,
    async stored(code) {
      return (await listResponses(store.read, code, { limit: 100 })).items;
    },
    stop: close,
  };
}
