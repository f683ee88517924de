import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { listen } from '../../server/listen.ts';
import { createLog } from '../../server/log.ts';
import { insertQuestionnaire } from '../../server/store/questionnaires.ts';
import { createResponseWriter } from '../../server/store/response-writer.ts';
import { listResponses, type StoredResponse } from '../../server/store/responses.ts';
import type { Store } from '../../server/store/store.ts';
import { insertSurvey, type Survey, setSurveyState } from '../../server/store/surveys.ts';
import type { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { buildForm } from './build-form.ts';
import { ENGINES, openTestStore } from './engines.ts';
import { aSurvey, NOW, startFieldwork } from './fieldwork.ts';

/** The real server with a database of its own, as respondents meet it. */
export interface FormSite {
  /** An open survey of this questionnaire; its code. */
  open(questionnaire: Questionnaire, changed?: Partial<Survey>): Promise<string>;
  close(code: string): Promise<void>;
  reopen(code: string): Promise<void>;
  store: Store;
  origin: string;
  /** Address of a survey's form. */
  url(code: string): string;
  /** What is stored of a survey. */
  stored(code: string): Promise<StoredResponse[]>;
  stop(): Promise<void>;
}

export async function startFormSite(): Promise<FormSite> {
  const [engine] = ENGINES;
  if (engine === undefined) throw new Error('no database engine to test with');
  const { store, close } = await openTestStore(engine);
  const { evaluationId } = await startFieldwork(store);
  const { script, style, elderStyle, later, files } = await buildForm();
  const writer = createResponseWriter(store);
  const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent' });
  const app = createApp({
    store,
    writer,
    config,
    log: createLog('silent'),
    now: () => new Date(),
    assets: { files, workbench: undefined, form: { script, style, elderStyle, later } },
  });
  const { address, stop } = await listen(app, config);
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
    store,
    origin: address,
    url: (code) => `${address}/s/${code}`,
    async stored(code) {
      return (await listResponses(store.read, code, { limit: 100 })).items;
    },
    async stop() {
      await stop();
      await writer.drain();
      await close();
    },
  };
}
