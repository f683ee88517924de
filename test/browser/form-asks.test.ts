import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { sampleQuestionnaire } from '../client/form/sample.ts';
import { screenedQuestionnaire } from '../client/form/screened.ts';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser, withFormSite } from '../support/in-browser.ts';
import { answerSample, openPage, receiptOn, submit, tap, visit } from '../support/phone.ts';

const ASKS = {
  commissioner: '朔州市财政局预算绩效评价中心',
  evaluator: '山西中泰天晟会计师事务所（特殊普通合伙）朔州分所',
  contact: '评价组李女士 0349-2281234 转 801（工作日 9:00-17:00）',
};
const BYLINE = `${ASKS.commissioner}委托${ASKS.evaluator}开展调查`;

describeInBrowser('who asks, and whom to call', () => {
  const at = withFormSite();
  beforeAll(() => at.site.asks(ASKS, '2027-12-31'));

  const byline = async (page: Page) =>
    (await page.locator('.by:visible').first().innerText()).split('\n')[0];
  const number = (page: Page) => page.locator('.contact:visible a');
  /** Nothing is wider than the screen. */
  const fits = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);

  it.each([
    ['with script', {}],
    ['without script', { javaScriptEnabled: false }],
  ])('is on the first screen and on the closing page: %s', async (_, options) => {
    const code = await at.site.open(sampleQuestionnaire);
    const { page, context } = await visit(at.browser, at.site.url(code), options);
    expect(await byline(page)).toBe(BYLINE);
    const box = await number(page).boundingBox();
    expect((box?.y ?? 740) + (box?.height ?? 0)).toBeLessThan(740);
    expect(box?.height).toBeGreaterThanOrEqual(44);
    await answerSample(page);
    await submit(page);
    await receiptOn(page);
    expect(await byline(page)).toBe(BYLINE);
    expect(await number(page).count()).toBe(1);
    expect(await number(page).getAttribute('href')).toBe('tel:03492281234,801');
    expect(await fits(page)).toBe(true);
    if (!('javaScriptEnabled' in options)) {
      expect(await axeFindings(page)).toEqual([]);
      // Drawn again where it was answered before, and once.
      await page.reload();
      await receiptOn(page);
      expect(await number(page).count()).toBe(1);
      await page.tap('text=还有别人要用这台设备填写');
      await page.tap('text=另填一份新的答卷');
      await page.waitForSelector('form:visible');
      expect(await number(page).count()).toBe(1);
    }
    await context.close();
  });

  it('is told to whoever does not belong to the group, too', async () => {
    const code = await at.site.open(screenedQuestionnaire);
    const { page, context } = await visit(at.browser, at.site.url(code));
    await page.waitForSelector('.live');
    await tap(page, 'services', 'none');
    await tap(page, 'home', 'elsewhere');
    await submit(page);
    await receiptOn(page);
    expect(await page.textContent('h1#message')).toContain('不用再填了');
    expect(await number(page).getAttribute('href')).toBe('tel:03492281234,801');
    await context.close();
  });

  it('is on the notice of a closed survey, also once that has been drawn again', async () => {
    const code = await at.site.open(sampleQuestionnaire);
    const { page, context } = await visit(at.browser, at.site.url(code));
    await tap(page, 'gender', 'male');
    await at.site.close(code);
    const again = await openPage(context, at.site.url(code));
    await again.page.waitForSelector('text=没有提交的答案还在');
    expect(await byline(again.page)).toBe(BYLINE);
    expect(await number(again.page).count()).toBe(1);
    await again.page.tap('text=删除这台设备上的答案');
    expect(await number(again.page).count()).toBe(1);
    expect(await axeFindings(again.page)).toEqual([]);
    await context.close();
  });

  it.each([
    [320, '', {}],
    [360, '', { colorScheme: 'dark' as const }],
    [320, '?elder=1', {}],
    [360, '?elder=1&lang=en', {}],
    [1440, '?lang=en', {}],
  ])('fits %s px however long the names, %s', async (width, query, options) => {
    const code = await at.site.open(sampleQuestionnaire);
    await at.site.points(code, [
      { id: 'p', name: '平鲁区井坪镇人民政府综合便民服务中心（一楼大厅）' },
    ]);
    const { page, context } = await visit(
      at.browser,
      `${at.site.url(code)}${query || '?'}&p=p`.replace('?&', '?'),
      { viewport: { width, height: 740 }, ...options },
    );
    await page.waitForSelector('.live');
    expect(await fits(page)).toBe(true);
    expect((await number(page).boundingBox())?.height).toBeGreaterThanOrEqual(
      query.includes('elder') ? 60 : 44,
    );
    await page.click('summary');
    expect(await fits(page)).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await context.close();
  });

  it('is printed: the names and the number, without links to elsewhere', async () => {
    const code = await at.site.open(sampleQuestionnaire);
    const { page, context } = await visit(at.browser, at.site.url(code));
    await page.emulateMedia({ media: 'print' });
    expect(await page.isVisible(`text=${BYLINE}`)).toBe(true);
    expect(await number(page).isVisible()).toBe(true);
    expect(await page.isVisible('.to-elder')).toBe(false);
    await context.close();
  });
});
