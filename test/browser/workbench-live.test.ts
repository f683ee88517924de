import type { BrowserContext, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, withWorkbenchWindow } from '../support/in-browser.ts';
import { startTcpProxy } from '../support/tcp-proxy.ts';
import {
  answer,
  examplePath,
  PASSWORD,
  says,
  sitDown,
  type WorkbenchSite,
} from '../support/workbench-site.ts';

/** What an answer may take to be seen by whoever watches. */
const SEEN_WITHIN_MS = 2_000;

interface Watched {
  /** Path of the evaluation. */
  path: string;
  id: string;
  /** A survey of its that is open. */
  code: string;
}

/** An evaluation of its own with an open survey of 100, seventy of them online. */
async function aWatched(site: WorkbenchSite, context: BrowserContext): Promise<Watched> {
  const post = async (path: string, data: object) => {
    const made = await context.request.post(`${site.address}/api/${path}`, { data });
    if (!made.ok()) throw new Error(`${path}: ${made.status()} ${await made.text()}`);
    return made.json();
  };
  await context.request.post(`${site.address}/api/session`, {
    data: { username: 'admin', password: PASSWORD },
  });
  const { id } = await post('evaluations', {
    department: '市水务局',
    place: '某市',
    year: 2025,
    indicatorSystem: { id: 'shuozhou-2019-ecology', version: 1 },
  });
  const { code } = await post(`evaluations/${id}/surveys`, {
    questionnaire: { id: 'public-general', version: 1 },
    phase: 'formal',
    access: 'open',
    plan: { total: 100, byChannel: { online: 70, paper: 30 } },
    closesAt: new Date(Date.now() + 6 * 24 * 3_600_000).toISOString(),
  });
  await post(`surveys/${code}/open`, {});
  return { path: `/evaluations/${id}`, id, code };
}

/** Counts the streams a page has opened, and those that are still open. */
function streamsOf(page: Page) {
  const open = new Set<unknown>();
  let opened = 0;
  page.on('request', (request) => {
    if (!request.url().endsWith('/stream')) return;
    opened += 1;
    open.add(request);
  });
  page.on('requestfailed', (request) => open.delete(request));
  page.on('requestfinished', (request) => open.delete(request));
  return { open: () => open.size, opened: () => opened };
}

describeInBrowser('answers as they come in, in Chromium', () => {
  const at = withWorkbenchWindow();

  it('reach every stop of an open page within two seconds, on one line, and nothing is asked for every few seconds', async () => {
    const { path, code } = await aWatched(at.site, at.context);
    const { page, complaints } = await sitDown(at.site, at.context, '/');
    const streams = streamsOf(page);
    await page.goto(`${at.site.address + path}/returns`);
    await says(page, '.survey-returns', '0 / 100');
    await expect.poll(streams.open).toBe(1);

    for (const [screen, seen] of [
      ['/returns', '.survey-returns'],
      [`/returns/${code}`, '.survey-count'],
      ['/results', '.composite-value'],
      ['/questionnaires', '.rail'],
    ] as const) {
      await page.evaluate((to) => {
        history.pushState(null, '', to);
        dispatchEvent(new PopStateEvent('popstate'));
      }, path + screen);
      await page.waitForTimeout(1_500);
      const n = (await received(at.site, code)) + 1;
      await answer(at.site, code);
      const since = Date.now();
      await page
        .locator(seen)
        .filter({ hasText: new RegExp(`(^|\\D)${n}\\s/\\s100|n\\s=\\s${n}(\\D|$)`) })
        .first()
        .waitFor({ timeout: SEEN_WITHIN_MS });
      expect(Date.now() - since).toBeLessThan(SEEN_WITHIN_MS);
    }
    expect([streams.opened(), streams.open()]).toEqual([1, 1]);

    let asked = 0;
    page.on('request', () => {
      asked += 1;
    });
    await page.waitForTimeout(7_000);
    expect(asked).toBe(0);
    expect(complaints).toEqual([]);
  }, 60_000);

  it('leave a warning with its time where the connection is cut, and go on by themselves once it is back', async () => {
    const { path, code } = await aWatched(at.site, at.context);
    const upstream = new URL(at.site.address);
    const proxy = await startTcpProxy({ host: upstream.hostname, port: Number(upstream.port) });
    const through = { ...at.site, address: proxy.address(at.site.address).replace(/\/$/, '') };
    try {
      const { page, complaints } = await sitDown(through, at.context, `${path}/returns`);
      await says(page, '.survey-returns', '0 / 100');
      await page.waitForTimeout(1_000);
      expect(await page.locator('.stale-notice').count()).toBe(0);

      proxy.refuse('HTTP');
      proxy.cut();
      await page.waitForSelector('.stale-notice', { timeout: 5_000 });
      await says(page, '.stale-notice', /服务器没有回应。.*截至 \d\d:\d\d:\d\d.*正在重新连接/);
      await answer(at.site, code);
      await says(page, '.survey-returns', '0 / 100');

      proxy.refuse(undefined);
      await page.waitForSelector('.stale-notice', { state: 'detached', timeout: 20_000 });
      await says(page, '.survey-returns', '1 / 100');
      await answer(at.site, code);
      await says(page, '.survey-returns', '2 / 100');
      expect(complaints).toEqual([]);
    } finally {
      await at.context.close();
      await proxy.stop();
    }
  }, 60_000);

  it('hold no line in a hidden tab, and one again at once when it is looked at', async () => {
    const { path, code } = await aWatched(at.site, at.context);
    const { page } = await sitDown(at.site, at.context, '/');
    const streams = streamsOf(page);
    await page.goto(`${at.site.address + path}/returns`);
    await expect.poll(streams.open).toBe(1);
    const show = (hidden: boolean) =>
      page.evaluate((now) => {
        Object.defineProperty(document, 'hidden', { configurable: true, get: () => now });
        Object.defineProperty(document, 'visibilityState', {
          configurable: true,
          get: () => (now ? 'hidden' : 'visible'),
        });
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
      }, hidden);
    await show(true);
    await expect.poll(streams.open).toBe(0);
    await answer(at.site, code);
    await show(false);
    await says(page, '.survey-returns', '1 / 100');
    await expect.poll(() => [streams.opened(), streams.open()]).toEqual([2, 1]);
  }, 30_000);

  it('are asked for every few seconds where no line can be had', async () => {
    const { path, code } = await aWatched(at.site, at.context);
    const { page, complaints } = await sitDown(at.site, at.context, '/');
    await page.route('**/progress/stream', (route) =>
      route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{}' }),
    );
    await page.goto(`${at.site.address + path}/returns`);
    await says(page, '.survey-returns', '0 / 100');
    await answer(at.site, code);
    await says(page, '.survey-returns', '1 / 100');
    await page.waitForSelector('.as-of');
    expect(await page.locator('.stale-notice').count()).toBe(0);
    expect(complaints).toEqual([]);
  }, 30_000);

  it('say when they were right, to the second, also while nothing comes', async () => {
    const example = await examplePathSignedIn();
    const { page } = await sitDown(at.site, at.context, `${example}/returns`);
    await says(page, '.as-of', /^更新于 \d\d:\d\d:\d\d$/);
  });

  async function examplePathSignedIn() {
    await at.context.request.post(`${at.site.address}/api/session`, {
      data: { username: 'admin', password: PASSWORD },
    });
    return examplePath(at.site, at.context);
  }
});

async function received(site: WorkbenchSite, code: string): Promise<number> {
  const { n } = await site.store.read
    .selectFrom('responses')
    .where('survey_code', '=', code)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(n);
}
