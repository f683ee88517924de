import type { APIResponse, BrowserContext } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser, withWorkbenchWindow } from '../support/in-browser.ts';
import { findCut } from '../support/nothing-cut.ts';
import { answer, says, sitDown, withRole } from '../support/workbench-site.ts';

describeInBrowser('last year’s figure, in Chromium', () => {
  const at = withWorkbenchWindow();
  let [id, before] = ['', ''];

  const done = async (answered: Promise<APIResponse>) => {
    const said = await answered;
    if (!said.ok()) throw new Error(`${said.url()}: ${said.status()} ${await said.text()}`);
    return said.json();
  };
  const post = (context: BrowserContext, call: string, data: object) =>
    done(context.request.post(`${at.site.address}/api/${call}`, { data }));
  /** An evaluation of the department whose public has answered, with the grade at this place of the scale. */
  async function evaluated(context: BrowserContext, year: number, grade: number) {
    const made = await post(context, 'evaluations', {
      department: '市水务局',
      place: '某市',
      year,
      indicatorSystem: { id: 'shuozhou-2019-ecology', version: 1 },
    });
    const { code } = await post(context, `evaluations/${made.id}/surveys`, {
      questionnaire: { id: 'public-ecology', version: 1 },
      plan: { total: 50 },
      phase: 'formal',
      access: 'open',
    });
    await post(context, `surveys/${code}/open`, {});
    await answer(at.site, code, grade);
    return made.id as string;
  }
  beforeAll(async () => {
    const context = await at.browser.newContext();
    await sitDown(at.site, context);
    before = await evaluated(context, 2024, 1);
    id = await evaluated(context, 2025, 0);
    await context.close();
  });
  const screen = () => `/evaluations/${id}/figures`;
  const group = '.earlier-figure:has-text("受益群众")';

  it('is typed in by keyboard with its source, survives a reload, and says how far this year’s is from it', async () => {
    const { page, complaints } = await sitDown(at.site, at.context, screen());
    await says(page, group, /还不知道上年度的满意度/);
    await page.getByLabel('填写受益群众的上年度满意度').focus();
    await page.keyboard.press('Enter');
    await page.fill('[name=value]', '188.2');
    await page.click(`${group} button[type=submit]`);
    await page.waitForSelector('[name=value][aria-invalid=true]:focus');
    await says(page, `${group} .error`, '应在 0 至 100 之间');
    await page.fill('[name=value]', '８８.２０');
    await page.fill('[name=source]', '2024 年度绩效评价报告第 12 页');
    await page.reload();
    expect(await page.inputValue('[name=source]')).toBe('2024 年度绩效评价报告第 12 页');
    expect(await axeFindings(page)).toEqual([]);
    for (const [width, height] of [
      [360, 740],
      [1440, 900],
    ] as const) {
      await page.setViewportSize({ width, height });
      expect(await findCut(page)).toEqual([]);
    }
    await page.focus('[name=source]');
    await page.keyboard.press('Enter');
    await says(page, group, /2024 年度\s*88\.20\s*2025 年度\s*100\.00\s*较上年\s*\+11\.80/);
    await says(page, group, /来源：2024 年度绩效评价报告第 12 页 admin .* 填写/);
    for (const [width, height] of [
      [360, 740],
      [390, 844],
      [1440, 900],
    ] as const) {
      await page.setViewportSize({ width, height });
      expect(await findCut(page)).toEqual([]);
    }
    expect(await axeFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('is the one frozen here once that is taken back; nothing is offered to who only reads', async () => {
    const { page, context } = await sitDown(at.site, at.context, screen());
    await post(context, `evaluations/${before}/figures`, {});
    await page.reload();
    await says(page, group, /较上年\s*\+11\.80[\s\S]*另有 80\.00 本系统定稿/);
    await page.getByLabel('撤回所填的受益群众上年度满意度').click();
    await says(page, group, /2024 年度\s*80\.00[\s\S]*较上年\s*\+20\.00\s*本系统定稿/);
    const reader = await withRole(at.site, 'viewer', [id, before]);
    const own = await at.browser.newContext();
    const { page: reading } = await sitDown(at.site, own, screen(), reader.username);
    await says(reading, group, /较上年\s*\+20\.00/);
    expect(await reading.locator(`${group} button`).count()).toBe(0);
    await own.close();
  });
});
