import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, withWorkbenchWindow } from '../support/in-browser.ts';
import { examplePath, says, sitDown } from '../support/workbench-site.ts';

const address = (page: Page) => {
  const { pathname, search } = new URL(page.url());
  return pathname.replace(/^\/evaluations\/[^/]+/, '') + search;
};

describeInBrowser('the address of a screen, in Chromium', () => {
  const at = withWorkbenchWindow();
  const openScreen = async (path: string) => {
    const desk = await sitDown(at.site, at.context);
    await desk.page.goto(at.site.address + (await examplePath(at.site, at.context)) + path);
    return desk;
  };

  it('names the indicator opened by hand and the indicators shown; a step away and back finds both', async () => {
    const { page, complaints } = await openScreen('/scoring');
    await page.click('label:has-text("由调查计分")');
    await page.click('.disclosure:has-text("C302")');
    await page.click('.disclosure:has-text("C301")');
    await says(page, '.indicator.open', 'C301');
    expect(address(page)).toBe('/scoring?show=surveyed&indicator=C301');

    await page.click('.score-trace a');
    await says(page, '.composite-value', '89.34');
    await page.goBack();
    await says(page, '.indicator.open', 'C301');
    expect(await page.locator('.indicator').count()).toBe(3);
    await page.reload();
    await says(page, '.indicator.open', 'C301');
    await page.click('.disclosure:has-text("C301")');
    await page.waitForSelector('.indicator.open', { state: 'detached' });
    expect(address(page)).toBe('/scoring?show=surveyed');
    expect(complaints).toEqual([]);
  });

  it('leads a step back to where a link was followed, with what was open there, and closes nothing else', async () => {
    const { page } = await openScreen('/results/pubeca34');
    await page.click('.composite a:text-is("C301")');
    await says(page, '.indicator.open', 'C301');
    await page.click('.disclosure:has-text("A101")');
    await says(page, '.indicator.open', 'A101');
    await page.goBack();
    await says(page, '.composite-value', '89.34');
    await page.goForward();
    await says(page, '.indicator.open', 'A101');
  });

  it('names the rounding and the view of results, whose satisfaction items stand in one table', async () => {
    const { page } = await openScreen('/results/pubeca34');
    await page.waitForSelector('.scale-chart');
    const tables = () => page.locator('table:has-text("空气质量")').count();
    expect(await tables()).toBe(1);
    await page.click('label:has-text("报告口径")');
    await page.click('.scales label:has-text("表")');
    await says(page, '.composite-value', '89.35');
    expect(address(page)).toBe('/results/pubeca34?rounding=published&as=table');
    expect(await tables()).toBe(1);

    await page.click('.scale-matrix tr:has-text("空气质量") a >> nth=0');
    await says(page, '.answer-filter', '空气质量');
    await page.goBack();
    await says(page, '.composite-value', '89.35');
    await page.waitForSelector('.scale-matrix');
    await page.reload();
    await says(page, '.composite-value', '89.35');
  });

  it('names the response that is open; the list says how many it shows, and whether that is all', async () => {
    const { page } = await openScreen('/results/pubeca34');
    await page.click('.composite-value a');
    await says(page, '[role=status]', '共 137 份，已显示 50 份');
    await page.click('text=显示更多');
    await says(page, '[role=status]', '共 137 份，已显示 100 份');
    await page.click('text=显示更多');
    await says(page, '[role=status]', '共 137 份');
    await page.click('.filter-bar label:has-text("现场纸质")');
    await says(page, '[role=status]', '共 30 份');
    const third = page.locator('.response-rows tbody tr >> nth=2 >> a');
    const open = await third.innerText();
    await third.click();
    await says(page, 'h2', open);
    expect(address(page)).toMatch(/responses\/[0-9a-f-]{36}\?channel=paper&disposition=valid$/);
    await page.reload();
    await says(page, 'h2', open);
    await page.goBack();
    await says(page, '.list-count', '共 30 份');
    await page.goBack();
    await says(page, '.composite-value', '89.34');
  });
});
