import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser, withWorkbenchWindow } from '../support/in-browser.ts';
import { examplePath, PASSWORD, says, sitDown } from '../support/workbench-site.ts';

const IDLE_S = 30 * 60;
const REASON = '现场抽查了十二个项目点，';

describeInBrowser('a session that is about to end, in Chromium', { timeout: 60_000 }, () => {
  const at = withWorkbenchWindow();
  const iso = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
  const sessions = () => at.site.store.write.updateTable('sessions');
  /** As if nobody had done anything for so long that the session ends in so many seconds. */
  const idlesIn = (seconds: number) =>
    sessions()
      .set({ last_seen_at: iso(seconds - IDLE_S) })
      .execute();
  const idleEnd = async () => {
    const answer = await at.context.request.get(`${at.site.address}/api/session`, {
      headers: { 'Manping-Background': '1' },
    });
    const { at: now, idleEndsAt } = await answer.json();
    return (Date.parse(idleEndsAt) - Date.parse(now)) / 1000;
  };
  /** Until nothing that is asked is asked because of what was just done. */
  const leaveAlone = (page: Page) => page.waitForTimeout(5_200);
  const lookAt = (page: Page) =>
    page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
  const notice = (page: Page) => page.locator('.session-notice');

  async function typing() {
    const desk = await sitDown(at.site, at.context);
    const example = await examplePath(at.site, at.context);
    await desk.page.goto(`${at.site.address}${example}/scoring?indicator=A102`);
    await desk.page.locator('.detail button', { hasText: '核定得分' }).click();
    await desk.page.locator('[name=reason]').click();
    await desk.page.keyboard.type(REASON);
    return { ...desk, example };
  }

  it('says so two minutes before, takes no focus, and goes on with one button', async () => {
    const { page, complaints } = await typing();
    await leaveAlone(page);
    await idlesIn(110);
    await lookAt(page);
    await says(page, '.session-notice', /登录将在 1:[45]\d 后结束/);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('reason');
    await says(page, '[role=status]', '登录将在 2:00 后结束，因为长时间没有操作');
    expect(await axeFindings(page)).toEqual([]);
    // A mouse on its way to the button does not take it away.
    await page.mouse.move(200, 200);
    await page.mouse.move(300, 300);
    await notice(page).waitFor();
    await notice(page).getByRole('button', { name: '继续' }).click();
    await notice(page).waitFor({ state: 'detached' });
    await says(page, '[role=status]', '登录继续有效');
    expect(await idleEnd()).toBeGreaterThan(IDLE_S - 30);
    expect(await page.inputValue('[name=reason]')).toBe(REASON);
    expect(complaints).toEqual([]);
  });

  it('is kept by whoever types on, though nothing is sent', async () => {
    const { page } = await typing();
    await leaveAlone(page);
    await idlesIn(100);
    await lookAt(page);
    await notice(page).waitFor();
    // As long ago as it would be had nothing been asked since.
    await page.clock.install();
    await page.clock.fastForward('04:00');
    await idlesIn(100);
    await page.keyboard.type('其中两个');
    await notice(page).waitFor({ state: 'detached' });
    expect(await idleEnd()).toBeGreaterThan(IDLE_S - 30);
    expect(await page.inputValue('[name=reason]')).toBe(`${REASON}其中两个`);
  });

  it('ends though a screen is open that asks on and on, but not while returns come in that somebody watches', async () => {
    const { page } = await sitDown(at.site, at.context);
    const example = await examplePath(at.site, at.context);
    await page.goto(`${at.site.address}${example}/returns`);
    await page.locator('.surveys').waitFor();
    await leaveAlone(page);
    await idlesIn(125);
    // The example has an open copy of each survey; the next poll keeps the session.
    await expect.poll(idleEnd, { timeout: 25_000 }).toBeGreaterThan(IDLE_S - 30);
    await page.goto(`${at.site.address}${example}/scoring`);
    await page.locator('tr.indicator').first().waitFor();
    await leaveAlone(page);
    await idlesIn(125);
    await page.waitForResponse((answer) => answer.url().endsWith('/scoring'));
    await page.waitForTimeout(500);
    expect(await idleEnd()).toBeLessThan(125);
  });

  it('is kept in all tabs by whoever stays in one', async () => {
    const { page } = await typing();
    const { page: other } = await sitDown(at.site, at.context, '/definitions');
    await leaveAlone(other);
    await idlesIn(100);
    await lookAt(page);
    await lookAt(other);
    await Promise.all([notice(page).waitFor(), notice(other).waitFor()]);
    await notice(other).getByRole('button', { name: '继续' }).click();
    await Promise.all([
      notice(other).waitFor({ state: 'detached' }),
      notice(page).waitFor({ state: 'detached' }),
    ]);
  });

  it('loses nothing that was typed when it ends, in any tab, and goes on once somebody has signed in again', async () => {
    const { page, complaints, example } = await typing();
    const { page: other } = await sitDown(at.site, at.context, '/definitions');
    await leaveAlone(other);
    await idlesIn(6);
    await lookAt(page);
    await lookAt(other);
    await says(page, '.session-notice', /0:0\d/);
    await says(page, 'dialog', '登录已经过期');
    await says(other, 'dialog', '登录已经过期');
    expect(await page.inputValue('[name=reason]')).toBe(REASON);
    await page.fill('dialog [name=password]', PASSWORD);
    await page.keyboard.press('Enter');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await other.locator('dialog').waitFor({ state: 'detached' });
    expect(await page.inputValue('[name=reason]')).toBe(REASON);
    await page.fill('[name=score]', '1.5');
    await page.locator('.detail form:has([name=reason]) button[type=submit]').click();
    await says(page, '.detail .said', '已保存');
    await at.context.request.put(`${at.site.address}/api${example}/scoring/A102`, {
      data: { override: null },
    });
    expect(complaints).toEqual([]);
  });

  it('says of its greatest age that one must sign in again, which nothing puts off', async () => {
    const { page } = await typing();
    await leaveAlone(page);
    await sessions()
      .set({ expires_at: iso(90) })
      .execute();
    await lookAt(page);
    await says(page, '.session-notice', '之后需要再次登录');
    expect(await notice(page).getByRole('button', { name: '继续' }).count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    await notice(page).getByRole('button', { name: '知道了' }).click();
    await notice(page).waitFor({ state: 'detached' });
    await sessions()
      .set({ expires_at: iso(2) })
      .execute();
    await says(page, 'dialog', '登录已经过期');
    expect(await page.inputValue('[name=reason]')).toBe(REASON);
  });
});
