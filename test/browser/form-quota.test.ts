import type { BrowserContextOptions } from 'playwright-core';
import { expect, it } from 'vitest';
import { sampleQuestionnaire } from '../client/form/sample.ts';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser, withFormSite } from '../support/in-browser.ts';
import { answerSample, receiptOn, SAMPLE_ANSWERS, submit, tap, visit } from '../support/phone.ts';

const ENDING = '您这一类的答卷已收满。收到了';
const WORDS = '您这一类的答卷已收满';
const FULL = { disposition: 'ineligible', reasons: [{ code: 'quota-full', item: 'gender' }] };

describeInBrowser('a quota that is full', () => {
  const at = withFormSite();

  /** A survey that wants one woman, and ends for those who come after. */
  const open = () =>
    at.site.open(sampleQuestionnaire, {
      plan: {
        total: 10,
        quotas: [{ item: 'gender', options: [{ id: 'female', n: 1 }], endsWhenFull: true }],
      },
    });
  const phone = (code: string, options: BrowserContextOptions & { query?: string } = {}) =>
    visit(at.browser, at.site.url(code) + (options.query ?? ''), options);
  const fill = async (code: string) => {
    const { page, context } = await phone(code);
    await answerSample(page);
    await submit(page);
    await receiptOn(page);
    await context.close();
  };
  const stored = async (code: string) =>
    (await at.site.stored(code)).map(({ disposition, reasons, answers }) => ({
      disposition,
      reasons,
      answers,
    }));

  it.each<[string, BrowserContextOptions & { query?: string }]>([
    ['with script', {}],
    ['without script', { javaScriptEnabled: false }],
  ])('ends the questionnaire kindly for whoever comes after, %s', async (_, options) => {
    const code = await open();
    await fill(code);
    const { page, context } = await phone(code, options);
    expect(await page.locator('.full:visible').count()).toBe(0);
    await tap(page, 'gender', 'female');
    expect(await page.locator('.full:visible').innerText()).toContain(WORDS);
    if (options.javaScriptEnabled !== false) expect(await axeFindings(page)).toEqual([]);
    await submit(page);
    expect(await receiptOn(page)).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(await page.textContent('body')).toContain(ENDING);
    expect(await stored(code)).toContainEqual({ ...FULL, answers: { gender: 'female' } });
    await context.close();
  });

  it('ends it in elder mode too', async () => {
    const code = await open();
    await fill(code);
    const { page, context } = await phone(code, { query: '?elder=1' });
    await page.waitForSelector('.live');
    await submit(page);
    await tap(page, 'gender', 'female');
    expect((await page.textContent('[type=submit]'))?.trim()).toBe('提交');
    await submit(page);
    await receiptOn(page);
    expect(await stored(code)).toContainEqual({ ...FULL, answers: { gender: 'female' } });
    await context.close();
  });

  it('refuses nobody who had begun before, nor what waited on a phone without network', async () => {
    const code = await open();
    const { page, context } = await phone(code);
    await page.waitForSelector('.live');
    await answerSample(page);
    const tried = page.waitForEvent('requestfailed');
    await page.route('**/responses/*', (route) => route.abort('internetdisconnected'));
    await submit(page);
    await tried;
    await fill(code);
    await page.unroute('**/responses/*');
    expect(await receiptOn(page)).toMatch(/-/);
    expect(await stored(code)).toContainEqual({ ...FULL, answers: SAMPLE_ANSWERS });
    expect((await stored(code)).filter(({ disposition }) => disposition === 'valid')).toHaveLength(
      1,
    );
    await context.close();
  });
});
