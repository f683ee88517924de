import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser, withWorkbenchWindow } from '../support/in-browser.ts';
import { examplePath, open, says, sitDown } from '../support/workbench-site.ts';

/** The fields with something wrong, by name, with what is said beside each. */
const faults = (page: Page) =>
  page.locator('.error').evaluateAll((errors) =>
    errors.map((error) => {
      const field = error.closest('.field, fieldset');
      const input = field?.querySelector<HTMLInputElement>('input, textarea, select');
      return [input?.name, error.textContent];
    }),
  );
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('name'));

describeInBrowser('the forms of the workbench, in an English Chromium in New York', () => {
  const at = withWorkbenchWindow();

  /** A desk in another country: what the browser says of itself, it says in its own language and zone. */
  async function abroad(path: (example: string) => string) {
    await at.context.close();
    at.context = await at.browser.newContext({ timezoneId: 'America/New_York', locale: 'en-US' });
    await at.context.addInitScript(() => localStorage.setItem('manping-language', 'zh-CN'));
    const desk = await sitDown(at.site, at.context);
    const example = await examplePath(at.site, at.context);
    await desk.page.goto(at.site.address + path(example));
    await desk.page.locator('form').first().waitFor();
    return { ...desk, example };
  }
  const newSurvey = (example: string) => `${example}/questionnaires/public-general/1/new-survey`;
  const indicator = (code: string) => (example: string) => `${example}/scoring?indicator=${code}`;

  it('leave nothing to be said by the browser', async () => {
    const { page, example } = await abroad(newSurvey);
    for (const path of [newSurvey(example), indicator('A102')(example), '/evaluations/new']) {
      await page.goto(at.site.address + path);
      await page.locator('form').first().waitFor();
      const asked = await page
        .locator('form')
        .evaluateAll((forms) => forms.map((form) => (form as HTMLFormElement).noValidate));
      expect(asked.every(Boolean)).toBe(true);
    }
  });

  it('of a new survey say what is wrong beside each field, and move to the first', async () => {
    const { page } = await abroad(newSurvey);
    await page.click('button[type=submit]');
    await page.locator('.error').first().waitFor();
    expect(await faults(page)).toEqual([['total', '请填写计划发放数。']]);
    await page.waitForSelector('[name=total]:focus');
    await page.fill('[name=total]', '20');
    await page.fill('[name=online]', '20');
    await page.fill('[name=paper]', '5');
    await page.fill('[name=population]', '-1');
    await page.fill('[name=opensAt]', '2026-11-21');
    await page.click('button[type=submit]');
    await page.waitForSelector('[name=online]:focus');
    expect(await faults(page)).toEqual([
      ['online', '各渠道合计 25 份，多于计划发放数 20 份。'],
      ['opensAt', '请填写日期和时间，例如 2026-11-21 23:59。'],
      ['population', '不能小于 0。'],
    ]);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('take times as China’s, and say so where they are typed and shown', async () => {
    const { page, example, complaints } = await abroad(newSurvey);
    await page.fill('[name=total]', '20');
    await page.getByLabel('结束时间（北京时间）').fill('2099-11-21 23:59');
    await page.click('button[type=submit]');
    await says(page, '.survey-head', '至 2099-11-21 23:59（北京时间）');
    const answer = await at.context.request.get(`${at.site.address}/api${example}`);
    const { surveys } = await answer.json();
    expect(surveys.map(({ closesAt }: { closesAt: string | null }) => closesAt)).toContain(
      '2099-11-21T15:59:00.000Z',
    );
    await page.goto(`${at.site.address}${example}/scoring?indicator=A101`);
    await says(page, '.detail', / · \d{4}-\d\d-\d\d \d\d:\d\d（北京时间）/);
    expect(complaints).toEqual([]);
  });

  it.each([
    ['A102', 'done', 'x', '请填写数字，例如 12.5。'],
    ['A102', 'done', ' ', '请填写完成数。'],
    ['A104', 'score', '', '请填写核定得分。'],
  ])('of indicator %s say at %s what is wrong with “%s”', async (code, name, typed, said) => {
    const { page } = await abroad(indicator(code));
    if (name === 'score') await page.click('.detail button:has-text("核定得分")');
    await page.fill(`[name=${name}]`, typed);
    await page
      .locator('form', { has: page.locator(`[name=${name}]`) })
      .locator('[type=submit]')
      .click();
    await says(page, '.error', said);
    expect((await faults(page))[0]).toEqual([name, said]);
    expect(await focused(page)).toBe(name);
  });

  it('of a score above the weight say beside it what the server refuses', async () => {
    const { page } = await abroad(indicator('A103'));
    await page.click('.detail button:has-text("核定得分")');
    await page.fill('[name=score]', '3');
    await page.fill('[name=reason]', 'x'.repeat(5001));
    const save = page
      .locator('form', { has: page.locator('[name=reason]') })
      .locator('[type=submit]');
    await save.click();
    await says(page, '.error', '最多 5000 字，现在有 5001 字');
    await page.fill('[name=reason]', '核实');
    await save.click();
    await says(page, '.error', '0 到分值 2 之间');
    await page.waitForSelector('[name=score][aria-invalid=true]:focus');
  });

  it('of signing in say in the language of the page what is lacking', async () => {
    await at.context.close();
    at.context = await at.browser.newContext({ locale: 'en-US' });
    const { page } = await open(at.site, at.context);
    // Nobody has chosen a language here: the browser's own is spoken.
    await page.locator('button', { hasText: 'Sign in' }).waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await page.click('text=中文');
    await page.click('button[type=submit]');
    await page.locator('.error').first().waitFor();
    expect(await faults(page)).toEqual([
      ['username', '请填写用户名。'],
      ['password', '请填写密码。'],
    ]);
    await page.waitForSelector('[name=username]:focus');
    await page.fill('[name=username]', 'admin');
    await page.click('text=English');
    await page.locator('text=Sign in').first().waitFor();
    expect(await page.inputValue('[name=username]')).toBe('admin');
  });
});
