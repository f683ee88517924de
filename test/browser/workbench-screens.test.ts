import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser, withWorkbenchSite } from '../support/in-browser.ts';
import { examplePath, says, sitDown } from '../support/workbench-site.ts';

/** Screens of the example, and what is there once one is drawn. */
const SCREENS = [
  ['', '.rail'],
  ['/details', '.facts'],
  ['/questionnaires', '.questionnaires'],
  ['/questionnaires/public-ecology/1', '.item-text'],
  ['/questionnaires/public-ecology/1/new-survey', '[name=total]'],
  ['/returns', '.channel-table'],
  ['/results/pubeca34', 'canvas'],
  ['/results/staff567', '.empty'],
  ['/results/pubeca34/responses', '.response-rows'],
  ['/scoring', '.indicator'],
] as const;

/** How far the page can be scrolled sideways. */
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

describeInBrowser('the screens of the workbench, in Chromium', () => {
  const at = withWorkbenchSite();
  let context: BrowserContext;

  afterEach(async () => {
    await context.close();
  });

  it.each([
    ['light', '中文'],
    ['dark', 'English'],
  ] as const)(
    'fits a phone of 360 px on every screen, in %s and in %s',
    async (colorScheme, language) => {
      context = await at.browser.newContext({ viewport: { width: 360, height: 740 }, colorScheme });
      const { page, complaints } = await sitDown(at.site, context);
      if (language === 'English') await page.click('text=English');
      const example = await examplePath(at.site, context);
      expect(await sideways(page)).toBe(0);
      for (const [screen, there] of SCREENS) {
        await page.goto(at.site.address + example + screen);
        await page.waitForSelector(there);
        expect([screen, await sideways(page)]).toEqual([screen, 0]);
      }
      expect(complaints).toEqual([]);
    },
    60_000,
  );

  it.each([
    ['light', '中文'],
    ['dark', 'English'],
  ] as const)(
    'gives a screen reader nothing to stumble over, in %s and in %s',
    async (colorScheme, language) => {
      context = await at.browser.newContext({
        viewport: { width: 1280, height: 900 },
        colorScheme,
      });
      const { page } = await sitDown(at.site, context);
      if (language === 'English') await page.click('text=English');
      await page.waitForSelector('.evaluation-name');
      expect(await axeFindings(page)).toEqual([]);
      const example = await examplePath(at.site, context);
      for (const [screen, there] of SCREENS) {
        await page.goto(at.site.address + example + screen);
        await page.waitForSelector(there);
        if (screen === '/scoring') await page.click('.disclosure >> nth=0');
        expect([screen, await axeFindings(page)]).toEqual([screen, []]);
      }
    },
    90_000,
  );

  it('shows results while the titles of their sections have not come, without headings that say nothing', async () => {
    context = await at.browser.newContext({ viewport: { width: 1280, height: 900 } });
    const { page } = await sitDown(at.site, context);
    await page.route('**/api/questionnaires/**', (route) => route.abort());
    await page.goto(`${at.site.address}${await examplePath(at.site, context)}/results/pubeca34`);
    await says(page, '.composite-value', '89.34');
    expect(await page.locator('.item-tables').count()).toBeGreaterThan(1);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('keeps an indicator’s name and score in sight while the table is scrolled on a phone', async () => {
    context = await at.browser.newContext({ viewport: { width: 360, height: 740 } });
    const { page } = await sitDown(at.site, context);
    await page.goto(`${at.site.address}${await examplePath(at.site, context)}/scoring`);
    await page.waitForSelector('.indicator');
    const frame = page.locator('.scoring-frame');
    await frame.evaluate((element) => element.scrollTo({ left: 400, top: 600 }));
    expect(await frame.evaluate((element) => element.scrollLeft)).toBeGreaterThan(100);
    const left = (await page.locator('.indicator th >> nth=9').boundingBox())?.x ?? -1;
    expect(left).toBeGreaterThanOrEqual(0);
    expect(left).toBeLessThan(40);
    await says(page, '.indicator:has-text("A301") .compact-score', '2.00 / 2');
  });
});
