import { expect, it } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser, withWorkbenchWindow } from '../support/in-browser.ts';
import { says, sitDown } from '../support/workbench-site.ts';

describeInBrowser('the preview of a questionnaire, in Chromium', () => {
  const at = withWorkbenchWindow();

  /** A draft survey of a new evaluation, on the card that would open it. */
  async function draft() {
    const desk = await sitDown(at.site, at.context);
    const post = async (path: string, data: object) =>
      (await at.context.request.post(`${at.site.address}/api/${path}`, { data })).json();
    const { id } = await post('evaluations', {
      department: '市水务局',
      place: '某市',
      year: 2025,
      indicatorSystem: { id: 'shuozhou-2019-ecology', version: 1 },
    });
    const { code } = await post(`evaluations/${id}/surveys`, {
      questionnaire: { id: 'public-general', version: 1 },
      plan: { total: 10 },
      phase: 'formal',
      access: 'open',
    });
    await desk.page.goto(`${at.site.address}/evaluations/${id}/returns/${code}`);
    return { ...desk, code };
  }
  const progress = async (code: string) =>
    (await at.context.request.get(`${at.site.address}/api/surveys/${code}/progress`)).json();

  it('stands beside opening a draft, with the evaluation’s own names, and stores nothing', async () => {
    const { page, complaints, code } = await draft();
    await page.click('.survey-head >> text=预览问卷');
    await says(page, 'h2', '预览');
    const form = page.frameLocator('.phone');
    await form.locator('h1', { hasText: '市水务局2025年度公众满意度调查' }).waitFor();
    await form.locator('text=预览：不保存任何内容').waitFor();
    const frame = await page.locator('.phone').boundingBox();
    expect([Math.round(frame?.width ?? 0), Math.round(frame?.height ?? 0)]).toEqual([392, 846]);

    const first = form.locator('input[type=radio]').first();
    await first.check({ force: true });
    expect(await first.isChecked()).toBe(true);
    await page.click('text=重新开始');
    await form.locator('input[type=radio]').first().waitFor();
    expect(await form.locator('input[type=radio]').first().isChecked()).toBe(false);

    await page.click('label:has-text("适老版")');
    await form.locator('html.elder').waitFor();
    await page.click('label:has-text("英文")');
    await form.locator('html[lang=en]').waitFor();
    // What was chosen is in the address, to be sent to somebody.
    expect(new URL(page.url()).search).toBe('?elder=1&lang=en');
    expect(await page.locator('text=单独打开').getAttribute('href')).toMatch(/\?lang=en&elder=1$/);
    expect(await progress(code)).toMatchObject({ received: 0 });
    expect(await axeFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('is as wide as a phone on one, and leads back to the questionnaire', async () => {
    await at.context.close();
    at.context = await at.browser.newContext({ viewport: { width: 360, height: 740 } });
    const { page } = await draft();
    await page.click('.survey-head a:has-text("满意度调查")');
    await page.click('.questionnaire-text >> text=预览');
    await page.frameLocator('.phone').locator('h1').waitFor();
    expect((await page.locator('.phone').boundingBox())?.width).toBe(328);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.click('.page a:has-text("市水务局2025年度公众满意度调查")');
    await page.waitForSelector('.item-text');
    await page.click('text=建立调查');
    await page.waitForSelector('[name=total]');
    await page.click('.page a:has-text("预览")');
    await page.waitForSelector('.phone');
  });
});
