import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { accessCodeHash, newAccessCode } from '../../server/fieldwork/access-code.ts';
import { insertAccessCodes } from '../../server/store/access-codes.ts';
import { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { sampleQuestionnaire } from '../client/form/sample.ts';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser, withFormSite } from '../support/in-browser.ts';
import {
  answerSample,
  draftsKept,
  receiptOn,
  SAMPLE_ANSWERS,
  submit,
  tap,
  visit,
} from '../support/phone.ts';

const WRONG = '7K3F29QDABCDEFGHJKMNPQRSTV';

describeInBrowser('a survey answered by code, in Chromium', () => {
  const at = withFormSite();
  let code: string;
  beforeAll(async () => {
    code = await at.site.open(sampleQuestionnaire, { access: 'code' });
  });
  const field = (page: Page) => page.locator('[name=_k]');

  /** Codes that are good for one response each. */
  async function issue(count: number, survey = code): Promise<string[]> {
    const codes = Array.from({ length: count }, newAccessCode);
    const hashes = codes.map((each) => accessCodeHash(survey, each));
    await insertAccessCodes(at.site.store.write, survey, hashes);
    return codes;
  }

  it.each([
    ['on a small phone', { viewport: { width: 320, height: 640 } }, ''],
    ['in elder mode', {}, '?elder=1'],
    ['without script', { javaScriptEnabled: false }, ''],
  ])('asks for the code under its label, large enough to tap: %s', async (_, options, query) => {
    const { page, context } = await visit(at.browser, at.site.url(code) + query, options);
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
    const { page, context } = await visit(at.browser, `${at.site.url(code)}?k=${WRONG}`);
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
    expect(await at.site.stored(code)).toEqual([]);
    await context.close();
  });

  it('says what is wrong with it in the summary and beside it, in the same words, and says it to the field', async () => {
    const { page, context } = await visit(at.browser, at.site.url(code));
    await answerSample(page);
    await submit(page);
    await page.waitForSelector('#message');
    expect(await page.locator('#message a').allTextContents()).toEqual(['请填写正确的访问码']);
    expect(await page.textContent('#_k_error')).toBe('请填写正确的访问码');
    expect(await field(page).getAttribute('aria-invalid')).toBe('true');
    expect(await field(page).getAttribute('aria-describedby')).toBe('_k_error _k_help');
    expect(await axeFindings(page)).toEqual([]);
    // Nothing has been sent to learn that.
    expect(await field(page).isEnabled()).toBe(true);
    await field(page).fill(WRONG);
    expect(await page.textContent('#message h2')).toContain('都补好了');
    await submit(page);
    await page.waitForFunction(() =>
      document.querySelector('#message h2')?.textContent?.includes('1'),
    );
    expect(await field(page).getAttribute('aria-invalid')).toBe('true');
    expect(await field(page).inputValue()).toBe(WRONG);
    await context.close();
  });

  it('keeps a typed code over a reload, with the answers, and nothing of it once it is used', async () => {
    const [good = ''] = await issue(1);
    const { page, context } = await visit(at.browser, at.site.url(code));
    await tap(page, 'gender', 'female');
    await field(page).fill(good);
    await page.reload();
    await page.waitForSelector('.live');
    expect(await field(page).inputValue()).toBe(good);
    await answerSample(page);
    expect(await page.textContent('.state')).toContain('已答 3 / 4 题');
    await submit(page);
    await receiptOn(page);
    expect(await draftsKept(page)).toBe(0);
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(good);
    const stored = await at.site.stored(code);
    expect(stored.map(({ answers }) => answers)).toEqual([SAMPLE_ANSWERS]);
    await context.close();
  });

  it('counts a code that the link brought as no answer', async () => {
    const { page, context } = await visit(at.browser, `${at.site.url(code)}?k=${WRONG}`);
    await page.waitForSelector('.live');
    expect(await page.textContent('.state')).toContain('已答 0 / 4 题');
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    await context.close();
  });

  it.each([
    ['section by section', '', '第 1 / 2 部分'],
    ['one item at a time', '?elder=1', '已答 0 / 4 题'],
  ])('asks for it at the beginning only, and leads back there: %s', async (_, query, state) => {
    const inSections = Questionnaire.parse({
      ...sampleQuestionnaire,
      id: 'sample-with-code',
      layout: 'sections',
    });
    const survey = await at.site.open(inSections, { access: 'code' });
    const [spent = '', good = ''] = await issue(2, survey);
    const { page, context } = await visit(at.browser, at.site.url(survey) + query);
    await page.waitForSelector('.live');
    expect(await page.textContent('.state')).toContain(state);
    await submit(page);
    expect(await page.locator('#message a').first().textContent()).toBe('请填写正确的访问码');
    await field(page).fill(spent);
    const answers = { gender: 'female', matters: 'advice', overall: 'satisfied' };
    for (const [item, option] of Object.entries(answers)) {
      while (!(await page.isVisible(`[name="${item}"]`))) await submit(page);
      expect(await field(page).isVisible()).toBe(item !== 'overall' && !query);
      await tap(page, item, option);
    }
    // Meanwhile somebody else uses it up.
    const answer = await context.request.put(
      `${at.site.origin}/api/surveys/${survey}/responses/${crypto.randomUUID()}`,
      { data: { answers: SAMPLE_ANSWERS, accessCode: spent } },
    );
    expect(answer.status()).toBe(201);
    if (query) await submit(page);
    await submit(page);
    await page.waitForSelector('#message');
    expect(await page.textContent('#message')).toContain('这个访问码已经用过');
    expect(await field(page).isVisible()).toBe(false);
    await page.tap('#message a');
    expect(await field(page).evaluate((found) => found === document.activeElement)).toBe(true);
    await field(page).fill(good);
    while (!(await page.isVisible('.receipt'))) {
      await submit(page);
      await page.waitForTimeout(200);
    }
    const stored = await at.site.stored(survey);
    expect(stored.map(({ answers: each }) => each)).toEqual([SAMPLE_ANSWERS, SAMPLE_ANSWERS]);
    await context.close();
  });

  it('takes the same answers with another code where the first was spent, without script as well', async () => {
    const survey = await at.site.open(sampleQuestionnaire, { access: 'code' });
    const [spent = '', good = '', better = ''] = await issue(3, survey);
    for (const [first, second, options] of [
      [spent, good, {}],
      [spent, better, { javaScriptEnabled: false }],
    ] as const) {
      if (first === spent && second === good) {
        const done = await visit(at.browser, `${at.site.url(survey)}?k=${spent}`);
        await answerSample(done.page);
        await submit(done.page);
        await receiptOn(done.page);
        await done.context.close();
      }
      const { page, context } = await visit(
        at.browser,
        `${at.site.url(survey)}?k=${first}`,
        options,
      );
      await answerSample(page);
      await submit(page);
      await page.waitForSelector('#message');
      expect(await page.textContent('#_k_error')).toContain('这个访问码已经用过');
      expect(await field(page).inputValue()).toBe(spent);
      await field(page).fill(second);
      await submit(page);
      await receiptOn(page);
      await context.close();
    }
    expect(await at.site.stored(survey)).toHaveLength(3);
  });
});
