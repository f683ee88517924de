import { beforeAll, expect, it } from 'vitest';
import { auditWords } from '../../client/workbench/audit/words.ts';
import { recordAudit } from '../../server/store/audit.ts';
import { setRole } from '../../server/store/memberships.ts';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser, withWorkbenchWindow } from '../support/in-browser.ts';
import { findCut } from '../support/nothing-cut.ts';
import {
  COLLEAGUE,
  examplePath,
  open,
  PASSWORD,
  says,
  sitDown,
} from '../support/workbench-site.ts';

describeInBrowser('the audit, in Chromium', () => {
  const at = withWorkbenchWindow();
  let evaluation = '';
  const lines = '.audit-rows tbody tr:not(.event-detail)';

  beforeAll(async () => {
    const { store } = at.site;
    evaluation = (await store.read.selectFrom('evaluations').select('id').executeTakeFirstOrThrow())
      .id;
    const onDay = (day: number) => `2026-03-${String(day).padStart(2, '0')}T04:00:00.000Z`;
    for (let n = 1; n <= 60; n += 1)
      await recordAudit(store.write, {
        at: onDay((n % 20) + 1),
        actor: n % 2 ? 'li.wei' : 'token:0123456789',
        action: 'responses.read',
        evaluationId: evaluation,
        subject: 'pubeca34',
        detail: { rows: n },
      });
    const event = { evaluationId: evaluation, subject: 'pubeca67', at: onDay(25), actor: 'li.wei' };
    await recordAudit(store.write, {
      ...event,
      action: 'survey.change',
      detail: {
        before: { plan: { total: 100 }, closesAt: null },
        after: { plan: { total: 260 }, closesAt: '2026-04-01T15:59:00.000Z' },
        reason: '增加现场点',
      },
    });
    await recordAudit(store.write, {
      ...event,
      action: 'unheard-of.action',
      subject: 'x',
      detail: {},
    });
  });

  it('says who did what on what, page by page, and opens to what changed', async () => {
    const { page, complaints } = await sitDown(at.site, at.context, '/accounts');
    await page.click('text=操作日志');
    await page.locator(lines).nth(49).waitFor();
    const line = page.locator(lines, { hasText: auditWords.actions['survey.change']['zh-CN'] });
    expect(await line.innerText()).toContain('li.wei');
    await line.locator('button').click();
    const comparison = page.locator('.comparison');
    await comparison.waitFor();
    for (const said of ['100', '260', '2026-04-01 23:59（北京时间）', '（空）'])
      expect(await comparison.innerText()).toContain(said);
    await says(page, '.event-detail', '增加现场点');
    expect(await page.locator('.event-detail').innerText()).not.toContain('{');
    // One that a newer server recorded is shown all the same.
    await page.locator(lines, { hasText: 'unheard-of.action' }).waitFor();
    await page.click('text=显示更多');
    await page.locator(lines).nth(61).waitFor();
    await line.locator('a', { hasText: 'pubeca67' }).click();
    await page.waitForURL(/\/returns\/pubeca67$/);
    expect(complaints).toEqual([]);
  });

  it('is filtered by person, kind, evaluation and day, and the address keeps it', async () => {
    const { page } = await sitDown(at.site, at.context, '/audit');
    await page.fill('[name=actor]', 'li.wei');
    await page.press('[name=actor]', 'Enter');
    await page.waitForURL(/actor=li\.wei/);
    await page.selectOption('[name=action]', 'survey');
    await page.waitForURL(/action=survey/);
    await page.selectOption('[name=evaluation]', evaluation);
    await page.fill('[name=from]', '2026-03-25');
    await page.fill('[name=to]', '2026-03-25');
    await page.waitForURL(/to=2026-03-25/);
    await page.waitForFunction(
      (selector) => document.querySelectorAll(selector).length === 1,
      lines,
    );
    await page.reload();
    await page.locator(lines).first().waitFor();
    expect(await page.locator(lines).count()).toBe(1);
    expect(await page.inputValue('[name=actor]')).toBe('li.wei');
    await page.fill('[name=to]', '2026-03-24');
    await says(page, '.empty', '没有符合条件的记录');
    await page.click('text=清除条件');
    await page.locator(lines).nth(10).waitFor();
    expect(new URL(page.url()).search).toBe('');
  });

  it('shows the end of the chain, to be copied whole', async () => {
    await at.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const { page } = await sitDown(at.site, at.context, '/audit');
    const { seq, hash } = await at.site.store.read
      .selectFrom('audit_head')
      .selectAll()
      .executeTakeFirstOrThrow();
    await says(page, '.chain-head', hash);
    await page.click('text=复制序号和哈希');
    await says(page, '.chain-head button', '已复制');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${seq}:${hash}`);
  });

  it('of an evaluation is for its evaluators, from its head; that of everything is not', async () => {
    const { store } = at.site;
    const { id } = await store.read
      .selectFrom('users')
      .select('id')
      .where('username', '=', COLLEAGUE)
      .executeTakeFirstOrThrow();
    await store.write.updateTable('users').set({ admin: 0 }).where('id', '=', id).execute();
    const since = new Date().toISOString();
    const of = { evaluationId: evaluation, userId: id, since, grantedBy: 'admin' };
    await setRole(store.write, { ...of, role: 'evaluator' });
    const answer = await at.context.request.post(`${at.site.address}/api/session`, {
      data: { username: COLLEAGUE, password: PASSWORD },
    });
    expect(answer.status()).toBe(204);
    const { page } = await open(at.site, at.context, `/evaluations/${evaluation}/details`);
    await page.click('.evaluation-head >> text=操作日志');
    await page.locator(lines).nth(10).waitFor();
    expect(await page.locator('[name=evaluation]').count()).toBe(0);
    await page.selectOption('[name=action]', 'survey');
    await page.locator(lines, { hasText: 'pubeca67' }).waitFor();
    await page.goto(`${at.site.address}/audit`);
    await page.locator('[role=alert], .empty').first().waitFor();
    expect(await page.locator(lines).count()).toBe(0);
    // A scorer is not led to it at all.
    await setRole(store.write, { ...of, role: 'scorer' });
    await page.goto(`${at.site.address}/evaluations/${evaluation}/details`);
    await page.waitForSelector('.facts');
    expect(await page.locator('.evaluation-head >> text=操作日志').count()).toBe(0);
    await store.write.updateTable('users').set({ admin: 1 }).where('id', '=', id).execute();
  });

  it.each([
    [360, 'dark'],
    [390, 'light'],
    [1440, 'light'],
    [1440, 'dark'],
  ] as const)(
    'gives a screen reader nothing to stumble over and cuts nothing, at %i px, %s',
    async (width, colorScheme) => {
      const context = await at.browser.newContext({
        viewport: { width, height: 800 },
        colorScheme,
      });
      const { page } = await sitDown(at.site, context);
      for (const path of ['/audit', `${await examplePath(at.site, context)}/audit`]) {
        await page.goto(at.site.address + path);
        await page.locator(`${lines} button`, { hasText: '详情' }).first().waitFor();
        for (const row of ['修改调查', '查看单份答卷'])
          await page.locator(lines, { hasText: row }).first().locator('button').click();
        expect([path, await axeFindings(page), await findCut(page)]).toEqual([path, [], []]);
      }
      await context.close();
    },
  );
});
