import { beforeAll, expect, it } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser, withWorkbenchWindow } from '../support/in-browser.ts';
import { findCut } from '../support/nothing-cut.ts';
import { examplePath, says, sitDown } from '../support/workbench-site.ts';

describeInBrowser('base data, in Chromium', () => {
  const at = withWorkbenchWindow();
  let path: string;
  let fresh: string;

  beforeAll(async () => {
    const context = await at.browser.newContext();
    await sitDown(at.site, context);
    path = await examplePath(at.site, context);
    const made = await context.request.post(`${at.site.address}/api/evaluations`, {
      data: {
        department: '市水务局',
        place: '某市',
        year: 2025,
        indicatorSystem: { id: 'shuozhou-2019-ecology', version: 1 },
      },
    });
    fresh = `/evaluations/${(await made.json()).id}`;
    await context.close();
  });

  const stored = async (of: string) =>
    (await at.context.request.get(`${at.site.address}/api${of}/base-data`)).json();

  it('is entered by keyboard alone: lines, a column, a check, and survives a reload', async () => {
    const { page, complaints } = await sitDown(at.site, at.context, `${fresh}/base-data`);
    await says(page, '.sheet', '还没有基础数据');
    expect(await axeFindings(page)).toEqual([]);
    await page.focus('text=添加一项');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-line="0"][data-field="0"]:focus');
    await page.keyboard.type('“三公经费”');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Three-Public');
    await page.keyboard.press('Tab');
    await page.keyboard.type('万元');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('１７．７９');
    // Enter goes down within the column, and makes a line where there is none.
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-line="1"][data-field="3"]:focus');
    await page.keyboard.type('17.78');
    await page.focus('[data-line="1"][data-field="0"]');
    await page.keyboard.type('三项之和');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('parts');
    await page.keyboard.press('ArrowUp');
    await page.waitForSelector('[data-line="0"][data-field="1"]:focus');
    expect(await page.inputValue('[data-line="0"][data-field="1"]')).toBe('three-public');
    expect(await page.inputValue('[data-line="0"][data-field="3"]')).toBe('17.79');

    await page.focus('text=添加一列');
    await page.keyboard.press('Enter');
    await page.focus('.sheet-column:nth-of-type(2) input');
    await page.keyboard.type('2024');
    await page.focus('[data-line="0"][data-field="4"]');
    await page.keyboard.type('15');

    await page.focus('text=添加核对');
    await page.keyboard.press('Enter');
    await page.focus('.sheet-check .field input');
    await page.keyboard.type('合计等于各项');
    await page.keyboard.press('Tab');
    await page.keyboard.type('three-public@2025');
    await page.locator('.sheet-check .cell-picker').nth(1).selectOption('parts@2025');
    await says(page, '.sheet-check', '不等：左 17.79，右 17.78，差 0.01');

    await page.reload();
    await says(page, '.actions', '未保存');
    expect(await page.inputValue('[data-line="1"][data-field="0"]')).toBe('三项之和');
    expect(await page.inputValue('.sheet-column:nth-of-type(2) input')).toBe('2024');
    expect(await axeFindings(page)).toEqual([]);
    await page.focus('.actions .primary');
    await page.keyboard.press('Enter');
    await says(page, '.actions', '已保存，得分没有变动');
    expect(await stored(fresh)).toMatchObject({
      cells: [
        { code: 'three-public', name: '“三公经费”', values: { '2024': '15', '2025': '17.79' } },
        { code: 'parts', name: '三项之和', values: { '2025': '17.78' } },
      ],
      failing: [{ name: '合计等于各项', difference: { display: '0.01' } }],
    });
    expect(await page.locator('text=未保存').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('says beside the field what is wrong, and keeps what was typed', async () => {
    const { page, complaints } = await sitDown(at.site, at.context, `${fresh}/base-data`);
    await page.fill('[data-line="1"][data-field="3"]', '1,5');
    await page.fill('[data-line="1"][data-field="1"]', 'three-public');
    await page.click('.actions .primary');
    await says(page, '[role=alert]', '内容不符合要求');
    await page.waitForSelector('[data-line="1"][data-field="3"][aria-invalid]');
    await says(page, 'td:has([data-line="1"][data-field="3"]) .error', '数字');
    await page.waitForSelector('[data-line="1"][data-field="3"]:focus');
    await says(page, '[role=alert]', '第 2 行（三项之和） 2024：应为数字');
    await page.fill('[data-line="1"][data-field="3"]', '17.79');
    await page.click('.actions .primary');
    await says(
      page,
      'td:has([data-line="1"][data-field="1"]) .error',
      '已经用在 第 1 行（“三公经费”） 编码',
    );
    expect(await page.textContent('[role=alert]')).not.toContain('$');
    await page.waitForSelector('[data-line="1"][data-field="1"]:focus');
    expect(await axeFindings(page)).toEqual([]);
    await page.click('text=放弃改动');
    expect(await page.inputValue('[data-line="1"][data-field="1"]')).toBe('parts');
    // What is wrong inside a closed line opens it.
    await page.locator('.line-buttons button').first().click();
    await page.fill('.left-out .input.number', '1,5');
    await page.locator('.line-buttons button').first().click();
    await page.waitForSelector('.left-out', { state: 'detached' });
    await page.click('.actions .primary');
    await page.waitForSelector('.left-out [aria-invalid]:focus');
    await says(page, '[role=alert]', '第 1 行（“三公经费”） 2024 剔除的金额：应为数字');
    await says(page, '[role=alert]', '第 1 行（“三公经费”） 2024 剔除的理由：不能为空');
    await page.click('text=放弃改动');
    expect(complaints).toEqual([]);
  });

  it('keeps what saves it in reach, and tells the scorers which checks fail', async () => {
    const context = await at.browser.newContext({ viewport: { width: 390, height: 844 } });
    const { page, complaints } = await sitDown(at.site, context, `${path}/base-data`);
    await page.waitForSelector('.sheet-table');
    await page.fill('[data-line="0"][data-field="3"]', '72');
    const { y = 900, height = 0 } = (await page.locator('.actions .primary').boundingBox()) ?? {};
    expect(y + height).toBeLessThanOrEqual(844);
    // A field that is come to by keyboard does not lie beneath it.
    for (const field of [0, 1, 2, 3, 4]) {
      await page.focus(`[data-line="5"][data-field="${field}"]`);
      const foot = await page.locator('.base-data-form > .actions').boundingBox();
      const input = await page.locator(`[data-line="5"][data-field="${field}"]`).boundingBox();
      expect((input?.y ?? 999) + (input?.height ?? 0)).toBeLessThanOrEqual(foot?.y ?? 0);
    }
    // Also a value that a check reads may be no number for a while: the screen goes on.
    const budget = page.getByLabel('年初预算数 2019', { exact: true });
    await budget.fill('1262.');
    await says(page, '.sheet-check', '还没有2019的数值');
    await says(page, '.sheet-checks', '1 项核对不成立或算不出');
    await budget.fill('1262.5');
    await says(page, '.sheet-checks', '5 项核对全部成立');
    await page.click('text=放弃改动');
    await page.goto(`${at.site.address}${fresh}/scoring`);
    await says(page, 'main', '其中 1 项核对不成立或算不出');
    expect(await axeFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('takes a block that was copied from a spreadsheet', async () => {
    const { page, complaints } = await sitDown(at.site, at.context, `${fresh}/base-data`);
    await page.focus('[data-line="0"][data-field="3"]');
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '1\t2\n3\t4\n5\t6\n');
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    });
    await page.waitForSelector('[data-line="2"][data-field="4"]');
    expect(await page.inputValue('[data-line="2"][data-field="4"]')).toBe('6');
    await page.click('text=放弃改动');
    await page.waitForSelector('[data-line="2"]', { state: 'detached' });
    expect(complaints).toEqual([]);
  });

  it('says which scores it moves before it is saved, and moves nothing where one does not want it', async () => {
    const { page, complaints } = await sitDown(at.site, at.context, `${path}/base-data`);
    const field = page.getByLabel('完成绩效自评的项目 2019', { exact: true });
    await field.fill('6');
    await page.click('.actions .primary');
    await says(page, 'dialog', '保存后 1 项指标的得分会变动');
    await says(page, 'dialog', '指标 B303：1.33 → 4.00');
    await says(page, 'dialog', '总分 80.50 良 → 83.17 良');
    expect(await axeFindings(page)).toEqual([]);
    await page.click('dialog >> text=取消');
    await says(page, '.stop', '80.50');
    await says(page, '.actions', '未保存');
    await page.click('.actions .primary');
    await page.click('dialog .button.primary');
    await says(page, '.actions', '1 项指标的得分有变动，总分 80.50 → 83.17');
    await says(page, '.stop', '83.17');
    await field.fill('2');
    await page.click('.actions .primary');
    await page.click('dialog .button.primary');
    await says(page, '.stop', '80.50');
    expect(complaints).toEqual([]);
  });

  it('is what an input may be computed from, and what its score is followed to', async () => {
    const { page, complaints } = await sitDown(
      at.site,
      at.context,
      `${path}/scoring?indicator=B201`,
    );
    await page.waitForSelector('.inputs-form');
    expect(await page.inputValue('[name=value]')).toBe('100');
    await page.check('[name="value how"][value=computed]');
    await page.fill('[name="value expression"]', 'operating@2019决算 ÷ (staff@2019 - 88)');
    await says(page, '.expression .result', '除数 staff@2019-88 为 0');
    await page.click('.inputs-form .primary');
    await says(page, '.expression .error', '除数 staff@2019-88 为 0');
    await page.waitForSelector('[name="value expression"]:focus');
    expect(await axeFindings(page)).toEqual([]);
    // What is typed is there after a step away, the way it is had as well.
    await page.reload();
    await page.waitForSelector('[name="value expression"]:visible');
    await page.fill('[name="value expression"]', '');
    await page.selectOption('.cell-picker', 'three-public@2019决算');
    await page.keyboard.type(' / ');
    await page.selectOption('.cell-picker', 'three-public@2019预算');
    await page.keyboard.type(' * 100');
    await says(page, '.expression .result', '16.65 ÷ 17.79 × 100 ≈ 93.59 %');
    await page.click('.inputs-form .primary');
    await says(page, '.inputs-form ~ .said', '已保存，总分仍为 80.50');
    await says(page, '.indicator:has-text("B201")', '93.59%');
    await says(page, '.computed-trace', '“三公经费” 2019决算 ÷ “三公经费” 2019预算 × 100');
    await page.click('.computed-trace a >> nth=0');
    await page.waitForSelector('.sheet-table');
    await page.waitForFunction(
      () =>
        document.activeElement instanceof HTMLInputElement &&
        document.activeElement.value === '“三公经费”',
    );
    expect(complaints).toEqual([]);
  });

  it('is whole on a phone and on a desk, in both languages', async () => {
    for (const [width, locale] of [
      [390, 'zh-CN'],
      [1440, 'en-US'],
    ] as const) {
      const context = await at.browser.newContext({ viewport: { width, height: 844 }, locale });
      const { page, complaints } = await sitDown(at.site, context, `${path}/base-data`);
      await page.waitForSelector('.sheet-table');
      await page.locator('.line-buttons button').first().click();
      expect([width, await findCut(page)]).toEqual([width, []]);
      // The budget year stays whole where the evaluation's name breaks.
      if (locale === 'zh-CN') {
        const year = page.locator('h1 .nowrap');
        expect(await year.textContent()).toBe('2019 年度');
        expect((await year.boundingBox())?.height).toBeLessThan(40);
      }
      // Where the rail covers half a button of the table, its size cannot be judged.
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      expect([width, await axeFindings(page)]).toEqual([width, []]);
      expect(complaints).toEqual([]);
      await context.close();
    }
  });
});
