import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { receiptOf } from '../../server/store/receipt.ts';
import { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { LANGUAGES } from '../../survey-definitions/text.ts';
import { screenedQuestionnaire } from '../client/form/screened.ts';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser, withFormSite } from '../support/in-browser.ts';
import { openPage, receiptOn, submit, tap, visit } from '../support/phone.ts';

const inSections = Questionnaire.parse({
  ...screenedQuestionnaire,
  id: 'screened-in-sections',
  layout: 'sections',
});
const CLOSING = { 'zh-CN': '谢谢您，不用再填了', en: 'Thank you, there is nothing more to answer' };
/** What is kept of somebody who does not belong to the group. */
const KEPT = { services: ['none'], home: 'elsewhere' };

describeInBrowser('options that decide about others', () => {
  const at = withFormSite();

  const shown = (page: Page) =>
    page.$$eval('.card:not([hidden])', (cards) => cards.map(({ id }) => id.replace('_card', '')));
  const checked = (page: Page) =>
    page.$$eval(':checked', (all) => all.map((each) => (each as HTMLInputElement).value));
  const state = async (page: Page) => (await page.textContent('.state'))?.trim();
  const button = (page: Page) => page.textContent('[type=submit]');

  async function start(q: Questionnaire, options: BrowserContextOptions & { query?: string } = {}) {
    const { query = '', ...rest } = options;
    const code = await at.site.open(q);
    const url = at.site.url(code) + query;
    const visited = await visit(at.browser, url, rest);
    const stored = async () => (await at.site.stored(code))[0];
    return { ...visited, code, url, stored };
  }
  async function turnAway(page: Page) {
    await tap(page, 'services', 'none');
    await tap(page, 'home', 'elsewhere');
  }
  async function closes(page: Page, language: keyof typeof CLOSING = 'zh-CN') {
    const number = await receiptOn(page);
    expect(await page.textContent('#message')).toBe(CLOSING[language]);
    expect(await page.title()).toBe(CLOSING[language]);
    return number;
  }

  describe('one that stands alone', () => {
    it('clears the others when it is chosen, and is cleared by them', async () => {
      const { page, context, complaints } = await start(screenedQuestionnaire);
      await page.waitForSelector('.live');
      await tap(page, 'services', 'library');
      await tap(page, 'services', 'canteen');
      expect(await checked(page)).toEqual(['library', 'canteen']);
      await tap(page, 'services', 'none');
      expect(await checked(page)).toEqual(['none']);
      // What the device keeps is what stands there.
      await page.reload();
      await page.waitForSelector('.live');
      expect(await checked(page)).toEqual(['none']);
      await page.focus('[value=canteen]');
      await page.keyboard.press('Space');
      expect(await checked(page)).toEqual(['canteen']);
      // Taking a mark away puts nothing else out.
      await tap(page, 'services', 'library');
      await tap(page, 'services', 'library');
      expect(await checked(page)).toEqual(['canteen']);
      expect(complaints).toEqual([]);
      await context.close();
    });

    it('without script comes back beside another, with what to do beside the item', async () => {
      const { page, context, stored } = await start(screenedQuestionnaire, {
        javaScriptEnabled: false,
      });
      await tap(page, 'services', 'library');
      await tap(page, 'services', 'none');
      await tap(page, 'home', 'here');
      await tap(page, 'overall', 'unknown');
      await submit(page);
      expect(await page.textContent('#services_error')).toContain('第 1 题选的几项不能同选');
      expect(await page.textContent('#services_help')).toContain('选“以上都没有”就不再选其他项');
      await tap(page, 'services', 'library');
      await submit(page);
      await receiptOn(page);
      expect(await stored()).toMatchObject({
        disposition: 'valid',
        answers: { services: ['none'], home: 'here', overall: 'unknown' },
      });
      await context.close();
    });
  });

  describe('one that ends the questionnaire', () => {
    it('leaves what comes after it out of sight and out of what is sent, but not out of mind', async () => {
      const { page, context, stored, complaints } = await start(screenedQuestionnaire);
      await tap(page, 'home', 'here');
      await tap(page, 'overall', 'bad');
      await page.fill('textarea', '路灯');
      await turnAway(page);
      expect(await shown(page)).toEqual(['services', 'home']);
      expect(await page.locator('.part:not([hidden])').count()).toBe(1);
      expect(await state(page)).toBe('已答 2 / 2 题 可以提交了');
      // Over a reload as well.
      await page.reload();
      await page.waitForSelector('.live');
      expect(await shown(page)).toEqual(['services', 'home']);
      await tap(page, 'home', 'here');
      expect(await shown(page)).toEqual(['services', 'home', 'overall', 'improve']);
      expect(await page.inputValue('textarea')).toBe('路灯');
      expect(await page.isChecked('[value=bad]')).toBe(true);
      await tap(page, 'home', 'elsewhere');
      await submit(page);
      const number = await closes(page);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('message');
      const response = await stored();
      expect(response).toMatchObject({ disposition: 'ineligible', answers: KEPT });
      expect(number).toBe(receiptOf(response?.id ?? ''));
      // Whoever opens it next on this device is not told what somebody else answered.
      await page.reload();
      expect(await receiptOn(page)).toBe(number);
      expect(await page.textContent('#message')).toBe('谢谢，您的答卷已收到');
      await page.tap('.again summary');
      await page.tap('.again a');
      await page.waitForSelector('form:not([hidden])');
      expect(await page.title()).toBe('社区服务满意度调查');
      await turnAway(page);
      await tap(page, 'home', 'here');
      await tap(page, 'overall', 'good');
      await submit(page);
      await receiptOn(page);
      expect(await page.textContent('#message')).toBe('谢谢，您的答卷已收到');
      expect(complaints).toEqual([]);
      await context.close();
    });

    it('asks for nothing before it that is missing, but for what is wrong', async () => {
      const { page, context, stored } = await start(screenedQuestionnaire);
      await tap(page, 'services', 'library');
      await tap(page, 'home', 'elsewhere');
      await submit(page);
      expect(await page.locator('#message a').allTextContents()).toEqual(['第 1 题至少要选 2 项']);
      await tap(page, 'services', 'library');
      await submit(page);
      await closes(page);
      expect((await stored())?.answers).toEqual({ home: 'elsewhere' });
      await context.close();
    });

    it('ends the steps of a long page: the button sends', async () => {
      const { page, context, stored } = await start(inSections);
      await page.waitForSelector('.live');
      expect(await button(page)).toBe('下一部分');
      await turnAway(page);
      expect(await button(page)).toBe('提交');
      expect(await state(page)).toBe('已答 2 / 2 题 可以提交了');
      await tap(page, 'home', 'here');
      expect(await button(page)).toBe('下一部分');
      await tap(page, 'home', 'elsewhere');
      await submit(page);
      await closes(page);
      expect((await stored())?.answers).toEqual(KEPT);
      await context.close();
    });

    it.each(LANGUAGES)('ends the way in elder mode, item by item, in %s', async (language) => {
      const query = `?elder=1&lang=${language}`;
      const { page, context, stored } = await start(screenedQuestionnaire, { query });
      await page.waitForSelector('.live');
      await submit(page);
      await tap(page, 'services', 'none');
      await submit(page);
      await tap(page, 'home', 'elsewhere');
      expect(await button(page)).toBe(language === 'en' ? 'Send' : '提交');
      await submit(page);
      await closes(page, language);
      expect(await page.evaluate(() => document.documentElement.className)).toContain('elder');
      expect((await stored())?.answers).toEqual(KEPT);
      await context.close();
    });

    it('without script closes as kindly, whatever was answered later', async () => {
      const { page, context, stored } = await start(screenedQuestionnaire, {
        javaScriptEnabled: false,
      });
      expect(await shown(page)).toHaveLength(4);
      await turnAway(page);
      await tap(page, 'overall', 'bad');
      await page.fill('textarea', 'x'.repeat(99));
      await submit(page);
      await closes(page);
      expect(await stored()).toMatchObject({ disposition: 'ineligible', answers: KEPT });
      await context.close();
    });

    it('closes on a page that axe finds no fault with, light and dark, as with the note before it', async () => {
      const { page, context } = await start(screenedQuestionnaire);
      await turnAway(page);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await axeFindings(page)).toEqual([]);
      }
      await submit(page);
      await closes(page);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await axeFindings(page)).toEqual([]);
      }
      await context.close();
    });

    it.each([
      ['while the survey is open', false],
      ['on the notice of a survey that has closed since', true],
    ])('closes so after a retry: %s', async (_, hasClosed) => {
      const { page, context, code, url } = await start(screenedQuestionnaire);
      await page.evaluate(() => {
        const send = window.fetch;
        window.fetch = async (...request) => {
          await send(...request);
          throw new TypeError('the connection broke');
        };
      });
      await turnAway(page);
      await submit(page);
      await page.waitForSelector('text=会自动再试');
      await page.close();
      if (hasClosed) await at.site.close(code);
      const again = await openPage(context, url);
      const number = await closes(again.page);
      const stored = await at.site.stored(code);
      expect(stored.map(({ id }) => receiptOf(id))).toEqual([number]);
      await context.close();
    });
  });
});
