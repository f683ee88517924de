import type { ChildProcess } from 'node:child_process';
import type { FormQuestionnaire } from '../../survey-definitions/form.ts';
import { addOpenSurvey } from './filled-store.ts';
import { message, start } from './processes.ts';
import type { Bench } from './report.ts';
import type { Listening } from './server.ts';
import { CODINGS, type Coding, serveStatic } from './static-site.ts';
import { surveyJsSite } from './surveyjs/bundle.ts';
import { surveyJsDefinition } from './surveyjs/definition.ts';

const CODE = 'eeeeeeee';
const ADDRESS = `/s/${CODE}`;
/** What Chromium asks for over a connection it trusts. */
const ACCEPTED = { 'accept-encoding': 'gzip, deflate, br, zstd', 'accept-language': 'zh-CN' };

export const PAGES = ['ours', 'floor', 'surveyJs'] as const;
export type PageName = (typeof PAGES)[number];

export interface FormSites {
  urls: Record<PageName, string>;
  /** What all three are compressed with: what our server chooses. */
  coding: Coding;
  /** The value of the first radio of the first item. */
  firstOption: string;
  stop(): void;
}

/** One survey three times: from the real server, the same answer without script elements, and in SurveyJS. */
export async function serveForms({ store, dataDir, questionnaire }: Bench): Promise<FormSites> {
  await addOpenSurvey(store, questionnaire, CODE);
  const env = { DATA_DIR: dataDir, DATABASE_URL: '' };
  const server = start('./server.ts', env);
  const floor = start('./server.ts', { ...env, BENCH_SCRIPT: 'none' });
  const [origin, floorOrigin] = await Promise.all([originOf(server), originOf(floor)]);

  const page = await fetch(origin + ADDRESS, { headers: ACCEPTED });
  const coding = page.headers.get('content-encoding') ?? '';
  if (!isCoding(coding)) throw new Error(`the form came with content-encoding ${coding}`);

  const answer = await fetch(`${origin}/api/surveys/${CODE}/form`, { headers: ACCEPTED });
  const { questionnaire: form } = (await answer.json()) as { questionnaire: FormQuestionnaire };
  const surveyJs = await serveStatic(await surveyJsSite(surveyJsDefinition(form), ADDRESS), coding);

  return {
    urls: {
      ours: origin + ADDRESS,
      floor: floorOrigin + ADDRESS,
      surveyJs: surveyJs.origin + ADDRESS,
    },
    coding,
    firstOption: form.items[0]?.options?.[0]?.id ?? '',
    stop() {
      floor.kill();
      surveyJs.stop();
      server.kill();
    },
  };
}

function isCoding(name: string): name is Coding {
  return Object.hasOwn(CODINGS, name);
}

async function originOf(server: ChildProcess): Promise<string> {
  return `http://127.0.0.1:${(await message<Listening>(server)).port}`;
}
