import type { BrowserContext, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, withWorkbenchWindow } from '../support/in-browser.ts';
import { receiptOn, submit, tap, visit } from '../support/phone.ts';
import { startTcpProxy } from '../support/tcp-proxy.ts';
import { open, PASSWORD, says } from '../support/workbench-site.ts';

/** What an answer may take to be seen by whoever watches. */
const SEEN_WITHIN_MS = 2_000;

/** What public-general asks of everybody, with an answer that nothing is wrong with. */
const SIMPLE: [item: string, option: string][] = [
  ['age', 'from-26-to-40'],
  ['education', 'bachelor'],
  ['contact', 'in-person'],
  ['quality-of-life', 'marked'],
  ['attitude', 'very-satisfied'],
  ['efficiency', 'satisfied'],
  ['openness', 'very-satisfied'],
  ['publicity', 'neutral'],
  ['results', 'satisfied'],
  ['overall', 'satisfied'],
];

describeInBrowser('a day’s work of an evaluator, from opening to close, in Chromium', () => {
  const at = withWorkbenchWindow();

  /** Somebody with a phone who fills in the form behind a link; says its receipt number. */
  async function respond(
    link: string,
    { gender, says: said }: { gender: string; says: string },
    meanwhile?: () => Promise<void>,
  ): Promise<string> {
    const phone = await visit(at.browser, link);
    await phone.page.waitForSelector('[type=submit]');
    for (const [item, option] of [['gender', gender], ...SIMPLE] as const)
      await tap(phone.page, item, option);
    await phone.page.fill('[name=improve]', said);
    await meanwhile?.();
    await submit(phone.page);
    const receipt = (await receiptOn(phone.page)) ?? '';
    expect(phone.complaints).toEqual([]);
    await phone.context.close();
    return receipt;
  }
  /** Waits until a live page says it, no longer than an answer may take. */
  const seenAtOnce = (page: Page, selector: string, text: RegExp) =>
    page.locator(selector).filter({ hasText: text }).first().waitFor({ timeout: SEEN_WITHIN_MS });
  const rail = (page: Page, stop: string, text: string | RegExp) =>
    says(page, `.rail .stop:has(b:text-is("${stop}"))`, text);

  async function anEvaluation(context: BrowserContext): Promise<string> {
    const signedIn = await context.request.post(`${at.site.address}/api/session`, {
      data: { username: 'admin', password: PASSWORD },
    });
    expect(signedIn.ok()).toBe(true);
    const made = await context.request.post(`${at.site.address}/api/evaluations`, {
      data: {
        department: '市水务局',
        place: '某市',
        year: 2025,
        indicatorSystem: { id: 'shuozhou-2019-ecology', version: 1 },
      },
    });
    const { id } = await made.json();
    await context.clearCookies();
    return `/evaluations/${id}`;
  }

  it('goes from plan to close without a reload', async () => {
    const evaluation = await anEvaluation(at.context);
    // The workbench is reached through a line that can be cut; the phones have their own.
    const upstream = new URL(at.site.address);
    const proxy = await startTcpProxy({ host: upstream.hostname, port: Number(upstream.port) });
    const through = { ...at.site, address: proxy.address(at.site.address).replace(/\/$/, '') };
    try {
      const { page, complaints } = await open(
        through,
        at.context,
        `${evaluation}/questionnaires/public-general/1/new-survey`,
      );
      let loads = 0;
      page.on('load', () => {
        loads += 1;
      });

      // In the morning: signs in, plans, opens.
      await page.fill('[name=username]', 'admin');
      await page.fill('[name=password]', PASSWORD);
      await page.click('button[type=submit]');
      await page.fill('[name=total]', '40');
      await page.click('summary:has-text("配额")');
      await page.fill('[name="quota.gender.male"]', '1');
      await page.fill('[name="quota.gender.female"]', '20');
      await page.click('text=添加调查点');
      await page.keyboard.type('东关街道');
      await page.getByLabel('第 1 个调查点：计划').fill('20');
      await page.click('text=添加调查点');
      await page.keyboard.type('北区政务大厅');
      await page.getByLabel('第 2 个调查点：计划').fill('20');
      await page.click('.form button[type=submit]');
      await says(page, '.survey-head', '未开放');
      const code = new URL(page.url()).pathname.split('/').at(-1) ?? '';
      await page.click('.survey-head >> text=开放调查');
      await page.click('dialog .button.primary');
      await says(page, '.survey-head', '收集中');
      await rail(page, '问卷', '1');
      await rail(page, '回收', '0 / 40');

      // Looks at the links, and sends one of them out.
      const { url, points } = await (
        await at.context.request.get(`${through.address}/api/surveys/${code}`)
      ).json();
      await page.click('button[aria-label="全屏显示 北区政务大厅 的二维码"]');
      await says(page, 'dialog h2', '北区政务大厅');
      await page.keyboard.press('Escape');
      await page.locator('dialog').waitFor({ state: 'detached' });
      const here = (link: string) =>
        link.replace(new URL(link).origin, at.site.address.replace(/\/$/, ''));
      const east = here(points[0].url);

      // Answers come in: seen on the evaluation's page, then on the survey's.
      await page.click('.survey-head >> text=全部调查');
      await says(page, '.survey-returns', '0 / 40');
      const first = await respond(east, { gender: 'male', says: '河边的路灯坏了' });
      await seenAtOnce(page, '.survey-returns', /(^|\D)1\s\/\s40/);
      await page.click(`.survey-returns a[href$="/returns/${code}"]`);
      await says(page, '.survey-count', '1 / 40');
      await respond(here(url), { gender: 'male', says: '办事窗口太少' });
      await seenAtOnce(page, '.survey-count', /(^|\D)2\s\/\s40/);
      await says(page, '.point-table tr:has-text("东关街道")', /20\s*—?\s*1/);
      await rail(page, '回收', '2 / 40');
      await says(page, '.survey-page', /男\s*2\s\/\s1/);

      // Something is pointed out; it is known, and put aside.
      const pointedOut = page.locator('.notice-line');
      await pointedOut.filter({ hasText: '手机' }).first().waitFor();
      const before = await pointedOut.count();
      await pointedOut.filter({ hasText: '手机' }).first().getByRole('button').click();
      await page.fill('.put-aside-form [name=reason]', '局域网内的平板作答');
      await page.click('.put-aside-form button[type=submit]');
      await expect.poll(() => pointedOut.count()).toBe(before - 1);

      // A respondent telephones and reads the receipt out.
      await page.click('.survey-head >> text=查看答卷');
      await says(page, '.list-count', '共 2 份');
      await page.fill(
        '[name=receipt]',
        ` ${first.toLowerCase().replace('-', '').split('').join(' ')} `,
      );
      await page.keyboard.press('Enter');
      await says(page, 'h2', first);
      await says(page, '.one-response', '东关街道');
      await page.keyboard.press('Escape');
      await says(page, '.list-count', '共 2 份');
      await page.click('.response-rows tbody tr >> nth=0 >> a');
      await page.waitForSelector('.asked-items');
      await says(page, '.asked-items', '办事窗口太少');
      await page.keyboard.press('ArrowRight');
      await says(page, '.asked-items', '河边的路灯坏了');
      await page.keyboard.press('k');
      await says(page, '.asked-items', '办事窗口太少');

      // Reads what was written.
      await page.click('.rail >> text=回收');
      await page.click(`.survey-returns a[href$="/returns/${code}"]`);
      await page.click('.survey-head >> text=查看开放题');
      await says(page, 'main', '河边的路灯坏了');
      await page.fill('[name=q]', '窗口');
      await page.keyboard.press('Enter');
      await page.getByText('河边的路灯坏了').waitFor({ state: 'detached' });
      await says(page, 'main', '办事窗口太少');

      // The wall, and the line to it cut and back.
      await page.click('.rail >> text=回收');
      await page.click('text=大屏显示');
      await says(page, '.wall-survey', '2 / 40');
      await says(page, '.wall-notices', '受益群众');
      proxy.refuse('HTTP');
      proxy.cut();
      await page.waitForSelector('.wall-lost');
      await respond(east, { gender: 'female', says: '都挺好' });
      proxy.refuse(undefined);
      await page.waitForSelector('.wall-lost', { state: 'detached', timeout: 20_000 });
      await says(page, '.wall-survey', '3 / 40');
      await page.evaluate(() => document.fullscreenElement && document.exitFullscreen());
      await page.keyboard.press('Escape');

      // In the evening: closes it. Nobody needed to load a page anew, all day.
      await page.click(`.survey-returns a[href$="/returns/${code}"]`);
      await page.click('.survey-head >> text=结束调查');
      await says(page, 'dialog', '3 / 40');
      await page.click('dialog .button.primary');
      await says(page, '.survey-head', '已结束');
      await rail(page, '回收', '3 / 40');
      await rail(page, '结果', /\d+\.\d\d/);
      const late = await visit(at.browser, east);
      await says(late.page, 'body', /已(经)?(结束|截止)/);
      await late.context.close();
      expect(loads).toBe(0);
      expect(complaints).toEqual([]);
    } finally {
      await at.context.close();
      await proxy.stop();
    }
  }, 90_000);
});
