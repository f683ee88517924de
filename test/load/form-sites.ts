import type { ChildProcess } from 'node:child_process';
import type { FormQuestionnaire } from '../../survey-definitions/form.ts';
import { addOpenSurvey } from './filled-store.ts';
import { message, start } from './processes.ts';
import type { Bench } from './report.ts';
import type { Listening } from './server.ts';
import { serveStatic } from './static-site.ts';
import { bundledSite } from './surveyjs/bundle.ts';
import { surveyJsDefinition } from './surveyjs/definition.ts';
import { publishedSite } from './surveyjs/published.ts';

const CODE = 'eeeeeeee';
const ADDRESS = `/s/${CODE}`;

export const PAGES = ['ours', 'floor', 'surveyJs', 'bundled'] as const;
export type PageName = (typeof PAGES)[number];

export interface FormSites {
  urls: Record<PageName, string>;
  /** The value of the first radio of the first item. */
  firstOption: string;
  stop(): void;
}

/** One survey four times: from the real server, the same answer without script elements, and twice in SurveyJS. */
export async function serveForms({ store, dataDir, questionnaire }: Bench): Promise<FormSites> {
  await addOpenSurvey(store, questionnaire, CODE);
  const env = { DATA_DIR: dataDir, DATABASE_URL: '' };
  const server = start('./server.ts', env);
  const floor = start('./server.ts', { ...env, BENCH_SCRIPT: 'none' });
  const [origin, floorOrigin] = await Promise.all([originOf(server), originOf(floor)]);

  const answer = await fetch(`${origin}/api/surveys/${CODE}/form`, {
    headers: { 'accept-language': 'zh-CN' },
  });
  const { questionnaire: form } = (await answer.json()) as { questionnaire: FormQuestionnaire };
  const definition = surveyJsDefinition(form);
  const surveyJs = await serveStatic(await publishedSite(definition, ADDRESS));
  const bundled = await serveStatic(await bundledSite(definition, ADDRESS));

  return {
    urls: {
      ours: origin + ADDRESS,
      floor: floorOrigin + ADDRESS,
      surveyJs: surveyJs.origin + ADDRESS,
      bundled: bundled.origin + ADDRESS,
    },
    firstOption: form.items[0]?.options?.[0]?.id ?? '',
    stop() {
      floor.kill();
      surveyJs.stop();
      bundled.stop();
      server.kill();
    },
  };
}

async function originOf(server: ChildProcess): Promise<string> {
  return `http://127.0.0.1:${(await message<Listening>(server)).port}`;
}
