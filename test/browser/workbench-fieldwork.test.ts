import { expect, it } from 'vitest';
import { describeInBrowser, withWorkbenchWindow } from '../support/in-browser.ts';
import { answer, says, sitDown } from '../support/workbench-site.ts';

describeInBrowser('an evaluation from its beginning, in Chromium', () => {
  const at = withWorkbenchWindow();

  it('is created, its survey is opened, and answers move its returns and results while one looks on', async () => {
    const { page, complaints } = await sitDown(at.site, at.context);
    await page.click('text=新建项目');
    await page.fill('[name=department]', '市水务局');
    await page.fill('[name=place]', '某市');
    await page.check('label:has-text("生态环境部门整体支出绩效评价指标体系（第 1 版）") input');
    await page.click('button[type=submit]');
    await says(page, 'h1', '市水务局');
    await says(page, '.stop', '尚无调查');

    await page.click('tr:has-text("public-general") >> text=建立调查');
    await page.fill('[name=total]', '100');
    await page.fill('[name=online]', '70');
    await page.fill('[name=paper]', '30');
    await page.click('button[type=submit]');
    await says(page, '.survey-head', '未开放');
    await says(page, '.channel-table tbody', /电子问卷\s*70\s*—\s*0/);
    await page.click('text=开放调查');
    await page.click('dialog .button.primary');
    await says(page, '.survey-head', '收集中');

    const link = await page.locator('.survey-link a').getAttribute('href');
    const code = (link ?? '').split('/').at(-1) ?? '';
    await answer(at.site, code);
    await page.click('.stop a:has-text("结果")');
    await says(page, '.composite-value', /^100\.00\s*n\s=\s1$/);
    await says(page, '.stop', '1 / 100 有效');

    await answer(at.site, code);
    await says(page, '.composite-value', 'n = 2');

    await page.click('label:has-text("电子问卷")');
    await page.waitForURL(/\?channel=online$/);
    await page.reload();
    await says(page, '.composite-value', 'n = 2');

    await page.click('label:has-text("全部渠道")');
    await page.click('.composite .indicator-code >> nth=0');
    await page.waitForSelector('.indicator.open');
    await says(page, '.total.main', '暂不评等级');
    await says(page, '.totals', /还有 \d+ 项指标没有得分/);
    expect(complaints).toEqual([]);
  });

  it('is warned of what is wrong or waits for a decision, and told quietly what is not done yet', async () => {
    const { page } = await sitDown(at.site, at.context);
    const api = (path: string, data: object, method: 'post' | 'put' = 'post') =>
      at.context.request[method](`${at.site.address}/api/${path}`, { data });
    const made = await api('evaluations', {
      department: '市交通局',
      place: '某市',
      year: 2025,
      indicatorSystem: { id: 'shuozhou-2019-ecology', version: 1 },
    });
    const { id } = await made.json();
    await page.goto(`${at.site.address}/evaluations/${id}/scoring`);
    await says(page, '.pending', '还有 33 项指标没有录入，3 项指标在等调查结果');
    await says(page, '.pending', '还没有“受益群众”的调查；指标 C102');
    expect(await page.locator('.attention, .tag.warm').count()).toBe(0);
    await page.click('text=只看缺数据的指标');
    await page.locator('label:has-text("缺数据 36") input:checked').waitFor();

    await api(`evaluations/${id}/scoring/A102`, { inputs: { done: '7', planned: '0' } }, 'put');
    await page.reload();
    await says(page, '.attention', '评分前请注意 1 点');
    await says(page, '.attention li', /指标 A102\s*计划数为 0/);
    expect(await page.locator('.tag.warm').count()).toBe(1);
  });

  it('closes its survey only after saying how much has come in', async () => {
    const { page } = await sitDown(at.site, at.context);
    await page.click('text=市水务局');
    await page.click('.stop a:has-text("回收")');
    await page.click('.survey-returns a:has-text("受益群众")');
    await page.click('text=结束调查');
    await says(page, 'dialog', '已收到 2 / 100 份');
    // Closing is the step to think about: one key too many only leads back.
    await page.waitForSelector('dialog .button:text("取消"):focus');
    await page.keyboard.press('Enter');
    await says(page, '.survey-head', '收集中');
    await page.click('text=结束调查');
    await page.click('dialog .button.primary');
    await says(page, '.survey-head', '已结束');
  });

  it('scores from another survey of the same group only where somebody chose it', async () => {
    const { page } = await sitDown(at.site, at.context);
    await page.click('text=市水务局');
    await page.click('.stop a:has-text("问卷")');
    await page.click('tr:has-text("public-ecology") >> text=建立调查');
    await page.fill('[name=total]', '50');
    await page.click('button[type=submit]');
    await says(page, '.survey-side', '这项调查开放后也不改变');
    await page.click('text=开放调查');
    await page.click('dialog .button.primary');
    await says(page, '.survey-side', '不用于评分');
    await page.click('.stop a:has-text("评分")');
    await says(page, '.indicator:has-text("C301")', '100%');

    await page.click('.stop a:has-text("回收")');
    await page.click('.survey-returns:has-text("收集中") a:has-text("受益群众")');
    await page.click('text=改用此调查评分');
    await says(page, 'dialog', 'n = 2');
    await page.click('dialog .button.primary');
    await says(page, '.survey-side', '用于指标');
    await page.click('text=全部调查');
    await says(page, '.survey-returns:has-text("收集中")', '用于指标');
    await page.click('.stop a:has-text("评分")');
    await says(page, '.indicator:has-text("C301")', '还没有可用的有效答案');
  });

  it('takes numbers as an input method writes them, and an address with a slash at its end', async () => {
    const { page, complaints } = await sitDown(at.site, at.context);
    await page.click('text=市水务局');
    await page.click('.stop a:has-text("问卷")');
    await page.waitForURL(/questionnaires$/);
    await page.goto(`${page.url()}/`);
    await page.waitForURL(/questionnaires$/);
    await page.click('tr:has-text("management-object") >> text=建立调查');
    await page.fill('[name=total]', '１，２００');
    await page.fill('[name=online]', '1,5');
    await page.fill('[name=paper]', ' ２００\u200b');
    await page.click('button[type=submit]');
    const values = ['total', 'online', 'paper'].map((name) => page.inputValue(`[name=${name}]`));
    // What could be two things stays, and is not sent.
    expect(await Promise.all(values)).toEqual(['1200', '1,5', '200']);
    expect(page.url()).toMatch(/new-survey$/);
    await page.fill('[name=online]', '１０００');
    await page.click('button[type=submit]');
    await says(
      page,
      '.survey-page:has-text("管理对象") .channel-table',
      /电子问卷\s*1,000\s*—\s*0/,
    );
    expect(complaints).toEqual([]);
  });

  it('lets the example go with one click, after saying in numbers what goes', async () => {
    const { page, complaints } = await sitDown(at.site, at.context);
    await page.click('text=删除示例');
    await says(page, 'dialog', '4 项调查、193 份答卷');
    await says(page, 'dialog', '33 项指标的业绩值、5 项评价组核定');
    await page.click('dialog >> text=取消');
    await says(page, '.evaluation-name', '朔州市生态环境局');
    await page.click('text=删除示例');
    await page.click('dialog .button.danger');
    await says(page, '[role=status]', '4 项调查、193 份答卷');
    await page.waitForSelector('.evaluation-name:has-text("朔州")', { state: 'detached' });
    await says(page, '.evaluation-name', '市水务局');
    expect(complaints).toEqual([]);
  });
});
