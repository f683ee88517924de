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
  const server = start('./server.ts', { DATA_DIR: dataDir, DATABASE_URL: '' });
  const origin = `http://127.0.0.1:${(await message<Listening>(server)).port}`;

  const page = await fetch(origin + ADDRESS, { headers: ACCEPTED });
  const coding = page.headers.get('content-encoding') ?? '';
  if (!isCoding(coding)) throw new Error(`the form came with content-encoding ${coding}`);
  const floor = await serveStatic(
    new Map([[ADDRESS, { body: withoutScript(await page.text()), headers: headersOf(page) }]]),
    coding,
  );

  const answer = await fetch(`${origin}/api/surveys/${CODE}/form`, { headers: ACCEPTED });
  const { questionnaire: form } = (await answer.json()) as { questionnaire: FormQuestionnaire };
  const surveyJs = await serveStatic(await surveyJsSite(surveyJsDefinition(form), ADDRESS), coding);

  return {
    urls: {
      ours: origin + ADDRESS,
      floor: floor.origin + ADDRESS,
      surveyJs: surveyJs.origin + ADDRESS,
    },
    coding,
    firstOption: form.items[0]?.options?.[0]?.id ?? '',
    stop() {
      floor.stop();
      surveyJs.stop();
      server.kill();
    },
  };
}

function isCoding(name: string): name is Coding {
  return Object.hasOwn(CODINGS, name);
}

function withoutScript(html: string): Buffer {
  const rest = html.replaceAll(/<script\b[^>]*>.*?<\/script>/gs, '');
  if (rest === html) throw new Error('the form has no script to remove');
  return Buffer.from(rest);
}

/** All but what is said of the bytes themselves. */
function headersOf(page: Response): Record<string, string> {
  const about = ['content-encoding', 'transfer-encoding', 'content-length', 'connection', 'vary'];
  return Object.fromEntries(
    [...page.headers].filter(
      ([name]) => !about.includes(name) && !['date', 'keep-alive'].includes(name),
    ),
  );
}
