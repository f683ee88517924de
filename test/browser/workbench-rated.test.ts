import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { describeInBrowser, withWorkbenchSite } from '../support/in-browser.ts';
import { findCut } from '../support/nothing-cut.ts';
import { asked, GIVEN } from '../support/rated-questionnaire.ts';
import { examplePath, says, sitDown } from '../support/workbench-site.ts';

describeInBrowser('a survey with unscored options and screening, in Chromium', () => {
  const at = withWorkbenchSite();
  let survey: { evaluation: string; code: string };
  /** A survey of eleven grades. */
  let eleven: string;

  beforeAll(async () => {
    const context = await at.browser.newContext();
    await sitDown(at.site, context);
    const api = async (path: string, data: object) => {
      const answer = await context.request.post(`${at.site.address}/api${path}`, { data });
      expect(answer.ok()).toBe(true);
      return answer.json();
    };
    await api('/questionnaires', asked());
    const evaluation = await examplePath(at.site, context);
    const { code } = await api(`${evaluation}/surveys`, {
      questionnaire: { id: 'rated', version: 1 },
      plan: { total: 5 },
      phase: 'pilot',
      access: 'open',
    });
    await api(`/surveys/${code}/open`, {});
    for (const answers of GIVEN) {
      const path = `/api/surveys/${code}/responses/${randomUUID()}`;
      const sent = await context.request.put(at.site.address + path, { data: { answers } });
      expect(sent.status()).toBe(201);
    }
    survey = { evaluation, code };

    const grades = Array.from({ length: 11 }, (_, n) => ({
      id: `g${10 - n}`,
      label: `${10 - n}分`,
      weight: 10 - n,
    }));
    const wide = asked(undefined, 'eleven');
    const scales = [{ id: 'five', outOf: 10, options: grades }];
    await api('/questionnaires', { ...wide, scales, sections: wide.sections.slice(1) });
    const further = await api(`${evaluation}/surveys`, {
      questionnaire: { id: 'eleven', version: 1 },
      plan: { total: 5 },
      phase: 'pilot',
      access: 'open',
    });
    eleven = further.code;
    await api(`/surveys/${eleven}/open`, {});
    const answers = { air: 'g10', water: 'g9', noise: 'g8', overall: 'g10' };
    const path = `/api/surveys/${eleven}/responses/${randomUUID()}`;
    const sent = await context.request.put(at.site.address + path, { data: { answers } });
    expect(sent.status()).toBe(201);
    await context.close();
  });

  const goTo = async (
    path: (of: typeof survey) => string,
    viewport = { width: 1280, height: 900 },
  ) => {
    const context = await at.browser.newContext({ viewport });
    const desk = await sitDown(at.site, context);
    await desk.page.goto(at.site.address + path(survey));
    return desk;
  };
  const resultsOf = ({ evaluation, code }: typeof survey) => `${evaluation}/results/${code}`;

  it('says how the number came about, and leads to the table of each item of it', async () => {
    const { page, context, complaints } = await goTo(resultsOf);
    await says(page, '.composite-in-words', '四题平均 = (73.33 + 60 + 40 + 73.33) ÷ 4 ≈ 61.67。');
    await says(page, '.composite', '4 份有效答卷中，3 份至少对其中一题给出计分的回答。');
    await page.click('.composite-items a:text-is("水质")');
    await says(page, '.item-table.target', '水质');
    const comparators = await page.locator('.comparators dt').allTextContents();
    expect(comparators).toEqual([
      '满意率（最好两档占比）',
      '按 100/75/50/25 赋权',
      '总体题单独计算',
      '全部回答合并计算',
    ]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('stands what is not scored apart, with both numbers, and the rest adds up', async () => {
    const { page, context } = await goTo(resultsOf);
    const table = '.item-table:has(caption:has-text("水质"))';
    await says(page, `${table} thead`, '权重（满分 5）');
    await says(page, `${table} tfoot`, /计分的答题人数\s*2\s*100\s*60\.00/);
    await says(page, `${table} .unscored`, /不了解\s*2\s*50\.00/);
    await says(page, `${table} .unscored`, /全部答题人数\s*4/);
    await says(page, table, '占全部答题人的比例');
    expect(await page.locator(`${table} tbody tr`).count()).toBe(5);
    expect(await page.locator(`${table} tbody .swatch`).count()).toBe(5);
    expect(await page.locator(`${table} .unscored .swatch`).count()).toBe(0);
    await says(page, '.scale-bar:has-text("水质") .scale-unscored', '不了解 2');
    await says(page, '.scale-bar:has-text("水质") .scale-unscored', '共 4 人作答');
    await says(page, '.scale-legend', '满分 5');
    await page.click('label:has-text("图") + label, label:has-text("表")');
    await says(page, '.scale-matrix tr:has-text("水质")', /60\.00\s*2\s*50\.00\s*2\s*4/);
    await page.click('.scale-matrix tr:has-text("水质") .unscored a');
    await says(page, '.answer-filter', '不了解');
    await says(page, '[role=status]', '共 2 份');
    await context.close();
  });

  it('shows who is not of the group among the returns, and his answers as far as they went', async () => {
    const { page, context } = await goTo(
      ({ evaluation, code }) => `${evaluation}/returns?survey=${code}`,
    );
    const own = `.survey-page:has-text("${survey.code}")`;
    // An address from before each survey had a page of its own leads to it.
    await page.waitForURL(new RegExp(`/returns/${survey.code}$`));
    await says(page, `${own} .channel-table tfoot`, /合计\s*5\s*—\s*5\s*4\s*0\s*1/);
    await says(page, `${own} .survey-count`, '4 / 5');
    await page.click(`${own} .arrivals label:has-text("表")`);
    await says(
      page,
      `${own} .arrival-table`,
      /收到\s*有效\s*无效\s*不符合调查条件\s*\d{4}-\d\d-\d\d\s*5\s*4\s*0\s*1/,
    );
    // Nothing of it is wrong, and surveys that cannot end early say nothing of it.
    expect(await page.locator('.channel-table th:text-is("不符合调查条件")').count()).toBe(1);
    expect(await page.locator('.channel-table th:text-is("无效")').count()).toBe(1);
    expect(await page.locator(`${own} .survey-main .warm`).count()).toBe(0);
    await page.click(`${own} .channel-table tfoot .ineligible a`);
    await says(page, '[role=status]', '共 1 份');
    await says(page, '.response-rows', '不属于本次调查对象');
    expect(await page.locator('.response-rows .warm').count()).toBe(0);
    await page.click('.response-rows tbody a');
    await says(page, '.response-findings', '不属于本次调查对象');
    await says(page, '.one-response', '问卷到此结束');
    expect(await page.locator('.one-response .warm').count()).toBe(0);
    await context.close();
  });

  it('fits a phone', async () => {
    for (const path of [
      resultsOf,
      (of: typeof survey) => `${resultsOf(of)}?as=table`,
      (of: typeof survey) => `${of.evaluation}/returns?survey=${of.code}`,
      (of: typeof survey) => `${resultsOf(of)}/responses?disposition=ineligible`,
    ]) {
      const { page, context } = await goTo(path, { width: 360, height: 740 });
      await page.waitForSelector('.table:visible');
      expect(await page.locator('.scroll-hint').count()).toBe(0);
      expect(await findCut(page)).toEqual([]);
      await context.close();
    }
  });

  it('leaves the topics of eleven grades room, and their satisfaction in sight', async () => {
    const { page, context } = await goTo(
      (of) => `${resultsOf(of).replace(of.code, eleven)}?as=table`,
      { width: 1440, height: 900 },
    );
    for (const width of [1440, 1024, 800]) {
      await page.setViewportSize({ width, height: 900 });
      await page.waitForSelector('.scale-matrix');
      const topic = await page.locator('.scale-matrix tbody th').first().boundingBox();
      expect(topic?.width).toBeGreaterThan(100);
      const number = await page.locator('.scale-matrix tbody .stays').first().boundingBox();
      expect((number?.x ?? width) + (number?.width ?? 0)).toBeLessThanOrEqual(width);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
    await context.close();
  });
});
