import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser, withWorkbenchWindow } from '../support/in-browser.ts';
import { examplePath, says, sitDown } from '../support/workbench-site.ts';

/** Waits until the button with this text has the focus. */
const focuses = (page: Page, text: string) =>
  page.locator('button:focus', { hasText: text }).waitFor();

describeInBrowser('an indicator’s note, in Chromium', () => {
  const at = withWorkbenchWindow();
  let example: string;

  /** The example's scoring table with one indicator open. */
  async function openIndicator(code: string) {
    const desk = await sitDown(at.site, at.context);
    example = await examplePath(at.site, at.context);
    await desk.page.goto(`${at.site.address}${example}/scoring?indicator=${code}`);
    await desk.page.waitForSelector('.note-editor');
    return { ...desk, editor: desk.page.locator('.note-editor') };
  }
  const audit = async () => {
    const answer = await at.context.request.get(`${at.site.address}/api${example}/audit`);
    return (await answer.json()).items;
  };

  it('is written by keyboard alone, moves no score, is audited, and stands with its lines where the score came from', async () => {
    const { page, editor, complaints } = await openIndicator('A102');
    await says(page, '.note-editor', '不影响得分');
    await editor.locator('button', { hasText: '添加说明' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('[name=note]:focus');
    await page.keyboard.type('见附件三，\n第 2 页');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await says(page, '.note-editor .said', '已保存，总分仍为 80.50');
    await says(page, '.score-trace', '见附件三');
    expect(await page.locator('.score-trace .note').innerText()).toBe('见附件三，\n第 2 页');
    await focuses(page, '修改');
    expect((await audit())[0]).toMatchObject({
      actor: 'admin',
      action: 'scoring.note',
      subject: 'A102',
      detail: { note: '见附件三，\n第 2 页' },
    });
    await page.reload();
    await says(page, '.score-trace', '第 2 页');
    expect(complaints).toEqual([]);
  });

  it('stays as it was when a change is cancelled, and goes when it is deleted', async () => {
    const { page, editor } = await openIndicator('C301');
    const before = (await audit()).length;
    await editor.locator('button', { hasText: '修改' }).click();
    expect(await editor.locator('textarea').inputValue()).toContain('报告公布 89.01%、3.56 分');
    await editor.locator('textarea').fill('另一个说法');
    await editor.locator('button', { hasText: '取消' }).click();
    await focuses(page, '修改');
    await says(page, '.score-trace', '报告公布 89.01%、3.56 分');
    expect(await audit()).toHaveLength(before);

    await editor.locator('button', { hasText: '删除说明' }).click();
    await says(page, '.note-editor .said', '总分仍为 80.50');
    await page.waitForSelector('.score-trace .note', { state: 'detached' });
    await focuses(page, '添加说明');
    expect((await audit())[0]).toMatchObject({ action: 'scoring.note', detail: { note: null } });
  });

  it('keeps what was typed while the server cannot be reached', async () => {
    const { page, editor } = await openIndicator('A103');
    await editor.locator('button', { hasText: '添加说明' }).click();
    await editor.locator('textarea').fill('待核实');
    await page.route('**/scoring/A103', (route) => route.abort());
    await editor.locator('button[type=submit]').click();
    await says(page, '.note-editor [role=alert]', '连不上服务器');
    expect(await editor.locator('textarea').inputValue()).toBe('待核实');
    await page.unroute('**/scoring/A103');
    await editor.locator('button[type=submit]').click();
    await says(page, '.score-trace', '待核实');
    expect(await page.locator('.note-editor [role=alert]').count()).toBe(0);
  });

  it('leaves the focus alone where somebody else changes it meanwhile', async () => {
    const { page, complaints } = await openIndicator('A102');
    await page.focus('[name=done]');
    const theirs = await at.context.request.put(`${at.site.address}/api${example}/scoring/A102`, {
      data: { note: '另一位评分人写的' },
    });
    expect(theirs.status()).toBe(200);
    // Saving the inputs brings the whole table, and their note with it.
    await page.keyboard.press('Enter');
    await says(page, '.score-trace', '另一位评分人写的');
    await page.waitForSelector('[name=done]:focus');
    expect(complaints).toEqual([]);
  });

  it.each([
    [360, 'light'],
    [1280, 'dark'],
  ] as const)('is edited without a fault of access at %i px, in %s', async (width, colorScheme) => {
    await at.context.close();
    at.context = await at.browser.newContext({ viewport: { width, height: 800 }, colorScheme });
    const { page, editor } = await openIndicator('B202');
    await editor.locator('button').first().click();
    await editor.locator('textarea').waitFor();
    // From its top, where nothing lies half below the rail.
    await page.evaluate(() => scrollTo(0, 0));
    expect(await axeFindings(page)).toEqual([]);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(over).toBe(0);
  });
});
