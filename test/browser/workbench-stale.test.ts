import { expect, it } from 'vitest';
import { describeInBrowser, withWorkbenchWindow } from '../support/in-browser.ts';
import { examplePath, says, sitDown } from '../support/workbench-site.ts';

describeInBrowser('numbers that may be old, in Chromium', () => {
  const at = withWorkbenchWindow();

  const SCREENS = [
    '/details',
    '/questionnaires',
    '/returns',
    '/returns/pubeca34',
    '/results/pubeca34',
    '/results/pubeca34/responses',
    '/scoring',
  ];

  it('carry their time in China on every screen', async () => {
    const { page } = await sitDown(at.site, at.context);
    const example = await examplePath(at.site, at.context);
    for (const path of ['/', ...SCREENS.map((screen) => example + screen)]) {
      await page.goto(at.site.address + path);
      await page.waitForSelector('.as-of');
      const [before, shown] = [Date.now(), await page.locator('.as-of').innerText()];
      const minutes = [before - 60_000, before].map((moment) =>
        new Date(moment + 8 * 3_600_000).toISOString().slice(11, 16),
      );
      expect(minutes.map((minute) => `更新于 ${minute}`)).toContain(shown.replace(/:\d\d$/, ''));
    }
  });

  it('are left standing with a warning while the server does not answer, and without it afterwards', async () => {
    const { page, complaints } = await sitDown(at.site, at.context);
    const example = await examplePath(at.site, at.context);
    // Its pilots are open, so that every stop is polled where no line can be had.
    await page.route('**/progress/stream', (route) => route.abort());
    for (const [screen, number] of [
      ['/returns', '137 / 100'],
      ['/scoring', '80.50'],
    ] as const) {
      await page.goto(at.site.address + example + screen);
      await says(page, '.page', number);
      expect(await page.locator('.stale-notice').count()).toBe(0);
      await page.route('**/api/**', (route) => route.abort());
      await page.waitForSelector('.stale-notice', { timeout: 20_000 });
      await says(page, '.stale-notice', /服务器没有回应。.*截至 \d\d:\d\d:\d\d，之后可能已经变了/);
      await says(page, '.page', number);
      await page.unroute('**/api/**');
      await page.click('.stale-notice button');
      await page.waitForSelector('.stale-notice', { state: 'detached' });
    }
    expect(complaints).toEqual([]);
  }, 60_000);
});
