import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, withWorkbenchWindow } from '../support/in-browser.ts';
import { COLLEAGUE, examplePath, PASSWORD, says, sitDown } from '../support/workbench-site.ts';

const REASON = '现场抽查了十二个项目点，其中两个的台账与账面不符，'.repeat(6).slice(0, 140);

describeInBrowser('what people typed in the workbench, in Chromium', () => {
  const at = withWorkbenchWindow();
  let example: string;

  /** The example's scoring table, with the override of an indicator that has none being written. */
  async function beginOverride(code = 'A102') {
    const desk = await sitDown(at.site, at.context);
    example = await examplePath(at.site, at.context);
    await openOverride(desk.page, code);
    return desk;
  }
  async function openOverride(page: Page, code: string) {
    await page.goto(`${at.site.address}${example}/scoring?indicator=${code}`);
    await page.locator('.detail').waitFor();
    const begin = page.locator('.detail button', { hasText: '核定得分' });
    if (await begin.isVisible()) await begin.click();
    await page.locator('[name=reason]').waitFor();
  }
  const overrideForm = (page: Page) =>
    page.locator('.detail form', { has: page.locator('[name=reason]') });
  const save = (page: Page) => overrideForm(page).locator('button[type=submit]').click();
  const line = (page: Page, code: string) => page.locator('tr.indicator', { hasText: code });
  const toggle = (page: Page, code: string) => line(page, code).locator('button').click();
  const stored = async (code: string) => {
    const answer = await at.context.request.get(`${at.site.address}/api${example}/scoring`);
    const { indicators } = await answer.json();
    return indicators.find((one: { code: string }) => one.code === code);
  };
  const clear = (code: string) =>
    at.context.request.put(`${at.site.address}/api${example}/scoring/${code}`, {
      data: { override: null, note: null },
    });

  it('survives another indicator, another screen, a reload and the language, and the line says that it is not saved', async () => {
    const { page, complaints } = await beginOverride();
    await page.fill('[name=score]', '1.5');
    await page.fill('[name=reason]', REASON);
    await says(page, 'tr.indicator', /A102.*未保存/s);
    await toggle(page, 'A103');
    await page.locator('#indicator-A103').waitFor();
    await toggle(page, 'A102');
    expect(await page.inputValue('[name=reason]')).toBe(REASON);
    await page.click('.rail >> text=回收');
    await page.locator('.survey-returns').first().waitFor();
    await page.click('.rail >> text=评分');
    await says(page, 'tr.indicator', /A102.*未保存/s);
    await openOverride(page, 'A102');
    expect(await page.inputValue('[name=reason]')).toBe(REASON);
    await page.click('text=English');
    await says(page, 'tr.indicator', /A102.*Not saved/s);
    await page.click('text=中文');
    await openOverride(page, 'A102');
    expect(await page.inputValue('[name=score]')).toBe('1.5');
    await page.click('.wordmark');
    await says(page, '.evaluation-name', '未保存');
    await openOverride(page, 'A102');
    await page.click('.detail >> text=取消');
    await line(page, 'A102').locator('text=未保存').waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });

  it('outlives the session: the same person signs in again in place, and what was being saved is saved', async () => {
    const { page, complaints } = await beginOverride();
    await page.fill('[name=score]', '1.5');
    await page.fill('[name=reason]', REASON);
    await at.context.clearCookies();
    await save(page);
    await says(page, 'dialog', '登录已经过期');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(await page.inputValue('dialog [name=username]')).toBe('admin');
    await page.fill('dialog [name=password]', 'not this');
    await page.keyboard.press('Enter');
    await says(page, 'dialog [role=alert]', '用户名或密码不对');
    await page.fill('dialog [name=password]', PASSWORD);
    await page.keyboard.press('Enter');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await says(page, '.detail .said', '已保存');
    expect((await stored('A102')).override).toMatchObject({ score: '1.5', reason: REASON });
    await clear('A102');
    expect(complaints).toEqual([]);
  });

  it('is not shown to another person who signs in instead, and is there again for whoever typed it', async () => {
    const { page, complaints } = await beginOverride();
    await page.fill('[name=score]', '1.5');
    await page.fill('[name=reason]', REASON);
    await at.context.clearCookies();
    await save(page);
    await page.fill('dialog [name=username]', COLLEAGUE);
    await page.fill('dialog [name=password]', PASSWORD);
    await page.keyboard.press('Enter');
    await says(page, '.masthead', COLLEAGUE);
    await openOverride(page, 'A102');
    expect(await page.inputValue('[name=reason]')).toBe('');
    expect(await page.locator('text=未保存').count()).toBe(0);
    expect((await stored('A102')).override).toBeNull();

    // In another tab the first one has come back; this one finds out when it is looked at.
    await at.context.request.post(`${at.site.address}/api/session`, {
      data: { username: 'admin', password: PASSWORD },
    });
    await page.evaluate(() =>
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true })),
    );
    await says(page, '.masthead', 'admin');
    await openOverride(page, 'A102');
    expect(await page.inputValue('[name=reason]')).toBe(REASON);
    await page.click('.detail >> text=取消');
    expect(complaints).toEqual([]);
  });

  it('is asked about before the browser leaves the page, and no more once it is saved', async () => {
    const { page } = await beginOverride();
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.fill('[name=score]', '1');
    await page.fill('[name=reason]', '核实');
    await page.reload();
    await page.locator('[name=reason]').waitFor();
    expect(asked).toEqual(['beforeunload']);
    await save(page);
    await says(page, '.detail .said', '已保存');
    await page.reload();
    await page.locator('.detail').waitFor();
    expect(asked).toEqual(['beforeunload']);
    await clear('A102');
  });

  it('stands beside what somebody else saved meanwhile, and takes its place only on a second asking', async () => {
    const { page, complaints } = await beginOverride();
    await page.fill('[name=score]', '1.5');
    await page.fill('[name=reason]', '我的理由');
    const theirs = { score: '0.5', reason: '另一位的理由' };
    const answer = await at.context.request.put(`${at.site.address}/api${example}/scoring/A102`, {
      data: { override: theirs },
    });
    expect(answer.status()).toBe(200);
    await save(page);
    await says(page, '.saved-meanwhile', '另一位的理由');
    await says(page, '.saved-meanwhile', /admin · \d{4}-/);
    expect(await page.inputValue('[name=reason]')).toBe('我的理由');
    expect((await stored('A102')).override).toMatchObject(theirs);
    await save(page);
    await says(page, '.detail .said', '已保存');
    expect((await stored('A102')).override).toMatchObject({ reason: '我的理由' });
    await clear('A102');
    expect(complaints).toEqual([]);
  });

  it('is unsaved no longer once the very same was saved, as from another tab', async () => {
    const { page } = await beginOverride();
    const same = { score: '1.5', reason: '现场核实' };
    await page.fill('[name=score]', same.score);
    await page.fill('[name=reason]', same.reason);
    await at.context.request.put(`${at.site.address}/api${example}/scoring/A102`, {
      data: { override: same },
    });
    await page.reload();
    await says(page, '.score-trace', '现场核实');
    await line(page, 'A102').locator('text=未保存').waitFor({ state: 'detached' });
    expect(await page.locator('.saved-meanwhile').count()).toBe(0);
    await clear('A102');
  });

  it('is discarded at signing out, which asks first', async () => {
    const { page } = await beginOverride();
    await page.fill('[name=reason]', '核实');
    await page.click('.masthead >> text=退出');
    await says(page, 'dialog', '还有 1 处没有保存');
    await page.click('dialog >> text=取消');
    expect(await page.inputValue('[name=reason]')).toBe('核实');
    await page.click('.masthead >> text=退出');
    await page.click('dialog >> text=放弃并退出');
    await page.locator('.sign-in').waitFor();
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('核实');
  });

  it('of a new evaluation and a new survey is there again after another screen', async () => {
    const { page } = await sitDown(at.site, at.context, '/evaluations/new');
    example = await examplePath(at.site, at.context);
    await page.fill('[name=department]', '市水务局');
    await page.click('.wordmark');
    await page.locator('.evaluations').waitFor();
    await page.click('text=新建项目');
    await page.locator('[name=department]').waitFor();
    expect(await page.inputValue('[name=department]')).toBe('市水务局');
    await page.click('text=取消');

    await page.goto(`${at.site.address}${example}/questionnaires/public-general/1/new-survey`);
    await page.fill('[name=total]', '200');
    await page.getByLabel('一次性访问码').check();
    await page.check('[name=proofOfWork]');
    await page.reload();
    await page.locator('[name=total]').waitFor();
    expect(await page.inputValue('[name=total]')).toBe('200');
    expect(await page.getByLabel('一次性访问码').isChecked()).toBe(true);
    expect(await page.isChecked('[name=proofOfWork]')).toBe(true);
    await says(page, '.form', '每人一个访问码');
    await page.click('text=放弃改动');
    expect(await page.inputValue('[name=total]')).toBe('');
    expect(await page.getByLabel('公开链接').isChecked()).toBe(true);
    await says(page, '.form', '任何人凭链接作答');
  });
});
