import { randomUUID } from 'node:crypto';
import type { BrowserContext, Page } from 'playwright-core';
import { seed } from '../../server/seed.ts';
import { removeRole, setRole } from '../../server/store/memberships.ts';
import type { Store } from '../../server/store/store.ts';
import type { EvaluationRole } from '../../survey-definitions/role.ts';
import { buildForm } from './build-form.ts';
import { buildWorkbench } from './build-workbench.ts';
import { startServer } from './server.ts';

export const PASSWORD = 'a password for tests';
/** A second account beside admin, with the same password. */
export const COLLEAGUE = 'colleague';

/** The real server with the worked example, as evaluators meet it. */
export interface WorkbenchSite {
  address: string;
  /** Its database, for what time alone brings about. */
  store: Store;
  stop(): Promise<void>;
}

export async function startWorkbenchSite(): Promise<WorkbenchSite> {
  const site = await startSiteOf();
  await seed(site.store, { adminPassword: PASSWORD, example: true }, new Date());
  await addAccount(site.store, COLLEAGUE);
  return site;
}

/** The same server on a database that is there already, or an empty one, as one of several that share it. */
export async function startSiteOf(shared?: Store): Promise<WorkbenchSite> {
  const [workbench, form] = await Promise.all([buildWorkbench(), buildForm()]);
  const bytes = (text: string) => new TextEncoder().encode(text);
  const { store, listening, close } = await startServer(
    {
      files: new Map([
        ...form.files,
        ['workbench.js', { body: bytes(workbench.script), type: 'text/javascript' }],
        ['workbench.css', { body: bytes(workbench.style), type: 'text/css' }],
        ...[...workbench.later].map(
          ([name, text]) => [name, { body: bytes(text), type: 'text/javascript' }] as const,
        ),
      ]),
      workbench: { script: '/assets/workbench.js', style: '/assets/workbench.css' },
      form,
    },
    shared,
  );
  return { address: listening.address, store, stop: close };
}

/** Another account with the same password: an admin, or one without a role anywhere. */
async function addAccount(
  { read, write }: Store,
  username: string,
  changed: { admin?: 0 | 1 } = {},
): Promise<string> {
  const admin = await read
    .selectFrom('users')
    .selectAll()
    .where('username', '=', 'admin')
    .executeTakeFirstOrThrow();
  const id = randomUUID();
  await write
    .insertInto('users')
    .values({ ...admin, ...changed, id, username })
    .execute();
  return id;
}

/** An account that has this role in these evaluations, or none at all; its name, and a way to change its role. */
export async function withRole(
  site: WorkbenchSite,
  role: EvaluationRole | 'none',
  evaluations: readonly string[],
): Promise<{
  username: string;
  become(role: EvaluationRole): Promise<void>;
  leave(): Promise<void>;
}> {
  // In letters, which may be cut where room is short, as a number may not.
  const letters = randomUUID().replaceAll(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '');
  const username = `${role}-${letters.slice(0, 8)}`;
  const id = await addAccount(site.store, username, { admin: 0 });
  const become = async (next: EvaluationRole) => {
    for (const evaluationId of evaluations) {
      const since = new Date().toISOString();
      const member = { evaluationId, userId: id, role: next, since, grantedBy: 'admin' };
      await setRole(site.store.write, member);
    }
  };
  if (role !== 'none') await become(role);
  const leave = async () => {
    for (const evaluationId of evaluations) await removeRole(site.store.write, evaluationId, id);
  };
  return { username, become, leave };
}

export interface Desk {
  page: Page;
  context: BrowserContext;
  /** Errors on the page and refusals of its content security policy; a test expects none. */
  complaints: string[];
}

/** A browser window somebody has signed in with, at a path of the workbench. */
export async function sitDown(
  site: WorkbenchSite,
  context: BrowserContext,
  path = '/',
  username = 'admin',
): Promise<Desk> {
  const answer = await context.request.post(`${site.address}/api/session`, {
    data: { username, password: PASSWORD },
  });
  if (!answer.ok()) throw new Error(`signing in failed: ${answer.status()}`);
  return open(site, context, path);
}

/** A browser window at a path of the workbench, signed in or not. */
export async function open(
  site: WorkbenchSite,
  context: BrowserContext,
  path = '/',
): Promise<Desk> {
  const page = await context.newPage();
  // Sooner than the test's own, so that a failure says what was waited for.
  page.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // What the network answers is the screens' business to say; it is logged by the browser all the same.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      complaints.push(message.text());
    }
  });
  await page.goto(site.address + path);
  return { page, context, complaints };
}

/** Path of the worked example. */
export async function examplePath(site: WorkbenchSite, context: BrowserContext): Promise<string> {
  const answer = await context.request.get(`${site.address}/api/evaluations`);
  const { items } = (await answer.json()) as { items: { id: string; example: boolean }[] };
  const example = items.find((evaluation) => evaluation.example);
  if (!example) throw new Error('the worked example is not there');
  return `/evaluations/${example.id}`;
}

/** Waits until the first of these elements says it; a space stands for one that does not break, too. */
export async function says(page: Page, selector: string, expected: string | RegExp): Promise<void> {
  const hasText = typeof expected === 'string' ? withAnySpaces(expected) : expected;
  await page.locator(selector).filter({ hasText }).first().waitFor();
}

const withAnySpaces = (text: string) =>
  new RegExp(text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll(' ', '\\s+'), 'i');

/** Answers a survey as a phone would: every item that has options with one of them, or its last; the first of a scale is the best. */
export async function answer(site: WorkbenchSite, code: string, option = 0): Promise<void> {
  const form = await (await fetch(`${site.address}/api/surveys/${code}/form`)).json();
  const answers: Record<string, string> = {};
  for (const item of form.questionnaire.items) {
    if (item.options) answers[item.id] = (item.options[option] ?? item.options.at(-1)).id;
  }
  const sent = await fetch(`${site.address}/api/surveys/${code}/responses/${randomUUID()}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ answers }),
  });
  if (sent.status !== 201) throw new Error(`an answer was refused: ${sent.status}`);
}
