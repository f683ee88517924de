import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { shippedQuestionnaires } from '../../server/shipped-definitions.ts';
import { fillQuestionnaire } from '../../survey-definitions/form.ts';
import { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { sampleQuestionnaire } from '../client/form/sample.ts';
import { answerFirst } from '../support/form-states.ts';
import { withFormSite } from '../support/in-browser.ts';
import { receiptOn, submit, tap, visit } from '../support/phone.ts';
import { describeOnPaper, printedGreys, printedSheets, printedText } from '../support/printed.ts';

/** Text as it can be found again wherever its lines end. */
const squeezed = (text: string) => text.replace(/\s+/g, '');
const occurrences = (text: string, part: string) => squeezed(text).split(squeezed(part)).length - 1;

/** What the evaluation of the test's surveys fills in. */
const VALUES = { department: '生态环境局', place: '朔州市', year: 2019 };

describeOnPaper('the form on paper', () => {
  const at = withFormSite();
  let ecology: Questionnaire;
  let inSections: Questionnaire;

  beforeAll(async () => {
    const found = (await shippedQuestionnaires()).find(({ id }) => id === 'public-ecology');
    if (!found) throw new Error('public-ecology is not shipped');
    ecology = found;
    inSections = Questionnaire.parse({ ...ecology, version: 99, layout: 'sections' });
  });

  /** As many of each grey as on all sheets together. */
  const greysOf = async (page: Page) => {
    const all = new Array<number>(256).fill(0);
    for (const sheet of await printedGreys(page))
      for (const [grey, points] of sheet.entries()) all[grey] = (all[grey] ?? 0) + points;
    return all;
  };
  const between = (greys: number[], from: number, to: number) =>
    greys.slice(from, to + 1).reduce((sum, points) => sum + points, 0);

  describe.each([
    ['upright', {}],
    ['across', { landscape: true }],
  ])('%s', (_, paper) => {
    it.each<[string, string, boolean, (page: Page) => Promise<unknown>]>([
      ['on one page', 'page', true, async () => {}],
      ['without script', 'page', false, async () => {}],
      [
        'in sections, from the second',
        'sections',
        true,
        async (page) => {
          await answerFirst(page, 3);
          await submit(page);
          await page.waitForSelector('.past');
        },
      ],
      [
        'in elder mode, from one item',
        'elder',
        true,
        async (page) => {
          await page.waitForSelector('.live');
          await submit(page);
          await page.waitForSelector('.past');
        },
      ],
    ])(
      'is whole: every item with every option, once and in order, %s',
      async (_, layout, javaScriptEnabled, reach) => {
        const questionnaire = layout === 'sections' ? inSections : ecology;
        const code = await at.site.open(questionnaire);
        const { page, context } = await visit(
          at.browser,
          at.site.url(code) + (layout === 'elder' ? '?elder=1' : ''),
          { javaScriptEnabled },
        );
        await reach(page);
        const form = fillQuestionnaire(questionnaire, VALUES, 'zh-CN');
        const sheets = await printedSheets(page, paper);
        const text = squeezed(sheets.join(''));
        expect(occurrences(text, form.title)).toBe(1);
        const places = form.items.map(({ text: asked }, index) =>
          text.indexOf(squeezed(`${index + 1} ${asked}`)),
        );
        expect(places.filter((place) => place < 0)).toEqual([]);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        for (const { text: asked } of form.items) expect(occurrences(text, asked)).toBe(1);
        // An item is never torn between two sheets: its options, all of them and in order, stand where it is asked.
        const inOrder = await printedSheets(page, { ...paper, inOrder: true });
        expect(inOrder).toHaveLength(sheets.length);
        for (const { text: asked, options = [] } of form.items) {
          const sheet = sheets.findIndex((each) => occurrences(each, asked) > 0);
          const labels = options.map(({ label }) => label).join('');
          expect(squeezed(inOrder[sheet] ?? '')).toContain(squeezed(labels));
        }
        const scales = form.items.filter(({ type }) => type === 'satisfaction').length;
        expect(occurrences(inOrder.join(''), '非常满意 满意 一般 不满意')).toBe(scales);
        // What only works on a screen stays there.
        expect(sheets.join('\n')).not.toMatch(/提交$|下一|上一步|已答 |适老版|English|取消选择/m);
        await context.close();
      },
    );
  });

  it('says of a conditional item when to answer it, whichever items the screen shows', async () => {
    const code = await at.site.open(sampleQuestionnaire);
    const { page, context } = await visit(at.browser, at.site.url(code));
    await tap(page, 'matters', 'advice');
    expect(await page.isVisible('#outcome_card')).toBe(false);
    // On the screen the condition has done its work, and is not told.
    await tap(page, 'matters', 'complaint');
    expect(await page.isVisible('#outcome_if')).toBe(false);
    const fieldset = page.locator('#outcome_card fieldset');
    expect(await fieldset.getAttribute('aria-describedby')).toBeNull();
    await tap(page, 'matters', 'complaint');
    const text = squeezed(await printedText(page));
    expect(text).toContain('3您投诉的事解决了吗？只在第2题选“投诉”时回答');
    expect(text).toContain('4总体来看，您满意吗？');
    // Who asks and what becomes of the answers is told without a tap.
    expect(text).toContain('对生态环境局做绩效评价的评价组');
    await context.close();
  });

  it('holds a long comment to its last word', async () => {
    const code = await at.site.open(ecology);
    const { page, context } = await visit(at.browser, at.site.url(code));
    await page.fill('textarea', `${'河边多种些树，'.repeat(70)}这是最后一句。`);
    const text = squeezed(await printedText(page));
    expect(text.split('河边多种些树').length - 1).toBe(70);
    expect(text).toContain('这是最后一句。');
    await context.close();
  });

  it('has an empty box beside each option, and a full one beside what was chosen, without any background', async () => {
    const code = await at.site.open(sampleQuestionnaire);
    const { page, context } = await visit(at.browser, at.site.url(code));
    await page.waitForSelector('.live');
    /** How much ink the boxes take, as points of black. */
    const ink = async () => {
      const points = async () =>
        (await greysOf(page)).reduce((sum, count, grey) => sum + (count * (255 - grey)) / 255, 0);
      const withBoxes = await points();
      const show = (visibility: string) =>
        page.$$eval(
          'input',
          (boxes, how) => {
            for (const box of boxes) box.style.visibility = how;
          },
          visibility,
        );
      await show('hidden');
      const without = await points();
      await show('');
      return withBoxes - without;
    };
    const empty = await ink();
    expect(empty).toBeGreaterThan(50);
    await tap(page, 'matters', 'permit');
    const one = await ink();
    await tap(page, 'matters', 'advice');
    const two = await ink();
    await tap(page, 'gender', 'male');
    const three = await ink();
    expect(one).toBeGreaterThan(empty + 10);
    expect(two).toBeGreaterThan(one + 10);
    expect(three).toBeGreaterThan(two + 10);
    await context.close();
  });

  it('is black on white in dark mode and in elder mode, too', async () => {
    const code = await at.site.open(ecology);
    for (const query of ['', '?elder=1']) {
      const { page, context } = await visit(at.browser, at.site.url(code) + query, {
        colorScheme: 'dark',
      });
      await page.waitForSelector('.live');
      const greys = await greysOf(page);
      const all = between(greys, 0, 255);
      expect(between(greys, 250, 255) / all).toBeGreaterThan(0.85);
      expect(between(greys, 0, 60)).toBeGreaterThan(200);
      await context.close();
    }
  });

  it('is the receipt where the answers have been sent, and nothing to tap', async () => {
    for (const query of ['', '?elder=1']) {
      for (const javaScriptEnabled of [true, false]) {
        const code = await at.site.open(sampleQuestionnaire);
        const { page, context } = await visit(at.browser, at.site.url(code) + query, {
          javaScriptEnabled,
        });
        if (javaScriptEnabled) {
          await page.waitForSelector('.live');
          if (query) await submit(page);
        }
        await page.$$eval('.options label:nth-child(2)', (labels) => {
          for (const label of labels) (label as HTMLElement).click();
        });
        for (let taps = 0; taps < 8 && (await page.locator('.receipt').count()) === 0; taps += 1) {
          await submit(page);
          await page.waitForTimeout(200);
        }
        const number = await receiptOn(page);
        const sheets = await printedSheets(page);
        expect(sheets).toHaveLength(1);
        expect(sheets[0]).toContain(number);
        expect(squeezed(sheets[0] ?? '')).toContain('谢谢，您的答卷已收到');
        expect(sheets[0]).not.toContain('另填一份');
        expect(sheets[0]).not.toContain('还有别人');
        await context.close();
      }
    }
  });
});
