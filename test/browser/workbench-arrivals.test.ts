import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { dayInChina, daysAfter } from '../../survey-definitions/china-time.ts';
import { arrived } from '../support/arrived.ts';
import { describeInBrowser, withWorkbenchWindow } from '../support/in-browser.ts';
import { findCut } from '../support/nothing-cut.ts';
import { atSurveyPage } from '../support/survey-page.ts';
import { answer, examplePath, says, sitDown, withRole } from '../support/workbench-site.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Noon in China, so many days ago. */
const noon = (daysAgo: number) =>
  `${daysAfter(dayInChina(new Date().toISOString()), -daysAgo)}T04:00:00.000Z`;
const times = <T>(n: number, what: T): T[] => Array.from({ length: n }, () => what);

/** What the canvas shows: how many of its points have the colour of a token, as the page has it now. */
const drawnIn = (page: Page, token: string) =>
  page.locator('.arrival-canvas canvas').evaluate((canvas: HTMLCanvasElement, name) => {
    const hex = getComputedStyle(canvas).getPropertyValue(name).trim();
    const wanted = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
    const { width, height } = canvas;
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, width, height) ?? { data: [] };
    let found = 0;
    for (let at = 0; at < data.length; at += 4) {
      if (wanted.every((value, part) => data[at + part] === value)) found++;
    }
    return found;
  }, token);
const showsIn = (page: Page, token: string) =>
  expect.poll(() => drawnIn(page, token), { timeout: 8000 }).toBeGreaterThan(100);

