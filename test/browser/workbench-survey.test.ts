import { expect, it } from 'vitest';
import { describeInBrowser, withWorkbenchWindow } from '../support/in-browser.ts';
import { atSurveyPage, POINTS } from '../support/survey-page.ts';
import { answer, says } from '../support/workbench-site.ts';

describeInBrowser('a survey’s own page, in Chromium', () => {
  const at = withWorkbenchWindow();
  const { call, survey, begin, beginSurvey, answerAt, typedPoints, faultsOfAccess } =
    atSurveyPage(at);

  it('begins with a plan of three points, typed by keyboard, against the whole', async () => {
    const { page, path, complaints } = await begin();
    await page.goto(`${at.site.address}${path}/questionnaires/public-general/1/new-survey`);
    await says(page, '.point-fields', '每个调查点有自己的链接和二维码');
    await page.fill('[name=total]', '200');
    await page.focus('text=添加调查点');
    await page.keyboard.press('Enter');
    await page.keyboard.type('东关街道');
    await page.keyboard.press('Tab');
    await page.keyboard.type('80');
    await page.keyboard.press('Enter');
    await page.keyboard.type('西关街道');
    await page.keyboard.press('Enter');
    await page.keyboard.type('南关街道');
    expect(await typedPoints(page)).toEqual([
      ['p1', '东关街道', '80'],
      ['p2', '西关街道', ''],
      ['p3', '南关街道', ''],
    ]);
    await says(page, '.point-fields', '各点计划合计 80，计划发放数 200');
    // What is typed survives.
    await page.reload();
    await page.waitForSelector('.point-lines li >> nth=2');
    expect((await typedPoints(page)).map(([, name]) => name)).toEqual([
      '东关街道',
      '西关街道',
      '南关街道',
    ]);
    await page.getByLabel('第 3 个调查点：计划').fill('１５０');
    await page.getByLabel('第 2 个调查点：编号').fill('P1');
    await page.click('button[type=submit]');
    await page.locator('.point-lines .error').first().waitFor();
    expect(await page.locator('.point-fields .error').allInnerTexts()).toEqual([
      '这个编号前面已经用过。',
      '各点计划合计 230 份，多于计划发放数 200 份。',
    ]);
    expect(await faultsOfAccess(page)).toEqual([]);
    await page.getByLabel('第 2 个调查点：编号').fill('West-Gate');
    await page.getByLabel('第 3 个调查点：计划').fill('50');
    await page.click('button[type=submit]');
    await says(page, '.survey-head', '未开放');
    await says(page, '.point-table', /南关街道.*50/s);
    const code = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    expect((await survey(code)).points).toMatchObject([
      { id: 'p1', name: '东关街道', plan: 80, closed: false },
      { id: 'west-gate', name: '西关街道', plan: null },
      { id: 'p3', name: '南关街道', plan: 50 },
    ]);
    expect(complaints).toEqual([]);
  });

  it('takes points as a spreadsheet pastes them, and says beside one what the server refuses of it', async () => {
    const { page } = await beginSurvey({ points: [] });
    await says(page, '.survey-page', '没有调查点');
    await page.click('text=修改设置');
    await page.click('text=添加调查点');
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '东关街道\t80\n西关街道\t60\n东关 街道\t20\n');
      const pasted = new ClipboardEvent('paste', {
        clipboardData,
        bubbles: true,
        cancelable: true,
      });
      document.activeElement?.dispatchEvent(pasted);
    });
    expect(await typedPoints(page)).toEqual([
      ['p1', '东关街道', '80'],
      ['p2', '西关街道', '60'],
      ['p3', '东关 街道', '20'],
    ]);
    await page.click('.settings button[type=submit]');
    await page.waitForSelector('[data-field="points[2].name"][aria-invalid=true]:focus');
    await page.click('.point-lines li:nth-child(3) >> text=移除');
    await page.click('.settings button[type=submit]');
    await says(page, '.settings .said', '已保存');
    await says(page, '.point-table', '西关街道');
  });

  it('is corrected as a draft, then with a reason, and its history says who changed what, when and why', async () => {
    const { page, code, complaints } = await beginSurvey();
    await page.click('text=修改设置');
    await page.fill('[name=total]', '160');
    await page.fill('[name=online]', '100');
    await page.fill('[name=paper]', '60');
    await page.getByLabel('第 1 个调查点：计划').fill('60');
    await page.click('.point-lines li:nth-child(3) >> text=移除');
    await page.click('label:has-text("一次性访问码")');
    await page.selectOption('[name=questionnaire]', 'public-ecology@1');
    await page.click('.settings button[type=submit]');
    await says(page, '.settings .said', '已保存');
    expect(await survey(code)).toMatchObject({
      access: 'code',
      questionnaire: { id: 'public-ecology', version: 1 },
      points: [{ id: 'p1', plan: 60 }, { id: 'p2' }],
    });
    await page.click('text=修改设置');
    await page.click('label:has-text("公开链接")');
    await page.click('.settings button[type=submit]');
    await says(page, '.settings .facts', '公开链接');

    // What becomes fixed is said before it does.
    await page.click('text=开放调查');
    await says(
      page,
      'dialog',
      /从此不能再改：.*问卷.*第 1 版.*阶段.*正式调查.*作答方式.*公开链接/s,
    );
    await says(page, 'dialog', '每次都要写明理由');
    await page.click('dialog .button.primary');
    await says(page, '.survey-head', '收集中');
    await answerAt(code, 'p1');
    await says(page, '.point-table', /东关街道.*60.*—\s*1\s*1/s);

    await page.click('text=修改设置');
    await says(page, '.settings-fixed', /不能再改.*第 1 版.*正式调查.*公开链接/s);
    expect(
      await page
        .locator('.settings :is([name=access], [name=phase], [name=questionnaire])')
        .count(),
    ).toBe(0);
    await page.fill('[name=total]', '280');
    await page.fill('[name=online]', '80');
    await page.fill('[name=paper]', '200');
    expect(await page.locator('.point-lines li:nth-child(1) >> text=移除').count()).toBe(0);
    await says(page, '.point-lines li:nth-child(1)', '1 份');
    await page.getByLabel('关闭第 1 个调查点 东关街道').check();
    await says(page, '.point-closing', '已收到的 1 份保留');
    await page.click('.settings button[type=submit]');
    await page.waitForSelector('[name=reason][aria-invalid=true]:focus');
    await page.fill('[name=reason]', '试调查后按实际人数调整抽样方案');
    expect(await faultsOfAccess(page)).toEqual([]);
    await page.click('.settings button[type=submit]');
    await says(page, '.settings .said', '已保存');
    await says(page, '.survey-count', '1 / 280');
    await says(page, '.point-table', '已关闭');
    const versions = page.locator('.plan-history tbody tr');
    await versions.filter({ hasText: '第 3 版' }).waitFor();
    expect((await versions.allInnerTexts()).map((text) => text.split(/\s/)[1])).toEqual([
      '3',
      '2',
      '1',
    ]);
    await says(
      page,
      '.plan-history tr:has-text("第 3 版")',
      /\d{4}-\d\d-\d\d \d\d:\d\d\s*admin\s*计划发放数：160 → 280\s*电子问卷：100 → 80\s*现场纸质：60 → 200\s*关闭调查点“东关街道”\s*试调查后按实际人数调整抽样方案/,
    );
    await says(
      page,
      '.plan-history tr:has-text("第 2 版")',
      /东关街道：80 → 60\s*移除调查点“北区政务大厅”/,
    );
    await says(page, '.plan-history tr:has-text("第 1 版")', '3 个调查点，计划合计 180');
    expect(complaints).toEqual([]);
  });

  it('shows what somebody else saved meanwhile, and leaves a field that was not touched alone', async () => {
    const { page, code } = await beginSurvey();
    await page.click('text=修改设置');
    await page.fill('[name=total]', '250');
    await call('patch', `surveys/${code}`, { points: POINTS.slice(0, 2), plan: { total: 300 } });
    // It may have come by itself the moment before: a press that was on its way replaces nothing.
    await says(page, '.saved-meanwhile', '已另有人保存');
    await page.click('.settings button[type=submit]');
    await says(page, '.saved-meanwhile', /计划发放数\s*300/);
    // What was not touched is as it is stored now.
    expect((await typedPoints(page)).map(([id]) => id)).toEqual(['p1', 'p2']);
    expect(await page.inputValue('[name=online]')).toBe('');
    await page.click('text=改用已保存的');
    expect(await page.inputValue('[name=total]')).toBe('300');
  });

  it('tells the response rate once it is known how many were handed out, and until then why not', async () => {
    const { page, code, complaints } = await beginSurvey({}, true);
    for (const point of ['p1', 'p1', 'p2']) await answerAt(code, point);
    await says(page, '.survey-rate', '实际发放数不全');
    await page.click('text=填写实际发放数');
    await page.getByLabel('东关街道，电子问卷：实际发放数').fill('４');
    await page.getByLabel('西关街道，电子问卷：实际发放数').fill('x');
    await page.click('.handed-out button[type=submit]');
    await says(page, '.handed-out .error', '请填写整数');
    await page.getByLabel('西关街道，电子问卷：实际发放数').fill('8');
    await page.getByLabel('北区政务大厅，电子问卷：实际发放数').fill('0');
    for (const { name } of POINTS) await page.getByLabel(`${name}，现场纸质：实际发放数`).fill('0');
    expect(await faultsOfAccess(page)).toEqual([]);
    await page.click('.handed-out button[type=submit]');
    await says(page, '.handed-out', /东关街道\s*4\s*\d{4}-\d\d-\d\d \d\d:\d\d admin/);
    await says(page, '.channel-table', /电子问卷\s*120\s*12\s*3\s*3.*25\.00%/s);
    await says(page, '.point-table', /东关街道.*80\s*4\s*2\s*2.*50\.00%/s);
    await page.click('.point-table tr:has-text("东关街道") td a >> nth=0');
    await page.waitForURL(/responses\?point=p1$/);
    await says(page, '[role=status]', '共 2 份');
    expect(await page.locator('.point-choice').inputValue()).toBe('p1');
    await page.selectOption('.point-choice', 'p2');
    await says(page, '[role=status]', '共 1 份');
    await page.goto(page.url().replace(/\/responses.*/, ''));
    await says(page, '.composite-value', 'n = 3');
    await page.selectOption('.point-choice', 'p1');
    await page.waitForURL(/\?point=p1$/);
    await says(page, '.composite-value', 'n = 2');
    await says(page, '.composite', '这个数不进入评分');
    expect(complaints).toEqual([]);
  });

  it('is copied as a draft, which can be deleted after it was said what goes', async () => {
    const { page, path, code, complaints } = await beginSurvey({}, true);
    await answer(at.site, code);
    await page.click('text=复制为新的调查');
    await says(page, '.survey-head', '未开放');
    const copy = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    expect(copy).not.toBe(code);
    await says(page, '.survey-count', '0 / 200');
    expect((await survey(copy)).points).toHaveLength(3);
    await page.click('text=删除草稿');
    await says(page, 'dialog', '计划 200 份、3 个调查点');
    await page.waitForSelector('dialog .button:text("取消"):focus');
    await page.click('dialog .button.danger');
    await page.waitForURL(new RegExp(`${path}/returns$`));
    await page.waitForSelector(`.survey-returns a[href$="${copy}"]`, { state: 'detached' });
    expect(await page.locator('.survey-returns').count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  it('is reopened with a reason; where its period is over, with a new end', async () => {
    const { page, code } = await beginSurvey({}, true);
    await page.click('text=结束调查');
    await page.click('dialog .button.primary');
    await says(page, '.survey-head', '已结束');
    await page.click('text=修改设置');
    await says(page, '.settings-fixed', '先重新开放才能改');
    expect(
      await page.locator('.settings :is([name=opensAt], [name=closesAt], [data-add])').count(),
    ).toBe(0);
    expect(await page.getByLabel('第 1 个调查点：名称').getAttribute('readonly')).not.toBeNull();
    await page.getByLabel('第 1 个调查点：计划').fill('90');
    await page.fill('[name=reason]', '更正');
    await page.click('.settings button[type=submit]');
    await says(page, '.settings .said', '已保存');
    await page.click('text=重新开放');
    await page.click('dialog button[type=submit]');
    await says(page, 'dialog .error', '请填写修改理由');
    await page.fill('dialog [name=reason]', '还有人没有答');
    expect(await page.locator('dialog [name=closesAt]').count()).toBe(0);
    await page.click('dialog button[type=submit]');
    await says(page, '.survey-head', '收集中');

    // The clock closes it.
    await call('patch', `surveys/${code}`, {
      closesAt: '2026-01-01T00:00:00.000Z',
      reason: '截止',
    });
    await page.reload();
    await says(page, '.survey-head', '已结束');
    await page.click('text=重新开放');
    await page.fill('dialog [name=reason]', '延长');
    await page.fill('dialog [name=closesAt]', '2026-01-02 00:00');
    await page.click('dialog button[type=submit]');
    await says(page, 'dialog .error', '应在现在之后');
    expect(await faultsOfAccess(page)).toEqual([]);
    await page.fill('dialog [name=closesAt]', '2099-01-02 00:00');
    await page.click('dialog button[type=submit]');
    await says(page, '.survey-head', '至 2099-01-02 00:00（北京时间）');
    expect((await survey(code)).state).toBe('open');
  });
});
