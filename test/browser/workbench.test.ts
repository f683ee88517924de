import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, withWorkbenchWindow } from '../support/in-browser.ts';
import { examplePath, open, PASSWORD, says, sitDown } from '../support/workbench-site.ts';

const OVERRIDE_SAVE = '.detail section:has([name=score]) button[type=submit]';

const text = async (page: Page, selector: string) =>
  (await page.locator(selector).first().textContent()) ?? '';

describeInBrowser('the workbench in Chromium', () => {
  const at = withWorkbenchWindow();

  it('says that a password is wrong, and lets the right one in where the reader wanted to go', async () => {
    const { page, complaints } = await open(at.site, at.context, '/evaluations/new');
    await page.fill('[name=username]', 'admin');
    await page.fill('[name=password]', 'not the password');
    await page.click('button[type=submit]');
    await says(page, '[role=alert]', '用户名或密码不对');
    await page.fill('[name=password]', PASSWORD);
    // Failed logins make the next try wait.
    await page.waitForTimeout(1500);
    await page.click('button[type=submit]');
    await says(page, 'h1', '新建项目');
    expect(new URL(page.url()).pathname).toBe('/evaluations/new');
    expect(complaints).toEqual([]);
  });

  it('opens the example at its score: 80.50 良, and beside it 76.00 中 by rules alone', async () => {
    const { page, complaints } = await sitDown(at.site, at.context);
    await page.click('text=朔州市生态环境局');
    await page.waitForSelector('.totals');
    expect(await text(page, '.total.main .total-value')).toMatch(/^80\.50\s*良$/);
    expect(await text(page, '.total:not(.main) .total-value')).toMatch(/^76\.00\s*中$/);
    expect(await page.locator('.indicator').count()).toBe(36);
    expect(await text(page, '.scoring-table tfoot')).toMatch(/100\s*76\.00\s*80\.50\s*良/);
    expect(complaints).toEqual([]);
  });

  it('keeps the five stops in sight, each with its state', async () => {
    const { page } = await sitDown(at.site, at.context);
    await page.goto(`${at.site.address}${await examplePath(at.site, at.context)}/scoring`);
    await page.waitForSelector('.totals');
    await page.evaluate(() => scrollTo(0, 2000));
    const stops = page.locator('.stop');
    expect(await stops.count()).toBe(5);
    for (const said of ['4 项调查', '137 / 100 有效', '94.35', '80.50', '稍后提供']) {
      await says(page, '.stop', said);
    }
    for (const stop of await stops.all()) {
      const box = await stop.boundingBox();
      expect(box?.y).toBeLessThan(100);
      expect(box?.y).toBeGreaterThanOrEqual(0);
    }
    expect(await page.locator('.stop.later a, .stop.later button').count()).toBe(0);
  });

  it('follows C301 to its survey, an item’s count to its responses, and leads back to C301', async () => {
    const { page, complaints } = await sitDown(at.site, at.context);
    await page.goto(
      `${at.site.address}${await examplePath(at.site, at.context)}/scoring?indicator=C301`,
    );
    await says(page, '.indicator-detail', '89.34 < 90');
    await says(page, '.indicator-detail', '报告公布 89.01%、3.56 分');
    await page.click('.score-trace a:has-text("综合满意度")');
    await says(page, '.composite-value', '89.34');

    await page.click('.item-table:has-text("空气质量") tr:has-text("不满意") >> nth=-1 >> a');
    await says(page, '.answer-filter', '只看“空气质量”选“不满意”的答卷');
    await page.waitForSelector('.response-rows tbody tr');
    expect(await page.locator('.response-rows tbody tr').count()).toBe(2);
    await page.click('.response-rows tbody a');
    await says(page, '.asked-items', '空气质量');

    await page.keyboard.press('Escape');
    await page.click('text=受益群众的结果');
    await page.click('.composite a:text-is("C301")');
    await says(page, '.indicator.open', '服务对象满意度');
    expect(complaints).toEqual([]);
  });

  it('turns 89.34 into 89.35 in the reports’ rounding, and says what that is for', async () => {
    const { page } = await sitDown(at.site, at.context);
    await page.goto(`${at.site.address}${await examplePath(at.site, at.context)}/results/pubeca34`);
    await says(page, '.composite-value', '89.34');
    await page.click('label:has-text("报告口径")');
    await says(page, '.composite-value', '89.35');
    await says(page, '.composite', '不用于评分');
    await page.click('label:has-text("精确")');
    await says(page, '.composite-value', '89.34');
  });

  it('shows the chart’s numbers as a table one click away', async () => {
    const { page } = await sitDown(at.site, at.context);
    await page.goto(`${at.site.address}${await examplePath(at.site, at.context)}/results/pubeca34`);
    await page.waitForSelector('.scale-chart [role=img]');
    await page.click('.scales label:has-text("表")');
    expect(await text(page, '.scale-matrix tbody tr')).toMatch(
      /空气质量\s*47\.45 65\s*42\.34 58\s*8\.76 12\s*1\.46 2\s*86\.57\s*137/,
    );
    expect(await text(page, '.scale-matrix tfoot')).toMatch(/89\.34/);
  });

  it('moves the total when an override is taken back, and again when it is given with a reason', async () => {
    const { page } = await sitDown(at.site, at.context);
    await page.goto(
      `${at.site.address}${await examplePath(at.site, at.context)}/scoring?indicator=A101`,
    );
    await page.click('text=取消核定');
    await says(page, '.said', '总分 80.50 → 80.10');
    await says(page, '.total.main', '80.10');
    await says(page, '.stop', '80.10');

    await page.click('button:has-text("核定得分")');
    await page.fill('[name=score]', '3');
    await page.fill('[name=reason]', '①给一半的分');
    await page.click(OVERRIDE_SAVE);
    await says(page, '.field .error', '0 到分值 2 之间');
    await page.waitForSelector('[name=score]:focus');
    expect(await page.inputValue('[name=reason]')).toBe('①给一半的分');

    await page.fill('[name=score]', '1.6');
    await page.click(OVERRIDE_SAVE);
    await says(page, '.said', '总分 80.10 → 80.50');
    await says(page, '.score-trace', '①给一半的分');
  });

  it('scores by what is entered in place, and asks why a credit is partial', async () => {
    const { page } = await sitDown(at.site, at.context);
    await page.goto(
      `${at.site.address}${await examplePath(at.site, at.context)}/scoring?indicator=A104`,
    );
    await page.fill('[name=done]', '7');
    await page.click('.inputs-form button[type=submit]');
    await says(page, '.said', '总分 80.50 → 81.36');
    await says(page, '.indicator.open .score', '2.00');
    await page.fill('[name=done]', '4');
    await page.click('.inputs-form button[type=submit]');
    await says(page, '.said', '总分 81.36 → 80.50');

    await page.click('.disclosure:has-text("B302")');
    await page.click('.entry >> nth=1 >> label:has-text("部分")');
    await page.fill('.entry >> nth=1 >> [name^=part]', '0.5');
    await page.click('.inputs-form button[type=submit]');
    await says(page, '.entry >> nth=1 >> .error', '部分达到时，请写明理由');
    await page.waitForSelector('[name="reason ②"]:focus');
    await page.fill('.entry >> nth=1 >> [name^=reason]', '两项指标值无法衡量');
    await page.click('.inputs-form button[type=submit]');
    await says(page, '.said', '总分 80.50 → 81.25');
    await page.click('.entry >> nth=1 >> label:has-text("未达到")');
    await page.click('.inputs-form button[type=submit]');
    await says(page, '.said', '总分 81.25 → 80.50');
  });

  it('is worked by keyboard alone: from the list to an indicator’s inputs and the rounding', async () => {
    const { page } = await sitDown(at.site, at.context);
    await page.waitForSelector('.evaluation-name a');
    await page.focus('.evaluation-name a');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.totals');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.focus('.disclosure:has-text("A102")');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('done');

    await page.goto(`${at.site.address}${await examplePath(at.site, at.context)}/results/pubeca34`);
    await page.focus('.composite input');
    await page.keyboard.press('ArrowRight');
    await says(page, '.composite-value', '89.35');
  });

  it('speaks English when asked, server’s words included, and remembers it', async () => {
    const { page } = await sitDown(at.site, at.context);
    await page.click('text=English');
    await says(page, 'h1', 'Evaluations');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await page.goto(`${at.site.address}${await examplePath(at.site, at.context)}/scoring`);
    await says(page, '.total.main', 'Good');
    await says(page, '.indicator', 'Satisfaction');
    await page.reload();
    await says(page, '.stop', 'Results');
  });

  it('says plainly that the server cannot be reached, and goes on when it can', async () => {
    const { page } = await sitDown(at.site, at.context);
    await page.waitForSelector('.evaluation-name');
    await page.route('**/api/evaluations/**', (route) => route.abort());
    await page.click('.evaluation-name a');
    await says(page, '[role=alert]', '连不上服务器');
    await page.unroute('**/api/evaluations/**');
    await page.click('button:has-text("重试")');
    await page.waitForSelector('.rail');
  });

  it('goes back to signing in when the session has ended, and then to the same screen', async () => {
    const { page } = await sitDown(at.site, at.context);
    const path = `${await examplePath(at.site, at.context)}/returns`;
    await at.context.clearCookies();
    await page.goto(at.site.address + path);
    await page.fill('[name=username]', 'admin');
    await page.fill('[name=password]', PASSWORD);
    await page.click('button[type=submit]');
    await says(page, 'h2', '回收');
    expect(new URL(page.url()).pathname).toBe(path);
  });
});