describeInBrowser('what came in over time, on a survey’s own page, in Chromium', () => {
  const at = withWorkbenchWindow();
  const { call, begin, beginSurvey, faultsOfAccess } = atSurveyPage(at);

  /** Three days of fieldwork with one without any between them, and two of another kind. */
  async function someDays(changed: object = {}) {
    const desk = await beginSurvey(changed, true);
    await arrived(at.site.store, desk.code, [
      ...times(4, { receivedAt: noon(3), point: 'p1' }),
      { receivedAt: noon(3), disposition: 'invalid' },
      ...times(2, { receivedAt: noon(1), point: 'p2' }),
      { receivedAt: noon(1), disposition: 'ineligible' },
    ]);
    await desk.page.reload();
    await desk.page.waitForSelector('.arrival-canvas canvas');
    return desk;
  }
  const tableOf = async (page: Page) => {
    await page.click('.arrivals label:has-text("表")');
    return page
      .locator('.arrival-table tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
      );
  };

  it('draws each day as a bar, the days without any too, and tells the same in a table', async () => {
    const { page, complaints } = await someDays();
    await showsIn(page, '--accent');
    await showsIn(page, '--bar-rest');
    const summary = await page.getByRole('img', { name: '柱形图' }).getAttribute('aria-label');
    expect(summary).toBe(`柱形图：4 天里收到 8 份，最多的是 ${noon(3).slice(0, 10)}，5 份。`);
    expect(await faultsOfAccess(page)).toEqual([]);
    expect(await tableOf(page)).toEqual([
      [noon(0).slice(0, 10), '0', '0', '0', '0'],
      [noon(1).slice(0, 10), '3', '2', '0', '1'],
      [noon(2).slice(0, 10), '0', '0', '0', '0'],
      [noon(3).slice(0, 10), '5', '4', '1', '0'],
    ]);
    await says(page, '.arrival-table tfoot', /合计\s*8\s*6\s*1\s*1/);
    expect(await faultsOfAccess(page)).toEqual([]);
    await page.click('.arrivals label:has-text("按时")');
    const [newest, night] = await tableOf(page);
    expect([newest?.[0], night?.[0]].join(' ')).toContain('12:00');
    expect(complaints).toEqual([]);
  });

  it('draws it in the colours of the dark as soon as the screen is', async () => {
    const { page, complaints } = await someDays();
    await showsIn(page, '--accent');
    await page.emulateMedia({ colorScheme: 'dark' });
    await showsIn(page, '--accent');
    await showsIn(page, '--bar-rest');
    expect(await faultsOfAccess(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('follows what comes in while it is looked at', async () => {
    const { page, code, complaints } = await someDays();
    await says(page, '.survey-count', '6 / 200');
    await answer(at.site, code);
    await page.waitForSelector('canvas[aria-label*="收到 9 份"]');
    expect(complaints).toEqual([]);
  });

  it('tells it in the table alone where the drawing cannot be had', async () => {
    const { page } = await someDays();
    await page.route(/\/assets\/bar-chart/, (route) => route.abort());
    await page.reload();
    await says(page, '.arrival-table', noon(3).slice(0, 10));
    expect(await page.locator('canvas').count()).toBe(0);
    expect(await page.locator('.arrivals label:has-text("图")').count()).toBe(0);
    await says(page, '.arrivals', '按时');
  });

  it.each([
    [360, 740],
    [390, 844],
    [1440, 900],
  ])('finds room for ninety days, cut nowhere, at %i × %i', async (width, height) => {
    const { page, code, complaints } = await beginSurvey({}, true);
    const days = Array.from({ length: 90 }, (_, n) => times((n % 4) + 1, { receivedAt: noon(n) }));
    await arrived(at.site.store, code, [
      ...days.flat(),
      { receivedAt: noon(2), disposition: 'invalid' },
      { receivedAt: noon(2), disposition: 'ineligible' },
      { receivedAt: noon(5), disposition: 'on-hold' },
    ]);
    await page.setViewportSize({ width, height });
    await page.reload();
    await showsIn(page, '--accent');
    expect(await findCut(page)).toEqual([]);
    await page.click('.arrivals label:has-text("按时")');
    await showsIn(page, '--accent');
    expect(await findCut(page)).toEqual([]);
    await page.click('.arrivals label:has-text("表")');
    expect(await findCut(page)).toEqual([]);
    await page.click('.arrivals label:has-text("按日")');
    expect(await findCut(page)).toEqual([]);
    expect(await faultsOfAccess(page)).toEqual([]);
    // A chart that was wide and is asked to be narrow leaves nothing hanging over.
    await page.click('.arrivals label:has-text("图")');
    await page.setViewportSize({ width: 360, height: 740 });
    await expect.poll(() => findCut(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('says what is missing, how long there is for it, and the pace beside the last days', async () => {
    const { page, code } = await someDays({
      closesAt: new Date(Date.now() + 3.5 * DAY_MS).toISOString(),
    });
    await says(page, '.pace-line', /还差 192 份.*还剩 3 天.*每天需 55 份，\s*近三天每天 3 份/);
    await says(page, '.besides-valid', /无效 1\s*不符合调查条件 1/);
    await page.click('text=结束调查');
    await page.click('dialog .button.primary');
    await says(page, '.pace-line', '比计划的 200 份少收 192 份');
    expect((await call('get', `surveys/${code}`)).state).toBe('closed');
    // Nothing more comes: the last bar is the last day that brought any.
    await page.waitForSelector('canvas[aria-label^="柱形图：3 天里收到 8 份"]');
  });

  it('says where people stop, of those whose page could say how far they got', async () => {
    const { page, code } = await beginSurvey({}, true);
    await says(page, '.survey-page', '还没有设备报告打开过问卷');
    const steps = { opened: 90, 'first-answer': 60, sent: 45 };
    await at.site.store.write
      .insertInto('step_counts')
      .values(Object.entries(steps).map(([step, n]) => ({ survey_code: code, step, shard: 1, n })))
      .execute();
    await page.reload();
    await says(
      page,
      '.step-table',
      /打开问卷\s*90\s*30\s*答了第一题\s*60\s*67%\s*15\s*提交\s*45\s*75%/,
    );
    expect(await faultsOfAccess(page)).toEqual([]);
  });

  it('says nothing of times for a draft, and for what was rebuilt from published counts', async () => {
    const { page } = await beginSurvey();
    expect(await page.locator('.arrivals, .pace-line, .step-table').count()).toBe(0);
    const example = await examplePath(at.site, at.context);
    await page.goto(`${at.site.address}${example}/returns/pubeca34`);
    await says(page, '.survey-count', '137 / 100');
    expect(await page.locator('.arrivals, .pace-line, .step-table').count()).toBe(0);
  });

  it('finds among five hundred points those that lack most, and one by its name', async () => {
    const { page, id, path } = await begin();
    const points = Array.from({ length: 500 }, (_, n) => ({
      id: `p${n + 1}`,
      name: `第${n + 1}村`,
      plan: n === 320 ? 9 : 2,
    }));
    const { code } = await call('post', `evaluations/${id}/surveys`, {
      questionnaire: { id: 'public-general', version: 1 },
      plan: { total: 1200 },
      phase: 'formal',
      access: 'open',
      points,
    });
    await call('post', `surveys/${code}/open`, {});
    await arrived(at.site.store, code, [{ receivedAt: noon(0), point: 'p7' }]);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${at.site.address}${path}/returns/${code}`);
    await says(page, 'summary', '查看 500 个调查点，其中 499 个还没有答卷');
    await page.click('summary:has-text("500 个调查点")');
    await page.click('label:has-text("缺得最多")');
    await says(page, '.point-table tbody tr:first-child', /第321村.*还没有答卷/s);
    await page.fill('.point-tools [type=search]', '第７村');
    await says(page, '.point-table tbody tr:first-child', '第7村');
    expect(await page.locator('.point-table tbody tr').count()).toBe(1);
    expect(await findCut(page)).toEqual([]);
    await page.fill('.point-tools [type=search]', '没有这样的村');
    await says(page, '.survey-page', '没有这样的调查点');
  });

  it('is read by whoever may see returns and no single response, whose numbers lead nowhere', async () => {
    const { id, path, code } = await someDays();
    const viewer = await withRole(at.site, 'viewer', [id]);
    await at.context.close();
    at.context = await at.browser.newContext({ viewport: { width: 1280, height: 900 } });
    const address = `${path}/returns/${code}`;
    const { page, complaints } = await sitDown(at.site, at.context, address, viewer.username);
    await showsIn(page, '--accent');
    await says(page, '.besides-valid', '无效 1');
    expect(await page.locator(':is(.besides-valid, .channel-table, .point-table) a').count()).toBe(
      0,
    );
    expect(complaints).toEqual([]);
  });
});
