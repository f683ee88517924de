import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { hashPassword } from '../../server/accounts/passwords.ts';
import { changeSecondFactorPolicy } from '../../server/store/sign-in-policy.ts';
import { insertUser } from '../../server/store/users.ts';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser, withWorkbenchWindow } from '../support/in-browser.ts';
import { totpCode } from '../support/totp-code.ts';
import { open, PASSWORD, says } from '../support/workbench-site.ts';

const hash = hashPassword(PASSWORD);
const STEP_MS = 30_000;

describeInBrowser('the page of one’s own account, in Chromium', { timeout: 90_000 }, () => {
  const at = withWorkbenchWindow();
  let people = 0;

  /** Somebody of whom no other test knows, who may begin evaluations. */
  async function somebody(): Promise<string> {
    people += 1;
    const username = `person${people}`;
    await insertUser(at.site.store.write, {
      id: crypto.randomUUID(),
      username,
      passwordHash: await hash,
      admin: false,
      beginsEvaluations: true,
      createdAt: new Date().toISOString(),
    });
    return username;
  }
  async function signIn(page: Page, username: string, password = PASSWORD) {
    await page.fill('[name=username]', username);
    await page.fill('[name=password]', password);
    await page.keyboard.press('Enter');
  }
  async function account(username: string, context = at.context) {
    const desk = await open(at.site, context, '/account');
    await signIn(desk.page, username);
    await desk.page.locator('#account-password').waitFor();
    return desk;
  }
  const section = (page: Page, name: string) =>
    page.locator(`section[aria-labelledby=account-${name}]`);
  const confirmPassword = async (page: Page, password = PASSWORD) => {
    await page.fill('dialog [name=password]', password);
    await page.keyboard.press('Enter');
  };
  /** Codes are good once; the step of one that was used is over before the next is asked for. */
  async function nextCode(page: Page, secret: string, used: string): Promise<string> {
    for (;;) {
      const code = totpCode(secret, new Date());
      if (code !== used) return code;
      await page.waitForTimeout(STEP_MS - (Date.now() % STEP_MS) + 200);
    }
  }

  it('is reached by one’s name at the top, and axe finds nothing, on a desk and on phones, by day and by night', async () => {
    const username = await somebody();
    const { page, complaints } = await account(username);
    await page.goto(at.site.address);
    await page.click('.masthead-user');
    await says(page, 'h1', '我的账号');
    await section(page, 'tokens').getByRole('button', { name: '新建令牌' }).click();
    await page.fill('[name=name]', '财政局看板');
    await page.getByRole('button', { name: '新建', exact: true }).click();
    await page.locator('dialog').getByRole('button', { name: '关闭' }).click();
    await page.getByRole('button', { name: '仍然关闭' }).click();
    await says(page, '.account-table', '财政局看板');
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [360, 390, 1440]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        expect([colorScheme, width, ...(await axeFindings(page))]).toEqual([colorScheme, width]);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide).toBeLessThanOrEqual(width);
      }
    expect(complaints).toEqual([]);
  });

  it('changes the password, says beside the field what is wrong, and ends other sessions', async () => {
    const username = await somebody();
    const phone = await at.browser.newContext();
    const elsewhere = await account(username, phone);
    const { page, complaints } = await account(username);
    const form = section(page, 'password');
    await form.locator('[name=current]').fill('not this one');
    await form.locator('[name=password]').fill('woaizhongguo');
    await page.keyboard.press('Enter');
    await form.locator('[name=password][aria-invalid=true]').waitFor();
    const fresh = '九月的风吹过汨罗江两岸的稻田';
    await form.locator('[name=password]').fill(fresh);
    await page.keyboard.press('Enter');
    await says(page, '.field:has([name=current]) .error', '密码不对');
    await form.locator('[name=current]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await says(page, '.said', '密码已修改');
    expect(await form.locator('[name=password]').inputValue()).toBe('');
    await elsewhere.page.reload();
    await signIn(elsewhere.page, username, fresh);
    await elsewhere.page.locator('#account-password').waitFor();
    await phone.close();
    expect(complaints).toEqual([]);
  });

  it('sets up a second factor that is asked for at the next sign-in, or one of its recovery codes', async () => {
    const username = await somebody();
    const { page, complaints } = await account(username);
    const factor = section(page, 'factor');
    await says(page, '.tag', '未启用');
    await factor.getByRole('button', { name: '启用两步验证' }).click();
    await confirmPassword(page, 'not this one');
    await says(page, 'dialog .error', '密码不对');
    await confirmPassword(page);
    const secret = ((await factor.locator('.factor-secret').textContent()) ?? '').replace(/ /g, '');
    expect(await factor.locator('.qr').getAttribute('data-link')).toContain(`secret=${secret}`);
    expect(await axeFindings(page)).toEqual([]);
    await page.fill('[name=code]', '000000');
    await page.keyboard.press('Enter');
    await says(page, '.field .error', '验证码不对');
    const first = totpCode(secret, new Date());
    await page.fill('[name=code]', first);
    await page.keyboard.press('Enter');
    await says(page, 'dialog h2', '恢复码');
    const codes = await page.locator('.recovery-codes code').allTextContents();
    expect(codes).toHaveLength(10);
    // Nothing closes it before it is kept without asking.
    await page.keyboard.press('Escape');
    await says(page, 'dialog [role=alert]', '关闭后无法再看到');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '返回' }).click();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载' }).click();
    expect((await saved).suggestedFilename()).toBe('manping-recovery-codes.txt');
    await page.getByRole('button', { name: '已保存，关闭' }).click();
    await says(page, '.tag.on', '已启用');
    await says(page, 'section', '还有 10 个恢复码');

    await page.click('.masthead >> text=退出');
    await signIn(page, username);
    await page.locator('[name=code]').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('code');
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.type('123 456');
    await page.keyboard.press('Enter');
    await says(page, '.field:has([name=code]) .error', '验证码不对');
    const code = await nextCode(page, secret, first);
    await page.fill('[name=code]', code);
    await page.keyboard.press('Enter');
    await says(page, 'h1', '我的账号');

    // The session ends; signed in again in place, by a recovery code.
    await at.context.clearCookies();
    await page.evaluate(() =>
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true })),
    );
    await says(page, 'dialog', '登录已经过期');
    await confirmPassword(page);
    await page.getByRole('button', { name: '用恢复码' }).click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('code');
    await page.keyboard.type(codes[0] ?? '');
    await page.keyboard.press('Enter');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await says(page, 'section', '还有 9 个恢复码');

    await factor.getByRole('button', { name: '关闭两步验证' }).click();
    await confirmPassword(page);
    await says(page, '.tag', '未启用');
    expect(complaints).toEqual([]);
  });

  it('is where whoever has to set up a second factor is led, and nowhere else until he has', async () => {
    const username = await somebody();
    const { page, complaints } = await open(at.site, at.context, '/definitions');
    await changeSecondFactorPolicy(at.site.store.write, 'everyone');
    try {
      await signIn(page, username);
      await says(page, 'h1', '我的账号');
      await says(page, '.notice', '管理员要求使用两步验证');
      await page.click('.wordmark');
      await page.waitForURL('**/account');
    } finally {
      await changeSecondFactorPolicy(at.site.store.write, 'optional');
    }
    expect(complaints).toEqual([]);
  });

  it('makes a token that is shown once, shows when it was last used, and revokes it in use', async () => {
    const username = await somebody();
    const { page, complaints } = await account(username);
    await page.getByRole('button', { name: '新建令牌' }).click();
    await page.getByRole('button', { name: '新建', exact: true }).click();
    await says(page, '.field .error', '请填写名称');
    await page.fill('[name=name]', '财政局看板');
    await page.check('[name=role][value=scorer]');
    await page.getByRole('button', { name: '新建', exact: true }).click();
    const secret = (await page.locator('dialog .secret').first().textContent()) ?? '';
    expect(secret).toMatch(/^manping_/);
    await says(page, 'dialog .secret.small', `curl -H "Authorization: Bearer ${secret}"`);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '仍然关闭' }).click();
    await says(page, '.account-table', /财政局看板.*评分.*从未使用/s);

    const call = async () =>
      (
        await fetch(`${at.site.address}/api/evaluations`, {
          headers: { authorization: `Bearer ${secret}` },
        })
      ).status;
    expect(await call()).toBe(200);
    await page.reload();
    await says(page, '.account-table', /财政局看板.*\d{4}-\d\d-\d\d \d\d:\d\d/s);
    await page.getByRole('button', { name: '撤销“财政局看板”' }).click();
    await says(page, 'dialog', '撤销令牌“财政局看板”');
    await page.locator('dialog').getByRole('button', { name: '撤销', exact: true }).click();
    await says(page, '.said', '令牌“财政局看板”已撤销');
    expect(await call()).toBe(401);
    await page.click('summary');
    await says(page, 'details', new RegExp(`由 ${username} 撤销`));
    expect(complaints).toEqual([]);
  });

  it('ends a session of another browser, which finds out with the next thing it asks', async () => {
    const username = await somebody();
    const phone = await at.browser.newContext({ userAgent: 'Mozilla/5.0 (iPhone) Safari/605' });
    const elsewhere = await account(username, phone);
    const { page, complaints } = await account(username);
    await says(page, '.account-table', '本机');
    await page.getByRole('button', { name: '结束 Safari · iPhone 的登录' }).click();
    await says(page, '.said', 'Safari · iPhone 的登录已结束');
    await elsewhere.page.click('.wordmark');
    await says(elsewhere.page, 'dialog', '登录已经过期');
    await says(page, 'section', '本机');
    await phone.close();
    expect(complaints).toEqual([]);
  });
});
