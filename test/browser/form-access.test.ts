import { beforeAll, expect, it } from 'vitest';
import { shippedQuestionnaires } from '../../server/shipped-definitions.ts';
import type { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { LANGUAGES } from '../../survey-definitions/text.ts';
import { sampleQuestionnaire } from '../client/form/sample.ts';
import { axeFindings } from '../support/axe.ts';
import { FORM_STATES } from '../support/form-states.ts';
import { describeInBrowser, withFormSite } from '../support/in-browser.ts';
import { submit, visit } from '../support/phone.ts';

describeInBrowser('the form, to those who cannot see it, hold it or hurry', () => {
  const at = withFormSite();
  let ecology: Questionnaire;

  beforeAll(async () => {
    const found = (await shippedQuestionnaires()).find(({ id }) => id === 'public-ecology');
    if (!found) throw new Error('public-ecology is not shipped');
    ecology = found;
  });

  const states = FORM_STATES.filter(({ name }) => name !== 'dark');
  const cases = states.flatMap((state) => LANGUAGES.map((language) => ({ ...state, language })));

  it.each(cases)('is faultless to axe, light and dark: $name, $language', async (state) => {
    const code = await at.site.open(ecology);
    await state.prepare?.(at.site, code);
    const query = `${state.query ?? '?'}&lang=${state.language}`;
    const { page, context } = await visit(at.browser, at.site.url(code) + query, {
      reducedMotion: 'reduce',
    });
    await state.reach(page);
    expect(await page.getAttribute('html', 'lang')).toBe(state.language);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect([colorScheme, await axeFindings(page)]).toEqual([colorScheme, []]);
    }
    await context.close();
  });

  it('is faultless to axe with every kind of item, asked, missed and opened up', async () => {
    const code = await at.site.open(sampleQuestionnaire);
    const { page, context } = await visit(at.browser, at.site.url(code));
    await page.tap('summary');
    expect(await axeFindings(page)).toEqual([]);
    await submit(page);
    await page.fill('textarea', '长'.repeat(30));
    expect(await axeFindings(page)).toEqual([]);
    const dressed = page.waitForResponse('**/assets/form-elder-*');
    await page.tap('.to-elder');
    await dressed;
    await submit(page);
    await submit(page);
    await page.waitForSelector('#message');
    expect(await axeFindings(page)).toEqual([]);
    await context.close();
  });

  it('shows axe something to find where there is something', async () => {
    const code = await at.site.open(sampleQuestionnaire);
    const { page, context } = await visit(at.browser, at.site.url(code));
    await page.evaluate(() => document.querySelector('textarea')?.removeAttribute('id'));
    expect((await axeFindings(page)).join()).toMatch(/^label: /);
    await context.close();
  });

  it('names every group by its question and every control by its answer', async () => {
    const code = await at.site.open(sampleQuestionnaire);
    const { page, context } = await visit(at.browser, at.site.url(code));
    const group = page.getByRole('group', { name: '您的性别是？' });
    expect(await group.getByRole('radio', { name: '男', exact: true }).count()).toBe(1);
    expect(await page.getByRole('textbox', { name: '还有哪些需要完善？' }).count()).toBe(1);
    expect(await page.getByRole('region', { name: '您的基本情况' }).count()).toBe(1);
    expect(await page.getByRole('progressbar', { name: '已答 0 / 4 题' }).count()).toBe(1);
    await context.close();
  });

  it('is gone through in elder mode by keyboard alone, the focus leading from item to item', async () => {
    const code = await at.site.open(sampleQuestionnaire);
    const { page, context } = await visit(at.browser, `${at.site.url(code)}?elder=1`, {
      hasTouch: false,
      isMobile: false,
    });
    await page.waitForSelector('.live');
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
    await page.focus('[type=submit]');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('1 您的性别是？');
    for (const keys of [['Space'], ['Space'], ['Space']]) {
      await page.keyboard.press('Tab');
      for (const key of keys) await page.keyboard.press(key);
      await page.focus('[type=submit]');
      await page.keyboard.press('Enter');
    }
    expect(await focused()).toContain('4 还有哪些需要完善？');
    await page.focus('[type=submit]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.receipt');
    const [response] = await at.site.stored(code);
    expect(response?.answers).toEqual({ gender: 'male', matters: ['permit'], overall: 'very' });
    await context.close();
  });
});
