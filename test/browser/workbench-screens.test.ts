import type { BrowserContext, Locator } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser, type InBrowser, withWorkbenchSite } from '../support/in-browser.ts';
import { findCut } from '../support/nothing-cut.ts';
import { quiet } from '../support/quiet.ts';
import { examplePath, says, sitDown, type WorkbenchSite } from '../support/workbench-site.ts';

/** Screens of the example, and what is there once one is drawn. */
const SCREENS = [
  ['', '.rail'],
  ['/details', '.facts'],
  ['/questionnaires', '.questionnaires'],
  ['/questionnaires/public-ecology/1', '.item-text'],
  ['/questionnaires/public-ecology/1/new-survey', '[name=total]'],
  ['/questionnaires/public-ecology/1/preview', '.phone'],
  ['/returns', '.surveys'],
  ['/returns/pubeca34', '.channel-table'],
  ['/returns/pubeca67', '.plan-history'],
  ['/results/pubeca34', '.scale-chart'],
  ['/results/staff567', '.empty'],
  ['/results/pubeca34/responses', '.response-rows'],
  ['/figures', '.frozen-groups'],
  ['/scoring', '.indicator'],
] as const;

describeInBrowser('the screens of the workbench, in Chromium', () => {
  const at = withWorkbenchSite();
  let context: BrowserContext;

  afterEach(async () => {
    await context.close();
  });

  /** From the smallest phone to a desk, where a table turns from cards to lines and where the rail changes. */
  const WIDTHS = [320, 390, 768, 1024, 1440];

  it.each([
    ['light', '中文'],
    ['dark', 'English'],
  ] as const)(
    'cuts nothing on any screen from 320 to 1440 px, in %s and in %s',
    async (colorScheme, language) => {
      context = await at.browser.newContext({
        viewport: { width: 1440, height: 900 },
        colorScheme,
      });
      const { page, complaints } = await sitDown(at.site, context);
      if (language === 'English') await page.click('text=English');
      await page.waitForSelector(language === 'English' ? 'text=中文' : 'text=English');
      await quiet(page);
      const example = await examplePath(at.site, context);
      const begun = await beginEvaluation(at, context);
      const screens = [
        ['/', '.evaluation-name'],
        ['/evaluations/new', '[name=department]'],
        ...SCREENS.map(([screen, there]) => [example + screen, there] as const),
        ...['/questionnaires', '/returns', '/results', '/scoring'].map(
          (screen) => [begun + screen, '.rail'] as const,
        ),
      ] as const;
      // A period of two dates, which the example's surveys do not name.
      const created = await context.request.post(`${at.site.address}/api${example}/surveys`, {
        data: {
          questionnaire: { id: 'public-general', version: 1 },
          plan: { total: 100 },
          phase: 'pilot',
          access: 'open',
          opensAt: '2026-12-01T00:00:00.000Z',
          closesAt: '2026-12-31T15:59:00.000Z',
        },
      });
      expect(created.status()).toBe(201);
      const found: string[] = [];
      for (const [screen, there] of screens) {
        await page.goto(at.site.address + screen);
        await page.waitForSelector(there);
        await page.evaluate(() => {
          for (const folded of document.querySelectorAll('details')) folded.open = true;
        });
        const disclosure = page.locator('.disclosure').first();
        if ((await disclosure.count()) > 0) await disclosure.click();
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          for (const cut of await findCut(page)) found.push(`${screen} at ${width}: ${cut}`);
        }
      }
      expect(found).toEqual([]);
      expect(complaints).toEqual([]);
    },
    120_000,
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

  it('makes a card of every line on a phone: its name beside what decides, each number below its label', async () => {
    context = await at.browser.newContext({ viewport: { width: 360, height: 740 } });
    const { page } = await sitDown(at.site, context);
    const example = await examplePath(at.site, context);
    await page.goto(`${at.site.address}${example}/scoring`);
    const card = page.locator('.indicator:has-text("A301")');
    await card.waitFor();
    const [name, score] = await Promise.all([
      card.locator('th').boundingBox(),
      card.locator('.deciding').boundingBox(),
    ]);
    expect(score?.y).toBe(name?.y);
    expect((score?.x ?? 0) + (score?.width ?? 0)).toBeLessThanOrEqual(360);
    expect(await card.locator('.deciding').innerText()).toBe('2.00');
    const labels = (cells: Locator) =>
      cells.evaluateAll((all) =>
        all
          .filter((cell) => cell.checkVisibility())
          .map((cell) => getComputedStyle(cell, '::before').content.replaceAll('"', '').trim()),
      );
    expect(await labels(card.locator('td'))).toEqual(
      expect.arrayContaining(['分值', '目标值', '业绩值', '规则得分', '得分', '得分率 %']),
    );

    await page.goto(`${at.site.address}${example}/questionnaires`);
    await page.waitForSelector('.questionnaires .button');
    for (const button of await page.locator('.questionnaires .button').all()) {
      const box = await button.boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
    }
    await page.goto(`${at.site.address}${example}/results/pubeca34/responses`);
    await page.waitForSelector('.response-rows .deciding');
    const disposition = await page.locator('.response-rows .deciding').first().boundingBox();
    expect((disposition?.x ?? 0) + (disposition?.width ?? 0)).toBeLessThanOrEqual(360);
  });
});

/** The path of an evaluation in which nothing was done yet. */
async function beginEvaluation(
  at: InBrowser<WorkbenchSite>,
  context: BrowserContext,
): Promise<string> {
  const api = `${at.site.address}/api/evaluations`;
  const indicatorSystem = { id: 'miluo-2020-self-evaluation', version: 1 };
  const data = { department: '市水务局', place: '某市', year: 2025, indicatorSystem };
  const begun = await context.request.post(api, { data });
  expect(begun.status()).toBe(201);
  return `/evaluations/${(await begun.json()).id}`;
}
