import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, withWorkbenchWindow } from '../support/in-browser.ts';
import { findCut } from '../support/nothing-cut.ts';
import { atSurveyPage } from '../support/survey-page.ts';
import { says } from '../support/workbench-site.ts';

describeInBrowser('the sample size helper, in Chromium', () => {
  const at = withWorkbenchWindow();
  const { call, survey, begin, beginSurvey, faultsOfAccess } = atSurveyPage(at);
  const field = (page: Page, part: string) => page.locator(`[name="sampleSize.${part}"]`);

  it('works out what a new survey needs, writes it into the plan, and the plan keeps why', async () => {
    const { page, path, complaints } = await begin();
    await page.goto(`${at.site.address}${path}/questionnaires/public-general/1/new-survey`);
    await page.click('summary:has-text("样本量测算")');
    await says(
      page,
      '.size-result',
      /95% 置信水平、误差不超过 5 个百分点（预计比例 50%），需回收有效答卷 385 份。/,
    );
    await says(page, '.sample-size', '未填写总体人数');
    await page.click('label:has-text("99%")');
    await says(page, '.size-result', '需回收有效答卷 664 份');
    await page.click('label:has-text("95%")');
    await field(page, 'returnRate').fill('８０％');
    await says(page, '.size-result', '按预计有效回收率 80% 须发放 482 份');
    await page.fill('[name=population]', '1000');
    await says(
      page,
      '.size-result',
      '总体 1,000 人），需回收有效答卷 278 份；按预计有效回收率 80% 须发放 348 份',
    );
    await field(page, 'margin').fill('0');
    await says(page, '.size-result', '允许误差填 0.1 到 50 之间的数');
    expect(await page.locator('text=写入计划').count()).toBe(0);
    await field(page, 'margin').fill('5');
    await page.focus('text=写入计划');
    await page.keyboard.press('Enter');
    expect(await page.inputValue('[name=total]')).toBe('348');
    await says(page, '.size-written', '需回收有效答卷 278 份');

    // What is typed survives, and the basis with it, while the fields say something else already.
    await page.click('label:has-text("平均分")');
    await says(page, '.size-result', /误差不超过 5 分（标准差 25 分.*需回收有效答卷 88 份/);
    await page.reload();
    await page.click('summary:has-text("样本量测算")');
    await says(page, '.size-written', '需回收有效答卷 278 份');
    await says(page, '.size-result', '需回收有效答卷 88 份');
    expect(await faultsOfAccess(page)).toEqual([]);
    for (const [width, height] of [
      [360, 740],
      [390, 844],
      [1440, 900],
    ] as const) {
      await page.setViewportSize({ width, height });
      expect(await findCut(page)).toEqual([]);
    }
    await page.click('button[type=submit]');
    await says(page, '.survey-head', '未开放');
    await says(
      page,
      '.settings .facts',
      '需回收有效答卷 278 份；按预计有效回收率 80% 须发放 348 份',
    );
    await says(page, '.plan-history', '需回收有效答卷 278 份');
    const code = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    expect((await survey(code)).plan).toEqual({
      total: 348,
      sampleSize: {
        confidence: '95',
        margin: '5',
        share: '50',
        designEffect: '1',
        population: 1000,
        returnRate: '80',
        needed: 278,
      },
    });
    expect(complaints).toEqual([]);
  });

  it('opens with what a plan rests on, changes nothing by being looked at, and gives it up when asked', async () => {
    const sampleSize = {
      confidence: 97,
      margin: 2.5,
      deviation: '20',
      designEffect: 1.5,
      needed: 453,
    };
    const { page, code, complaints } = await beginSurvey({
      plan: { total: 500, sampleSize },
      points: [],
    });
    await says(
      page,
      '.settings .facts',
      /97% 置信水平、误差不超过 2.5 分（标准差 20 分、设计效应 1.5）/,
    );
    await page.click('text=修改设置');
    await says(page, '.size-result', '需回收有效答卷 453 份');
    await page.click('.settings button[type=submit]');
    await says(page, '.settings .said', '没有改动');
    await page.click('text=修改设置');
    await field(page, 'designEffect').fill('200');
    await page.click('.settings button[type=submit]');
    await page.waitForSelector('[name="sampleSize.designEffect"][aria-invalid=true]:focus');
    await field(page, 'designEffect').fill('1');
    await page.click('text=不保留依据');
    await page.click('.settings button[type=submit]');
    await says(page, '.settings .said', '已保存');
    expect((await survey(code)).plan).toEqual({ total: 500 });
    await says(page, '.plan-history', '调整样本量测算依据');
    const { items } = await call('get', `surveys/${code}/plan-versions`);
    expect(items.map(({ plan }: { plan: object }) => plan)).toEqual([
      { total: 500, sampleSize },
      { total: 500 },
    ]);
    expect(complaints).toEqual([]);
  });
});
