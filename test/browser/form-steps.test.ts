import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { shippedQuestionnaires } from '../../server/shipped-definitions.ts';
import { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { sampleQuestionnaire } from '../client/form/sample.ts';
import { describeInBrowser, withFormSite } from '../support/in-browser.ts';
import {
  answerSample,
  openPage,
  receiptOn,
  SAMPLE_ANSWERS,
  submit,
  tap,
  visit,
} from '../support/phone.ts';

const inSections = Questionnaire.parse({
  ...sampleQuestionnaire,
  id: 'sample-in-sections',
  layout: 'sections',
});

describeInBrowser('the way through the form', () => {
  const at = withFormSite();
  let ecology: Questionnaire;

  beforeAll(async () => {
    const found = (await shippedQuestionnaires()).find(({ id }) => id === 'public-ecology');
    if (!found) throw new Error('public-ecology is not shipped');
    ecology = found;
  });

  const cards = (page: Page) => page.locator('.card:not([hidden])');
  const shown = (page: Page) => cards(page).evaluateAll((all) => all.map(({ id }) => id));
  const button = (page: Page) => page.textContent('[type=submit]');

  describe('section by section', () => {
    it('shows one section at a time, says which, and asks for what is missing before the next', async () => {
      const code = await at.site.open(inSections);
      const { page, context, complaints } = await visit(at.browser, at.site.url(code));
      await page.waitForSelector('.live');
      expect(await shown(page)).toEqual(['gender_card', 'matters_card']);
      expect(await page.textContent('.state')).toContain('第 1 / 2 部分 · 已答 0 / 4 题');
      expect(await button(page)).toBe('下一部分');
      await tap(page, 'gender', 'female');
      await submit(page);
      expect(await page.locator('#message a').allTextContents()).toEqual(['第 2 题还没有选择']);
      await tap(page, 'matters', 'advice');
      await submit(page);
      expect(await shown(page)).toEqual(['overall_card', 'improve_card']);
      expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('总体来看');
      expect(await page.textContent('#overall_card .number')).toBe('3');
      expect(await page.isVisible('details')).toBe(false);
      await tap(page, 'overall', 'satisfied');
      await submit(page);
      await receiptOn(page);
      expect((await at.site.stored(code)).map(({ answers }) => answers)).toEqual([SAMPLE_ANSWERS]);
      expect(complaints).toEqual([]);
      await context.close();
    });

    it('keeps every answer and the place over the way back, forward and a reload', async () => {
      const code = await at.site.open(inSections);
      const { page, context } = await visit(at.browser, at.site.url(code));
      await tap(page, 'gender', 'female');
      await tap(page, 'matters', 'complaint');
      await tap(page, 'outcome', 'open');
      await submit(page);
      await page.fill('textarea', '路灯');
      await page.goBack();
      expect(await shown(page)).toEqual(['gender_card', 'matters_card', 'outcome_card']);
      expect(await page.isChecked('[name=outcome][value=open]')).toBe(true);
      await page.goForward();
      expect(await page.inputValue('textarea')).toBe('路灯');
      await page.reload();
      await page.waitForSelector('.live');
      expect(await shown(page)).toEqual(['overall_card', 'improve_card']);
      expect(await page.inputValue('textarea')).toBe('路灯');
      await page.tap('text=上一步');
      expect(await shown(page)).toContain('gender_card');
      // Opened anew from the link, the page goes on at the first item without an answer.
      const again = await openPage(context, at.site.url(code));
      await again.page.waitForSelector('.live');
      expect(await shown(again.page)).toContain('overall_card');
      await context.close();
    });

    it('is the same markup as one page: without script all sections show', async () => {
      const code = await at.site.open(inSections);
      const { page, context } = await visit(at.browser, at.site.url(code), {
        javaScriptEnabled: false,
      });
      expect(await cards(page).count()).toBe(5);
      expect(await button(page)).toBe('提交');
      await context.close();
    });

    it('leads from an objection to an item in another section', async () => {
      const code = await at.site.open(inSections);
      const { page, context } = await visit(at.browser, at.site.url(code));
      const objection = JSON.stringify({ errors: [{ item: 'gender', code: 'unknown-option' }] });
      await page.route('**/api/**', (route) =>
        route.fulfill({ status: 422, contentType: 'application/json', body: objection }),
      );
      await tap(page, 'gender', 'female');
      await tap(page, 'matters', 'advice');
      await submit(page);
      await tap(page, 'overall', 'satisfied');
      await submit(page);
      await page.tap('#message a');
      expect(await shown(page)).toContain('gender_card');
      expect(await page.textContent('#gender_error')).toContain('第 1 题');
      await context.close();
    });
  });

  describe('from item to item', () => {
    const top = (page: Page) => page.evaluate(() => Math.round(scrollY));
    /** Where the page comes to rest. */
    const settled = async (page: Page) => {
      let last = -1;
      await page.waitForTimeout(500);
      for (let now = await top(page); now !== last; now = await top(page)) {
        last = now;
        await page.waitForTimeout(150);
      }
      return last;
    };
    const visible = (page: Page, card: string) =>
      page.evaluate((id) => {
        const [box, bar] = [`#${id}`, '.bar'].map((selector) =>
          document.querySelector(selector)?.getBoundingClientRect(),
        );
        return !!box && !!bar && box.top >= 0 && box.bottom <= bar.top;
      }, card);

    it('brings the next one into view after a tap, and leaves the focus where it was', async () => {
      const code = await at.site.open(ecology);
      const { page, context } = await visit(at.browser, at.site.url(code));
      await page.waitForSelector('.live');
      expect(await visible(page, 'age_card')).toBe(false);
      await tap(page, 'gender', 'male');
      await settled(page);
      expect(await visible(page, 'age_card')).toBe(true);
      const focused = await page.evaluate(() => document.activeElement?.getAttribute('name'));
      expect(focused).toBe('gender');
      // An answer that is changed, with the next one given already, moves nothing.
      await tap(page, 'age', 'from-18-to-25');
      await settled(page);
      await page.evaluate(() => scrollTo(0, 0));
      await tap(page, 'gender', 'female');
      expect(await settled(page)).toBe(0);
      await context.close();
    });

    it('does not move for those who ask for less motion', async () => {
      const code = await at.site.open(ecology);
      const { page, context } = await visit(at.browser, at.site.url(code), {
        reducedMotion: 'reduce',
      });
      await page.waitForSelector('.live');
      const before = await settled(page);
      await tap(page, 'gender', 'male');
      expect(await settled(page)).toBe(before);
      await context.close();
    });

    it('does not move under the arrow keys, nor for those who scroll by themselves', async () => {
      const code = await at.site.open(ecology);
      const { page, context } = await visit(at.browser, at.site.url(code), {
        isMobile: false,
        hasTouch: false,
      });
      await page.waitForSelector('.live');
      await page.focus('[name=gender]');
      const before = await settled(page);
      await page.keyboard.press('ArrowDown');
      expect(await page.isChecked('[name=gender][value=female]')).toBe(true);
      expect(await settled(page)).toBe(before);
      await page.click('label:has([name=gender][value=male])');
      await page.mouse.wheel(0, -50);
      expect(await settled(page)).toBeLessThanOrEqual(before);
      await context.close();
    });
  });

  describe('in elder mode', () => {
    it('is one tap away, one item at a time, remembered, and one tap back', async () => {
      const code = await at.site.open(sampleQuestionnaire);
      const { page, context, complaints } = await visit(at.browser, at.site.url(code));
      await tap(page, 'gender', 'female');
      await page.tap('text=适老版');
      // Its style comes with the script that only elder mode loads.
      const tall = async () => (await page.locator('[type=submit]').boundingBox())?.height ?? 0;
      await expect.poll(tall).toBeGreaterThanOrEqual(60);
      expect(await shown(page)).toEqual([]);
      expect(await button(page)).toBe('开始答题');
      await submit(page);
      expect(await shown(page)).toEqual(['gender_card']);
      expect(await page.isChecked('[name=gender][value=female]')).toBe(true);
      await submit(page);
      expect(await shown(page)).toEqual(['matters_card']);
      await page.goBack();
      expect(await shown(page)).toEqual(['gender_card']);
      const again = await openPage(context, at.site.url(code));
      await again.page.waitForSelector('.elder');
      expect(await shown(again.page)).toEqual(['matters_card']);
      await page.tap('text=标准版');
      expect(await shown(page)).toEqual([
        'gender_card',
        'matters_card',
        'overall_card',
        'improve_card',
      ]);
      await page.reload();
      await page.waitForSelector('.live');
      expect(await page.locator('.elder').count()).toBe(0);
      expect(complaints).toEqual([]);
      await context.close();
    });

    /** How the page is set: its language, and the size of its text in px. */
    const set = (page: Page) =>
      page.evaluate(() => {
        const { documentElement: html } = document;
        return [html.lang, Number.parseFloat(getComputedStyle(html).fontSize)];
      });

    it('works without script: large, whole, and still so on every page that a post leads to', async () => {
      const code = await at.site.open(sampleQuestionnaire);
      const { page, context } = await visit(at.browser, at.site.url(code), {
        javaScriptEnabled: false,
      });
      await page.tap('text=English');
      await page.tap('text=Large print');
      await page.waitForSelector('.elder');
      const large = ['en', 22];
      expect(await set(page)).toEqual(large);
      expect(await cards(page).count()).toBe(5);
      await submit(page);
      await page.waitForSelector('#message');
      expect(await set(page)).toEqual(large);
      await answerSample(page);
      await submit(page);
      await receiptOn(page);
      expect(await set(page)).toEqual(large);
      // For somebody else on the same device.
      await page.tap('summary');
      await page.tap('.again a');
      await page.waitForSelector('form');
      expect(await set(page)).toEqual(large);
      await at.site.close(code);
      await submit(page);
      await page.waitForSelector('text=The survey has ended');
      expect(await set(page)).toEqual(large);
      await context.close();
    });

    it('is remembered on the notice that the survey is over', async () => {
      const code = await at.site.open(sampleQuestionnaire);
      const { page, context } = await visit(at.browser, at.site.url(code));
      await page.tap('text=适老版');
      await page.tap('[data-size="1"]');
      await at.site.close(code);
      await page.reload();
      await expect.poll(() => set(page)).toEqual(['zh-CN', 26]);
      expect(await page.textContent('h1')).toBe('调查已经结束');
      await context.close();
    });

    it('has text from 18 to 30 px, lines of 1.5 and targets of 60 px', async () => {
      const code = await at.site.open(sampleQuestionnaire);
      const { page, context } = await visit(at.browser, `${at.site.url(code)}?elder=1`);
      await page.waitForSelector('.live');
      for (let size = 0; size < 4; size += 1) await page.tap('[data-size="-1"]');
      const measured = () =>
        page.evaluate(() => {
          const visible = (element: Element) => element.getBoundingClientRect().width > 1;
          const texts = [...document.querySelectorAll('main *, footer *')].filter(
            (element) =>
              visible(element) &&
              [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()),
          );
          const styles = texts.map((element) => getComputedStyle(element));
          const targets = [
            ...document.querySelectorAll('a, button, summary, .options span, textarea'),
          ].filter(visible);
          return {
            smallest: Math.min(...styles.map(({ fontSize }) => Number.parseFloat(fontSize))),
            tightest: Math.min(
              ...styles.map((s) => Number.parseFloat(s.lineHeight) / Number.parseFloat(s.fontSize)),
            ),
            narrow: targets
              .filter((element) => {
                const { width, height } = element.getBoundingClientRect();
                return width < 60 || height < 60;
              })
              .map((element) => element.outerHTML.slice(0, 80)),
            sideways: document.documentElement.scrollWidth - innerWidth,
          };
        });
      const faultless = { smallest: 18, narrow: [], sideways: 0 };
      const steps = ['gender', 'matters', 'overall', 'improve'];
      expect(await measured()).toMatchObject(faultless);
      for (const item of steps) {
        await submit(page);
        expect(await shown(page)).toEqual([`${item}_card`]);
        const { tightest, ...rest } = await measured();
        expect(rest).toMatchObject(faultless);
        expect(tightest).toBeGreaterThanOrEqual(1.5);
        if (item !== 'improve') await page.locator(`#${item}_card label`).first().tap();
      }
      for (let size = 0; size < 5; size += 1) await page.tap('[data-size="1"]');
      expect(await measured()).toMatchObject({ ...faultless, smallest: 30 });
      await context.close();
    });

    /** A browser with one voice, which notes what it is given to say. */
    const voiced = () => {
      const said: string[] = [];
      const voices = [{ lang: 'zh-CN', name: 'Mei' }] as unknown as SpeechSynthesisVoice[];
      class Utterance {
        text: string;
        constructor(text: string) {
          this.text = text;
        }
      }
      Object.assign(window, { said, SpeechSynthesisUtterance: Utterance });
      Object.defineProperty(window, 'speechSynthesis', {
        value: {
          getVoices: () => voices,
          addEventListener: () => {},
          cancel: () => said.push('…'),
          speak: (utterance: Utterance) => said.push(utterance.text),
        },
      });
    };
    const said = (page: Page) =>
      page.evaluate(() => (window as unknown as { said: string[] }).said.filter((s) => s !== '…'));

    it('reads an item and its options aloud where the browser has a voice', async () => {
      const code = await at.site.open(sampleQuestionnaire);
      const { page, context } = await visit(at.browser, `${at.site.url(code)}?elder=1`, {
        prepare: (device) => device.addInitScript(voiced),
      });
      await page.waitForSelector('.speak', { state: 'attached' });
      await submit(page);
      await page.tap('.speak:visible');
      expect(await said(page)).toEqual(['您的性别是？男，女。']);
      expect(await page.textContent('.speak:visible')).toBe('停止朗读');
      await page.tap('.speak:visible');
      expect(await page.textContent('.speak:visible')).toBe('朗读');
      const box = await page.locator('.speak:visible').boundingBox();
      expect(Math.min(box?.height ?? 0, box?.width ?? 0)).toBeGreaterThanOrEqual(60);
      await page.tap('text=标准版');
      expect(await page.locator('.speak:visible').count()).toBe(0);
      await context.close();
    });

    it('offers no reading where the browser has no voice for it', async () => {
      const code = await at.site.open(sampleQuestionnaire);
      const { page, context } = await visit(at.browser, at.site.url(code));
      const loaded = page.waitForResponse('**/assets/form-elder-*');
      await page.tap('text=适老版');
      await loaded;
      await submit(page);
      expect(await page.locator('.speak').count()).toBe(0);
      await context.close();
    });
  });
});
