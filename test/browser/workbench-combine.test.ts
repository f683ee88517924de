import { beforeAll, expect, it } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser, withWorkbenchWindow } from '../support/in-browser.ts';
import { SATISFACTION } from '../support/questionnaires.ts';
import { answer, says, sitDown } from '../support/workbench-site.ts';

/** What visitors are asked, whom no indicator of the example's system asks for. */
const VISITORS = {
  id: 'visitors',
  version: 1,
  title: '游客满意度调查',
  respondentGroup: 'visitors',
  respondentGroupName: { 'zh-CN': '游客', en: 'Visitors' },
  scales: [SATISFACTION],
  sections: [
    {
      id: 'all',
      role: 'satisfaction',
      title: '满意度',
      items: [
        {
          id: 'overall',
          type: 'satisfaction',
          topic: '总体满意度',
          text: '总体上您满意吗？',
          scale: 'satisfaction',
        },
      ],
    },
  ],
};

describeInBrowser('several surveys of one group, in Chromium', () => {
  const at = withWorkbenchWindow();
  let path: string;
  const codes = { city: '', suburbs: '', visitors: '' };

  beforeAll(async () => {
    const context = await at.browser.newContext();
    await sitDown(at.site, context);
    const api = async (call: string, data: object) => {
      const said = await context.request.post(`${at.site.address}/api/${call}`, { data });
      if (!said.ok()) throw new Error(`${call}: ${said.status()} ${await said.text()}`);
      return said.json();
    };
    await api('questionnaires', VISITORS);
    const { id } = await api('evaluations', {
      department: '市水务局',
      place: '某市',
      year: 2025,
      indicatorSystem: { id: 'shuozhou-2019-ecology', version: 1 },
    });
    path = `/evaluations/${id}`;
    const begin = async (questionnaire: string) => {
      const { code } = await api(`evaluations/${id}/surveys`, {
        questionnaire: { id: questionnaire, version: 1 },
        plan: { total: 50 },
        phase: 'formal',
        access: 'open',
      });
      await api(`surveys/${code}/open`, {});
      return code;
    };
    codes.city = await begin('public-ecology');
    codes.suburbs = await begin('public-ecology');
    codes.visitors = await begin('visitors');
    // Everybody is very satisfied in the city; of two in the suburbs one is satisfied (80), one says 一般 (60).
    await answer(at.site, codes.city);
    await answer(at.site, codes.suburbs, 1);
    await answer(at.site, codes.suburbs, 2);
    await context.close();
  });

  const returnsOf = (code: string) => `.survey-returns:has(a[href$="/returns/${code}"])`;

  it('are combined by weights that close to 1, after it was said in numbers what changes', async () => {
    const { page, complaints } = await sitDown(at.site, at.context, `${path}/returns`);
    await says(page, '.group-feed', `现由调查 ${codes.city}（n = 1）计分`);
    await page.focus('text=合并几项调查计分');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[name=how]:focus');
    await page.fill(`[name="weight ${codes.city}"]`, '０.６');
    await page.fill(`[name="weight ${codes.suburbs}"]`, '0.3');
    await page.click('text=合并计分…');
    await says(page, '.group-feed .error', '权重合计 0.9，应为 1');
    await page.waitForSelector(`[name="weight ${codes.suburbs}"]:focus`);
    expect(await axeFindings(page)).toEqual([]);

    // What is typed is there after a step away.
    await page.reload();
    expect(await page.inputValue(`[name="weight ${codes.city}"]`)).toBe('0.6');
    await page.fill(`[name="weight ${codes.suburbs}"]`, '0.4');
    await page.click('text=合并计分…');
    await says(page, 'dialog', '综合满意度现为 100.00，合并后约 88.00（n = 3）');
    await page.click('dialog >> text=取消');
    await says(page, '.group-feed', `现由调查 ${codes.city}（n = 1）计分`);
    await page.click('text=合并计分…');
    await page.click('dialog .button.primary');
    await says(
      page,
      '.group-feed',
      `现由按权重合并的调查 0.6 × ${codes.city}（n = 1） + 0.4 × ${codes.suburbs}（n = 2）计分`,
    );
    await says(page, returnsOf(codes.suburbs), `按权重 0.4 与 ${codes.city} 合并后`);
    await says(page, returnsOf(codes.suburbs), 'C301');
    await says(page, '.stop', '受益群众 3 / 100 有效');
    expect(await page.locator('.group-feed form').count()).toBe(0);
    await says(page, '.stop', '受益群众 88.00');
    // What was saved is no draft any more.
    await page.goto(at.site.address);
    await says(page, '.evaluation:has-text("市水务局")', '受益群众 88.00 n = 3');
    expect(await page.locator('text=未保存').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('are followed from the score to each of them', async () => {
    const { page, complaints } = await sitDown(at.site, at.context, `${path}/scoring`);
    await page.click('.indicator:has-text("C301") .from-survey');
    await says(page, '.combined-surveys', /0\.6 × 100\.00/);
    await says(page, '.combined-surveys', /\+ 0\.4 × 70\.00/);
    await says(page, '.combined-surveys', /= 88\.00/);
    // From the top, where the head of the table covers no line by half.
    await page.evaluate(() => scrollTo(0, 0));
    expect(await axeFindings(page)).toEqual([]);
    await page.click(`.combined-surveys a:has-text("${codes.suburbs}")`);
    await says(page, '.composite-value', '70.00 n = 2');
    await says(page, '.composite', `按权重 0.4 与 ${codes.city} 合并后`);
    expect(complaints).toEqual([]);
  });

  it('are pooled, and taken apart again', async () => {
    const { page } = await sitDown(at.site, at.context, `${path}/returns`);
    await page.click('text=改变合并方式');
    await page.click('label:has-text("答卷合并")');
    await page.click('text=合并计分…');
    await page.click('dialog .button.primary');
    await says(page, returnsOf(codes.city), `与 ${codes.suburbs} 的答卷合并计算后`);
    // (100 + 80 + 60) / 3
    await says(page, '.stop', '受益群众 80.00');
    await page.goto(`${at.site.address}${path}/returns/${codes.city}`);
    await page.click('text=只用此调查评分');
    await says(page, 'dialog', `将改由调查 ${codes.city}（n = 1）计分`);
    await page.click('dialog .button.primary');
    await page.click('text=全部调查');
    await says(page, returnsOf(codes.suburbs), '不用于评分');
  });

  it('say which group has no survey, and which survey nobody asks for', async () => {
    const { page } = await sitDown(at.site, at.context, `${path}/returns`);
    await says(page, '.missing-surveys', '指标 C302 需要“管理对象”的调查，还没有');
    await says(page, returnsOf(codes.visitors), '本指标体系不用');
    await page.goto(`${at.site.address}${path}/returns/${codes.visitors}`);
    await says(page, '.survey-side', '本指标体系不用');
    expect(await page.locator('text=此调查评分').count()).toBe(0);
    await page.click('.stop a:has-text("问卷")');
    await says(page, 'tr:has-text("游客满意度调查")', '本指标体系不用');
    await page.click('tr:has-text("游客满意度调查") >> text=建立调查');
    await says(page, 'form', '本指标体系不用');
    await answer(at.site, codes.visitors, 1);
    await page.goto(`${at.site.address}${path}/results/${codes.visitors}`);
    await says(page, '.composite', '本指标体系不用');
    await says(page, '.survey-switch', '游客');
  });
});
