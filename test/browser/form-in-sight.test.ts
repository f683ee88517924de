import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { shippedQuestionnaires } from '../../server/shipped-definitions.ts';
import { itemsOf } from '../../survey-definitions/item-options.ts';
import { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { LANGUAGES } from '../../survey-definitions/text.ts';
import { answerFirst } from '../support/form-states.ts';
import { describeInBrowser, withFormSite } from '../support/in-browser.ts';
import { submit, visit } from '../support/phone.ts';

const LABELS = [
  { 'zh-CN': '非常满意', en: 'Very satisfied' },
  { 'zh-CN': '比较满意', en: 'Rather satisfied' },
  { 'zh-CN': '一般', en: 'Neutral' },
  { 'zh-CN': '不太满意', en: 'Rather dissatisfied' },
  { 'zh-CN': '非常不满意', en: 'Very dissatisfied' },
  { 'zh-CN': '极不满意', en: 'Extremely dissatisfied' },
  { 'zh-CN': '完全不能接受', en: 'Not acceptable at all' },
];

const UNKNOWN = { id: 'unknown', label: { 'zh-CN': '不了解', en: 'Don’t know' }, scored: false };

/** The same questions, to be answered on a scale of so many grades, and of 不了解 where they are to be `open`. */
function graded(
  q: Questionnaire,
  grades: number,
  layout: 'page' | 'sections',
  open = false,
): Questionnaire {
  const options = LABELS.slice(0, grades).map((label, index) => ({
    id: `grade-${index}`,
    label,
    weight: Math.round((100 * (grades - 1 - index)) / (grades - 1)),
  }));
  const offered = open ? [...options, UNKNOWN] : options;
  const scales = q.scales.map((scale) => ({ ...scale, options: offered }));
  const version = 1000 + grades * 4 + (layout === 'page' ? 0 : 1) + (open ? 2 : 0);
  return Questionnaire.parse({ ...q, version, layout, scales });
}

describeInBrowser('the answers of a scale', () => {
  const at = withFormSite();
  let shipped: Questionnaire[];

  beforeAll(async () => {
    shipped = await shippedQuestionnaires();
  });

  const scalesOf = (q: Questionnaire) =>
    itemsOf(q).flatMap(({ id, type }) => (type === 'satisfaction' ? [id] : []));

  /** Of an item's question and options, those that cannot be seen whole between the top and the bar at the foot. */
  const outOfSight = (page: Page, item: string, withQuestionAtTop = false) =>
    page.evaluate(
      ([id, atTop]) => {
        const parts = [
          ...document.querySelectorAll(`#${id}_card .question, #${id}_card .options label`),
        ];
        if (atTop) scrollBy(0, parts[0]?.getBoundingClientRect().top ?? 0);
        const bar = document.querySelector('.bar')?.getBoundingClientRect();
        const foot = Math.min(innerHeight, bar ? bar.top : 0);
        return parts
          .filter((part) => {
            const { top, bottom } = part.getBoundingClientRect();
            return top < -1 || bottom > foot;
          })
          .map((part) => part.textContent?.trim());
      },
      [item, withQuestionAtTop] as const,
    );

  /** Scrolls the item's question to the top. */
  const toTop = (page: Page, item: string) =>
    page.$eval(`#${item}_card .question`, (question) =>
      scrollBy(0, question.getBoundingClientRect().top),
    );

  describe.each(LANGUAGES)('in %s', (language) => {
    it('stand above the foot at 360 x 640 in elder mode, up to five of them', {
      timeout: 90_000,
    }, async () => {
      const hidden: unknown[] = [];
      const [first] = shipped as [Questionnaire];
      const five = shipped.map((each) => graded(each, 5, 'page'));
      for (const q of [first, ...five, graded(first, 4, 'page', true)]) {
        const code = await at.site.open(q);
        const { page, context } = await visit(
          at.browser,
          `${at.site.url(code)}?elder=1&lang=${language}`,
          { viewport: { width: 360, height: 640 } },
        );
        await page.waitForSelector('[data-size]');
        const seen: string[] = [];
        for (const { id } of itemsOf(q)) {
          await submit(page);
          expect(await page.isVisible(`#${id}_card`)).toBe(true);
          if (scalesOf(q).includes(id)) {
            seen.push(id);
            hidden.push(...(await outOfSight(page, id)));
            expect(await page.locator('.more').isVisible()).toBe(false);
          }
          await answerFirst(page, 1);
        }
        expect(seen).toEqual(scalesOf(q));
        await context.close();
      }
      expect(hidden).toEqual([]);
    });

    it.each(['page', 'sections'] as const)(
      'stand above the foot at 320 x 568 once their question is at the top, up to five of them: %s',
      async (layout) => {
        const hidden: unknown[] = [];
        const [first] = shipped as [Questionnaire];
        const five = shipped.map((each) => graded(each, 5, layout));
        for (const q of [...five, graded(first, 4, layout, true)]) {
          const code = await at.site.open(q);
          const { page, context } = await visit(
            at.browser,
            `${at.site.url(code)}?lang=${language}`,
            { viewport: { width: 320, height: 568 } },
          );
          await answerFirst(page);
          while (layout === 'sections' && !(await page.isVisible(`#${scalesOf(q)[0]}_card`))) {
            await submit(page);
            await answerFirst(page);
          }
          for (const item of scalesOf(q)) {
            await toTop(page, item);
            // What comes into sight on the way may turn out longer than it seemed.
            await page.waitForTimeout(100);
            hidden.push(...(await outOfSight(page, item, true)));
          }
          await context.close();
        }
        expect(hidden).toEqual([]);
      },
    );
  });

  describe('of more grades than can be in sight', () => {
    const seven = () => graded(shipped[0] as Questionnaire, 7, 'page');
    const item = () => scalesOf(seven())[0] ?? '';

    it.each([
      ['zh-CN', '下面共有 7 个选项，请看完再选'],
      ['en', '7 answers below; please look at all of them'],
    ])('are announced before the first: %s', async (language, words) => {
      const code = await at.site.open(seven());
      const { page, context } = await visit(at.browser, `${at.site.url(code)}?lang=${language}`);
      const help = page.locator(`#${item()}_help`);
      expect(await help.textContent()).toBe(words);
      const { top, first } = await page.evaluate((id) => {
        const topOf = (selector: string) =>
          document.querySelector(selector)?.getBoundingClientRect().top ?? 0;
        return { top: topOf(`#${id}_help`), first: topOf(`#${id}_card label`) };
      }, item());
      expect(top).toBeLessThan(first);
      await context.close();
    });

    it.each([
      ['zh-CN', /^下面还有 (\d+) 个选项$/],
      ['en', /^(\d+) more below$/],
    ])(
      'are counted above the foot in elder mode as long as they are below it, whatever the size of the text: %s',
      async (language, words) => {
        const code = await at.site.open(seven());
        const { page, context } = await visit(
          at.browser,
          `${at.site.url(code)}?elder=1&lang=${language}`,
          { viewport: { width: 360, height: 640 } },
        );
        const note = page.locator('.more');
        await page.waitForSelector('[data-size]');
        expect(await note.isVisible()).toBe(false);
        while (!(await page.isVisible(`#${item()}_card`))) {
          await answerFirst(page, 1);
          await submit(page);
        }
        const hidden = () =>
          page.evaluate((id) => {
            const edge = document.querySelector('.more')?.getBoundingClientRect().top ?? 0;
            const labels = [...document.querySelectorAll(`#${id}_card .options label`)];
            return labels.filter((label) => label.getBoundingClientRect().bottom > edge + 1).length;
          }, item());
        for (let size = 0; size < 3; size += 1) {
          await expect.poll(() => note.isVisible()).toBe(true);
          const told = words.exec((await note.textContent()) ?? '')?.[1];
          expect(Number(told)).toBe(await hidden());
          expect(Number(told)).toBeGreaterThan(0);
          // The top row has been scrolled away.
          await page.$eval('[data-size="1"]', (button) => (button as HTMLElement).click());
        }
        await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
        await expect.poll(() => note.isVisible()).toBe(false);
        expect(await outOfSight(page, item())).not.toContain(LABELS[6]?.[language as 'en']);
        await context.close();
      },
    );
  });
});
