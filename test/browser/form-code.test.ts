import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleQuestionnaire } from '../client/form/sample.ts';
import { findChromium, launchBrowser } from '../support/browser.ts';
import { type FormSite, startFormSite } from '../support/form-site.ts';
import { answerSample, submit, visit } from '../support/phone.ts';

const WRONG = '7K3F29QDABCDEFGHJKMNPQRSTV';

describe.skipIf(!findChromium())('a survey answered by code, in Chromium', () => {
  let browser: Browser;
  let site: FormSite;
  let code: string;
  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), startFormSite()]);
    code = await site.open(sampleQuestionnaire, { access: 'code' });
  });
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });
  const field = (page: Page) => page.locator('[name=_k]');

  it.each([
    ['on a small phone', { viewport: { width: 320, height: 640 } }, ''],
    ['in elder mode', {}, '?elder=1'],
    ['without script', { javaScriptEnabled: false }, ''],
  ])('asks for the code under its label, large enough to tap: %s', async (_, options, query) => {
    const { page, context } = await visit(browser, site.url(code) + query, options);
    const box = await field(page).boundingBox();
    const label = await page.locator('label[for=_k_]').boundingBox();
    const width = page.viewportSize()?.width ?? 0;
    expect(box?.height).toBeGreaterThanOrEqual(query ? 60 : 44);
    expect(box?.y).toBeGreaterThanOrEqual(label?.y ?? Infinity);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    expect(box?.width).toBeGreaterThan(200);
    await context.close();
  });

  it('keeps a code that came with the link out of sight until it turns out to be no good', async () => {
    const { page, context } = await visit(browser, `${site.url(code)}?k=${WRONG}`);
    expect(await field(page).isVisible()).toBe(false);
    await answerSample(page);
    await submit(page);
    await page.waitForSelector('#message');
    expect(await page.innerText('#message')).toContain('请填写正确的访问码');
    expect(await field(page).isVisible()).toBe(true);
    expect(await field(page).inputValue()).toBe(WRONG);
    await page.tap('#message a');
    expect(await field(page).evaluate((found) => found === document.activeElement)).toBe(true);
    expect(await page.isChecked('[name=overall][value=satisfied]')).toBe(true);
    expect(await site.stored(code)).toEqual([]);
    await context.close();
  });
});
