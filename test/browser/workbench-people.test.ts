import type { BrowserContext, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser, withWorkbenchWindow } from '../support/in-browser.ts';
import { GOOD_PASSWORD } from '../support/invited.ts';
import { findCut } from '../support/nothing-cut.ts';
import {
  COLLEAGUE,
  type Desk,
  examplePath,
  open,
  PASSWORD,
  says,
  sitDown,
} from '../support/workbench-site.ts';

describeInBrowser('the people of an evaluation, in Chromium', () => {
  const at = withWorkbenchWindow();
  let path: string;
  const asSomebodyElse = async <T>(
    work: (context: BrowserContext) => Promise<T>,
    viewport = { width: 390, height: 844 },
  ): Promise<T> => {
    const context = await at.browser.newContext({ viewport });
    try {
      return await work(context);
    } finally {
      await context.close();
    }
  };

  /** The admin at the people of the worked example. */
  async function atPeople(): Promise<Desk> {
    const desk = await sitDown(at.site, at.context);
    path = await examplePath(at.site, at.context);
    await desk.page.goto(`${at.site.address}${path}/scoring`);
    await desk.page.click('.evaluation-head a[href$="/people"]');
    await desk.page.waitForSelector('[name=role]');
    return desk;
  }
  /** Makes a link on the screen and gives it. */
  async function link(page: Page, role: string, note: string): Promise<string> {
    await page.locator('form').getByRole('radio', { name: role }).check();
    await page.fill('[name=note]', note);
    await page.click('text=生成邀请链接');
    await page.waitForSelector('dialog textarea');
    return page.inputValue('dialog input[readonly]');
  }
  async function closeUncopied(page: Page): Promise<void> {
    await page.click('dialog >> text="关闭"');
    await page.click('dialog >> text=仍然关闭');
    await page.locator('dialog').waitFor({ state: 'detached' });
  }
  const relative = (url: string) => url.slice(new URL(url).origin.length);
  const listed = (page: Page, name: string) =>
    page.locator('.people-table tbody tr', { hasText: name }).first();

  it('are invited by a link that is shown once; whoever opens it chooses name and password and is in', async () => {
    const { page, complaints } = await atPeople();
    await page.click('text=生成邀请链接');
    await says(page, '.role-fields .error', '请选择一项');
    const url = await link(page, '评分人员', '财政局 王工');
    expect(url).toMatch(/\/invitation#[\w-]{43}$/);
    const text = await page.inputValue('dialog textarea');
    expect(text).toContain(url);
    expect(text).toMatch(/以“评分人员”的身份参加“.*2019 年度整体支出绩效评价”/);
    await says(page, 'dialog h2', '给“财政局 王工”的邀请链接');
    for (const leave of [
      () => page.keyboard.press('Escape'),
      () => page.evaluate(() => history.back()),
      () => page.click('dialog >> text="关闭"'),
    ]) {
      await leave();
      await says(page, 'dialog', '链接还没有复制');
      await page.click('dialog >> text=返回');
    }
    await closeUncopied(page);
    await listed(page, '财政局 王工').waitFor();
    expect(await page.inputValue('[name=note]')).toBe('');

    await asSomebodyElse(async (context) => {
      const guest = await open(at.site, context, relative(url));
      await says(guest.page, '.sign-in-what', 'admin 邀请您参加');
      await says(guest.page, 'h1', '2019 年度整体支出绩效评价');
      await says(guest.page, '.invitation-role', '给指标评分；看不到单份答卷');
      await guest.page.click('text=接受邀请');
      await says(guest.page, '.error', '请填写用户名');
      await guest.page.fill('[name=username]', 'Admin');
      await guest.page.fill('[name=password]', 'short');
      await guest.page.keyboard.press('Enter');
      await says(guest.page, '.error', '密码至少 12 个字符');
      await guest.page.check('text=显示密码');
      expect(await guest.page.getAttribute('[name=password]', 'type')).toBe('text');
      await guest.page.fill('[name=password]', GOOD_PASSWORD);
      await guest.page.keyboard.press('Enter');
      await guest.page.waitForSelector('[name=username][aria-invalid=true]:focus');
      await says(guest.page, '.error', '这个用户名已经有人用了');
      await guest.page.fill('[name=username]', '王工');
      await guest.page.keyboard.press('Enter');
      await guest.page.waitForSelector('.evaluation-head');
      await says(guest.page, '.masthead-user', '王工');
      expect(guest.page.url()).toContain(path);
      // The way back does not lead to the link.
      expect(await guest.page.evaluate(() => location.hash)).toBe('');
      const seen = await context.request.get(`${at.site.address}/api${path}`);
      expect(await seen.json()).toMatchObject({ role: 'scorer' });
      expect(await guest.page.locator('.evaluation-head >> text=人员').count()).toBe(0);
      await guest.page.goto(`${at.site.address}${path}/people`);
      await says(guest.page, '.empty', '评分人员');
      expect(guest.complaints).toEqual([]);

      const late = await open(at.site, context, relative(url));
      await says(late.page, 'h1', '这个链接不能用了');
      await says(late.page, '.empty', '请向邀请您的人再要一个链接');
      await late.page.goto(`${at.site.address}/invitation`);
      await says(late.page, 'h1', '链接不完整');
    });

    await page.reload();
    const row = listed(page, '王工');
    await row.getByText('评分人员').waitFor();
    await row.getByText('更改').click();
    await page.locator('dialog').getByRole('radio', { name: '查看人员' }).check();
    await page.click('dialog >> text=保存');
    await row.getByText('查看人员').waitFor();
    await row.getByText('更改').click();
    await page.click('dialog >> text=移出项目');
    await says(page, 'dialog', '把 王工 移出项目');
    await says(page, 'dialog', '问卷、回收、结果和评分都打不开');
    await page.click('dialog .button.danger');
    await row.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });

  it('have their links withdrawn, and whoever opens one is told kindly', async () => {
    const { page, complaints } = await atPeople();
    const url = await link(page, '查看人员', '审计局 赵工');
    await closeUncopied(page);
    await listed(page, '审计局 赵工').getByText('撤回').click();
    await says(page, 'dialog', '链接马上失效');
    await page.click('dialog .button.danger');
    await listed(page, '审计局 赵工').waitFor({ state: 'detached' });
    await asSomebodyElse(async (context) => {
      const guest = await open(at.site, context, relative(url));
      await says(guest.page, 'h1', '这个链接不能用了');
      await guest.page.click('text=去登录');
      await guest.page.waitForSelector('[name=username]');
      expect(guest.complaints).toEqual([]);
    });
    expect(complaints).toEqual([]);
  });

  it('join with the account they have, and whoever made a link does not use it up', async () => {
    const { page } = await atPeople();
    const url = await link(page, '查看人员', '同事');
    await closeUncopied(page);
    const own = await open(at.site, at.context, relative(url));
    await says(own.page, '.invitation', '这是您自己生成的链接');
    // Not an admin, who sees everything anyway.
    await at.site.store.write
      .updateTable('users')
      .set({ admin: 0 })
      .where('username', '=', COLLEAGUE)
      .execute();
    await asSomebodyElse(async (context) => {
      const guest = await open(at.site, context, relative(url));
      await guest.page.click('text=已经有账号？登录后加入');
      await guest.page.fill('[name=username]', COLLEAGUE);
      await guest.page.fill('[name=password]', PASSWORD);
      await guest.page.keyboard.press('Enter');
      await guest.page.click(`text=以 ${COLLEAGUE} 的身份加入`);
      await guest.page.waitForSelector('.evaluation-head');
      const seen = await context.request.get(`${at.site.address}/api${path}`);
      expect(await seen.json()).toMatchObject({ role: 'viewer' });
      expect(guest.complaints).toEqual([]);
    });
    await page.reload();
    await listed(page, COLLEAGUE).getByText('查看人员').waitFor();
  });

  it('choose a new password by an admin’s link, where the old one was forgotten', async () => {
    const { page: desk } = await atPeople();
    const { id } = await at.site.store.read
      .selectFrom('users')
      .select('id')
      .where('username', '=', COLLEAGUE)
      .executeTakeFirstOrThrow();
    await desk.goto(`${at.site.address}/accounts/${id}`);
    await desk.click('text=生成重设链接');
    await says(desk, 'dialog h2', `给 ${COLLEAGUE} 的重设密码链接`);
    expect(await axeFindings(desk)).toEqual([]);
    const url = await desk.inputValue('dialog input[readonly]');
    await closeUncopied(desk);
    await desk.goto(`${at.site.address}/accounts`);
    await listed(desk, COLLEAGUE).getByText('重设密码').waitFor();
    await asSomebodyElse(async (context) => {
      const { page, complaints } = await open(at.site, context, relative(url));
      await says(page, '.sign-in-what', `用户名 ${COLLEAGUE}`);
      await page.fill('[name=password]', `${COLLEAGUE}123`);
      await page.keyboard.press('Enter');
      await says(page, '.error', '密码不能由用户名拼成');
      await page.fill('[name=password]', GOOD_PASSWORD);
      await page.keyboard.press('Enter');
      await says(page, '.notice', '新密码已经生效');
      expect(await page.inputValue('[name=username]')).toBe(COLLEAGUE);
      await page.fill('[name=password]', GOOD_PASSWORD);
      await page.keyboard.press('Enter');
      await says(page, '.masthead-user', COLLEAGUE);
      expect(new URL(page.url()).pathname).toBe('/');
      expect(complaints).toEqual([]);
    });
  });

  it('begin evaluations of their own where an admin has invited them to', async () => {
    const { page } = await atPeople();
    await page.goto(`${at.site.address}/accounts`);
    await page.check('text=可建立项目');
    await page.fill('[name=note]', '第三方机构 孙工');
    await page.click('text=生成邀请链接');
    await page.waitForSelector('dialog textarea');
    const url = await page.inputValue('dialog input[readonly]');
    await closeUncopied(page);
    await listed(page, '孙工').waitFor();
    await asSomebodyElse(async (context) => {
      const guest = await open(at.site, context, relative(url));
      await says(guest.page, 'h1', '建立绩效评价项目');
      await guest.page.fill('[name=username]', 'sun');
      await guest.page.fill('[name=password]', GOOD_PASSWORD);
      await guest.page.keyboard.press('Enter');
      await says(guest.page, '.masthead-user', 'sun');
      expect(
        (await (await context.request.get(`${at.site.address}/api/session`)).json()).permissions,
      ).toContain('evaluations.create');
      expect(guest.complaints).toEqual([]);
    });
  });

  it.each([
    [360, 'light', 'zh-CN'],
    [390, 'dark', 'en'],
    [1440, 'light', 'zh-CN'],
  ] as const)(
    'are seen whole at %i px, in %s and %s, and axe finds nothing',
    async (width, colorScheme, locale) => {
      await at.context.close();
      const viewport = { width, height: 844 };
      at.context = await at.browser.newContext({ viewport, colorScheme, locale });
      const { page } = await atPeople();
      const invited = async (body: object) => {
        const asked = { data: { evaluation: path.split('/').at(-1), ...body } };
        return (await at.context.request.post(`${at.site.address}/api/invitations`, asked)).json();
      };
      const { url } = await invited({ role: 'clerk', note: '生态环境局办公室 录入组 张三' });
      await page.reload();
      await page.locator('tbody', { hasText: '张三' }).waitFor();
      const sound = async (of: Page) =>
        expect([await axeFindings(of), await findCut(of)]).toEqual([[], []]);
      await sound(page);
      await page.locator('.people-table button').first().click();
      await page.waitForSelector('dialog[open]');
      await sound(page);
      await page.keyboard.press('Escape');
      await page.locator('form [name=role]').first().check();
      await page.locator('form button[type=submit]').click();
      await page.waitForSelector('dialog textarea');
      await sound(page);
      await asSomebodyElse(async (context) => {
        const guest = await open(at.site, context, relative(url));
        await guest.page.waitForSelector('[name=password]');
        await sound(guest.page);
        await guest.page.goto(`${at.site.address}/invitation#nothing`);
        await guest.page.waitForSelector('.empty');
        await sound(guest.page);
      }, viewport);
    },
  );
});
