import { randomUUID } from 'node:crypto';
import type { BrowserContext } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { setRole } from '../../server/store/memberships.ts';
import { insertSession } from '../../server/store/sessions.ts';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser, withWorkbenchWindow } from '../support/in-browser.ts';
import { findCut } from '../support/nothing-cut.ts';
import { COLLEAGUE, says, sitDown } from '../support/workbench-site.ts';

describeInBrowser('accounts, for admins, in Chromium', () => {
  const at = withWorkbenchWindow();
  let li = '';
  const inUse = (id: string) =>
    at.site.store.read
      .selectFrom('users')
      .select(['admin', 'begins_evaluations as begins', 'disabled_at as disabledAt'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();

  beforeAll(async () => {
    const { write, read } = at.site.store;
    const { password_hash } = await read
      .selectFrom('users')
      .select('password_hash')
      .where('username', '=', 'admin')
      .executeTakeFirstOrThrow();
    li = randomUUID();
    const now = new Date();
    const createdAt = now.toISOString();
    await write
      .insertInto('users')
      .values({
        id: li,
        username: 'li.wei',
        password_hash,
        admin: 0,
        begins_evaluations: 0,
        created_at: createdAt,
      })
      .execute();
    const { id } = await read.selectFrom('evaluations').select('id').executeTakeFirstOrThrow();
    await setRole(write, {
      evaluationId: id,
      userId: li,
      role: 'scorer',
      since: createdAt,
      grantedBy: 'admin',
    });
    for (let n = 0; n < 2; n += 1)
      await insertSession(write, {
        id: randomUUID(),
        tokenHash: randomUUID(),
        userId: li,
        createdAt,
        expiresAt: new Date(now.getTime() + 3_600_000).toISOString(),
      });
  });

  it('lead from the masthead to everybody, and by a part of a name to one', async () => {
    const { page, complaints } = await sitDown(at.site, at.context);
    await page.click('.masthead >> text=账号');
    const line = page.locator('.account-rows tbody tr', { hasText: 'li.wei' });
    await line.waitFor();
    expect(await line.innerText()).toContain('评分人员');
    await page.fill('input[name=q]', 'LI.w');
    await page.waitForFunction(
      () => document.querySelectorAll('.account-rows tbody tr').length === 1,
    );
    expect(new URL(page.url()).search).toBe('?q=LI.w');
    await page.fill('input[name=q]', 'nobody-like-this');
    await says(page, '.empty h2', '没有这样的用户名');
    await page.click('text=列出全部');
    await page.locator('.account-rows tbody tr', { hasText: COLLEAGUE }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('are disabled after it was said in numbers what ends, and put in use again', async () => {
    const { page } = await sitDown(at.site, at.context, `/accounts/${li}`);
    await page.click('text=停用账号');
    await says(page, 'dialog', '2 处登录当即结束');
    await says(page, 'dialog', '1 项角色保留');
    // A key pressed once too often changes nothing.
    await page.keyboard.press('Enter');
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect((await inUse(li)).disabledAt).toBeNull();

    await page.click('text=停用账号');
    await page.getByLabel('理由').fill('调离');
    await page.click('dialog .primary');
    await says(page, '[role=status]', '账号已停用');
    await says(page, '.facts', '现在没有登录');
    expect((await inUse(li)).disabledAt).not.toBeNull();
    const sessions = at.site.store.read.selectFrom('sessions').where('user_id', '=', li);
    expect(await sessions.selectAll().execute()).toEqual([]);

    await page.click('text=重新启用');
    await says(page, 'dialog', '可以用原来的密码登录');
    await page.click('dialog .primary');
    await says(page, '[role=status]', '账号已重新启用');
    expect((await inUse(li)).disabledAt).toBeNull();
  });

  it('become admins and stop being it, and may begin evaluations', async () => {
    const { page } = await sitDown(at.site, at.context, `/accounts/${li}`);
    await page.click('text=允许建立项目');
    await says(page, '[role=status]', '已允许建立项目');
    expect((await inUse(li)).begins).toBe(1);
    await page.click('text=设为管理员');
    await says(page, 'dialog', '全部项目');
    await page.click('dialog .primary');
    await says(page, '[role=status]', '已设为管理员');
    expect((await inUse(li)).admin).toBe(1);
    await page.click('text=取消管理员');
    await says(page, 'dialog', '1 个项目');
    await page.click('dialog .primary');
    await says(page, '[role=status]', '已取消管理员身份');
    expect((await inUse(li)).admin).toBe(0);
  });

  it('the last admin is told that he is the last, and stays', async () => {
    const { page } = await sitDown(at.site, at.context);
    const { store } = at.site;
    const admin = (name: string, flag: number) =>
      store.write.updateTable('users').set({ admin: flag }).where('username', '=', name).execute();
    await admin(COLLEAGUE, 0);
    await page.goto(`${at.site.address}/accounts`);
    await page.click('.account-name >> text=admin');
    await page.click('text=取消管理员');
    await says(page, 'dialog', '不能再打开本页');
    await page.click('dialog .primary');
    await says(page, 'dialog [role=alert]', '最后一个');
    await admin(COLLEAGUE, 1);
  });

  it('a second factor that was lost is reset', async () => {
    const { page } = await sitDown(at.site, at.context);
    await at.site.store.write
      .updateTable('users')
      .set({ totp_secret: 'JBSWY3DPEHPK3PXP' })
      .where('id', '=', li)
      .execute();
    await page.goto(`${at.site.address}/accounts/${li}`);
    await page.click('text=重设两步验证');
    await says(page, 'dialog', '恢复码作废');
    await page.click('dialog .primary');
    await says(page, '[role=status]', '两步验证已重设');
    await says(page, '.account-step', '登录只用密码');
  });

  it.each([
    [360, 'light'],
    [390, 'dark'],
    [1440, 'light'],
    [1440, 'dark'],
  ] as const)(
    'give a screen reader nothing to stumble over and cut nothing, at %i px, %s',
    async (width, colorScheme) => {
      const context: BrowserContext = await at.browser.newContext({
        viewport: { width, height: 800 },
        colorScheme,
      });
      const { page } = await sitDown(at.site, context, '/accounts');
      for (const [path, there] of [
        ['/accounts', '.account-rows'],
        [`/accounts/${li}`, '.account-step'],
      ] as const) {
        await page.goto(at.site.address + path);
        await page.waitForSelector(there);
        expect([path, await axeFindings(page), await findCut(page)]).toEqual([path, [], []]);
      }
      await page.click('text=停用账号');
      await page.waitForSelector('dialog[open]');
      expect(await axeFindings(page)).toEqual([]);
      await context.close();
    },
  );
});
