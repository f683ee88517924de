import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, withWorkbenchWindow } from '../support/in-browser.ts';
import { findCut } from '../support/nothing-cut.ts';
import { describeOnPaper, printedInOrder, printedSheets } from '../support/printed.ts';
import { readQr } from '../support/read-qr.ts';
import { atSurveyPage, POINTS } from '../support/survey-page.ts';
import { says } from '../support/workbench-site.ts';

describeInBrowser('a survey’s links and its many points, in Chromium', () => {
  const at = withWorkbenchWindow();
  const { survey, beginSurvey, answerAt, faultsOfAccess } = atSurveyPage(at);

  /** What a QR code on the page says, read from what is drawn of it. */
  async function read(code: Locator): Promise<string> {
    const size = Number((await code.getAttribute('viewBox'))?.split(' ')[2]);
    const path = (await code.locator('path').last().getAttribute('d')) ?? '';
    const modules = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
    for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g))
      modules[Number(y)]?.fill(true, Number(x), Number(x) + Number(length));
    return readQr(modules).text;
  }

  it.each([
    [1280, 'dark'],
    [390, 'light'],
  ] as const)(
    'holds up a code that says the link, whole on %i px, black on white in %s',
    async (width, colorScheme) => {
      await at.context.close();
      at.context = await at.browser.newContext({ viewport: { width, height: 800 }, colorScheme });
      const { page, code, complaints } = await beginSurvey();
      const { url, points } = await survey(code);
      expect(await read(page.locator('.survey-link-card .qr'))).toBe(url);
      // The site of this test is a computer that no phone reaches.
      await says(page, '.survey-link-card .attention', 'PUBLIC_URL');
      await page.click('button[aria-label="全屏显示 北区政务大厅 的二维码"]');
      await says(page, 'dialog h2', /市水务局2025年度公众满意度调查\s*北区政务大厅/);
      expect(await read(page.locator('dialog .qr'))).toBe(points[2].url);
      expect(points[2].url).toBe(`${url}?p=north-hall`);
      await says(page, 'dialog .attention', 'PUBLIC_URL');
      const dialog = await page.locator('dialog').boundingBox();
      expect(dialog).toEqual({ x: 0, y: 0, width, height: 800 });
      const shown = await page.locator('dialog .qr').boundingBox();
      expect(shown?.width).toBeGreaterThan(300);
      expect((shown?.x ?? 0) + (shown?.width ?? 0)).toBeLessThanOrEqual(width);
      const fills = await page
        .locator('dialog .qr path')
        .evaluateAll((paths) => paths.map((path) => getComputedStyle(path).fill));
      expect(fills).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
      expect(await faultsOfAccess(page)).toEqual([]);
      for (let step = 0; step < 8; step += 1) {
        await page.keyboard.press('Tab');
        const inside = await page.evaluate(
          () =>
            document.activeElement === document.body || !!document.activeElement?.closest('dialog'),
        );
        expect(inside).toBe(true);
      }
      for (const kind of ['SVG', 'PNG']) {
        const [file] = await Promise.all([
          page.waitForEvent('download'),
          page.click(`dialog >> text=下载 ${kind}`),
        ]);
        expect(file.suggestedFilename()).toBe(`qr-${code}-north-hall.${kind.toLowerCase()}`);
      }
      await page.keyboard.press('Escape');
      await page.locator('dialog').waitFor({ state: 'detached' });
      await page.waitForSelector('button[aria-label="全屏显示 北区政务大厅 的二维码"]:focus');
      expect(complaints).toEqual([]);
    },
  );

  it.each([
    [390, 'dark'],
    [1440, 'light'],
  ] as const)(
    'stays usable with fifty points of a hundred characters, at %i px, in %s',
    async (width, colorScheme) => {
      await at.context.close();
      at.context = await at.browser.newContext({ viewport: { width, height: 844 }, colorScheme });
      const points = Array.from({ length: 50 }, (_, n) => ({
        id: `p${n + 1}`,
        name: `${n + 1}号${'城市供水管理服务中心营业厅及其延伸服务网点'.repeat(5)}`.slice(0, 100),
        plan: 4,
      }));
      const { page, code } = await beginSurvey({ points }, true);
      await answerAt(code, 'p50');
      await page.click('text=查看 50 个调查点');
      await says(page, '.point-table tr:has-text("50号")', /4\s*—\s*1\s*1/);
      expect(await findCut(page)).toEqual([]);
      await page.click('text=修改设置');
      await page.click('text=填写实际发放数');
      await page.waitForSelector('.point-lines li:nth-child(50)');
      expect(await findCut(page)).toEqual([]);
      expect(await faultsOfAccess(page)).toEqual([]);
    },
    30_000,
  );
});

describeOnPaper('sheets to put up, in Chromium', () => {
  const at = withWorkbenchWindow();
  const { call, beginSurvey } = atSurveyPage(at);

  it('prints a sheet to put up for every point: its name, the title, who asks, the code and nothing else', async () => {
    const { page, id } = await beginSurvey();
    await call('patch', `evaluations/${id}`, {
      particulars: { evaluator: '某会计师事务所', contact: '张三 0349-2020202' },
    });
    await page.reload();
    // A headless browser prints by its own means.
    await page.evaluate(() => {
      window.print = () => undefined;
    });
    await page.click('text=打印全部 3 张张贴页');
    const sheets = await printedSheets(page, {});
    expect(sheets).toHaveLength(3);
    POINTS.forEach(({ name }, place) => {
      const others = POINTS.filter((point) => point.name !== name);
      for (const said of [
        name,
        '市水务局2025年度公众满意度调查',
        '某会计师事务所',
        '张三 0349-2020202',
        '请用手机扫码作答',
      ])
        expect(sheets[place]?.replace(/\s/g, '')).toContain(said.replace(/\s/g, ''));
      for (const other of others) expect(sheets[place]).not.toContain(other.name);
    });
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await page.locator('.qr-sheets').count()).toBe(0);
    expect(await printedInOrder(page, {})).toContain('计划的修改记录');
  });
});
