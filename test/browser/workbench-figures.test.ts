import { createHash } from 'node:crypto';
import type { APIResponse, BrowserContext, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { canonicalJson } from '../../survey-definitions/canonical-json.ts';
import { BESIDE_CONTENT } from '../../survey-definitions/frozen-figures.ts';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser, withWorkbenchWindow } from '../support/in-browser.ts';
import { findCut } from '../support/nothing-cut.ts';
import { answer, says, sitDown, withRole } from '../support/workbench-site.ts';

describeInBrowser('freezing figures, in Chromium', () => {
  const at = withWorkbenchWindow();
  let path: string;
  let code: string;

  const done = async (answered: Promise<APIResponse>) => {
    const said = await answered;
    if (!said.ok()) throw new Error(`${said.url()}: ${said.status()} ${await said.text()}`);
    return said.json();
  };
  const post = (context: BrowserContext, call: string, data: object) =>
    done(context.request.post(`${at.site.address}/api/${call}`, { data }));

  beforeAll(async () => {
    const context = await at.browser.newContext();
    await sitDown(at.site, context);
    const { id } = await post(context, 'evaluations', {
      department: '市水务局',
      place: '某市',
      year: 2025,
      indicatorSystem: { id: 'shuozhou-2019-ecology', version: 1 },
    });
    path = `/evaluations/${id}`;
    const survey = await post(context, `evaluations/${id}/surveys`, {
      questionnaire: { id: 'public-ecology', version: 1 },
      plan: { total: 50 },
      phase: 'formal',
      access: 'open',
    });
    code = survey.code;
    await post(context, `surveys/${code}/open`, {});
    await context.close();
  });

  /** Somebody overrules what the rules decided of the last response that is valid. */
  const overrule = async (context: BrowserContext) => {
    const { items } = await done(
      context.request.get(`${at.site.address}/api/surveys/${code}/responses?disposition=valid`),
    );
    await done(
      context.request.patch(`${at.site.address}/api/responses/${items[0].id}`, {
        data: { disposition: 'invalid', reason: '重复填写' },
      }),
    );
  };

  const frozenNow = (page: Page) => page.locator('.figures-history tbody tr').count();

  it('has nothing to freeze before anybody has answered, and says what will be here', async () => {
    const { page } = await sitDown(at.site, at.context, `${path}/results`);
    await says(page, '.figures-link .tag', '未定稿');
    // Satisfied (80), then very satisfied (100): the last is that which is overruled.
    await answer(at.site, code, 1);
    await answer(at.site, code);
  });

  it('says what it would do and does it only then; from there the score names what was frozen', async () => {
    const { page, complaints } = await sitDown(at.site, at.context, `${path}/results`);
    await page.click('.figures-link a');
    await says(page, '.frozen-group:has-text("受益群众") .frozen-value', '90.00 n = 2');
    await says(page, '.frozen-group', '未定稿，按实时数计分');
    await page.focus('text=定稿…');
    await page.keyboard.press('Enter');
    await says(page, 'dialog', `调查 ${code} 仍在收集，之后的答卷不会计入。`);
    await says(page, 'dialog', '第一次定稿。');
    await says(page, '.would-change-table', /C301 .*\d/);
    expect(await axeFindings(page)).toEqual([]);
    // None chosen is nothing to freeze.
    await page.uncheck('dialog [name=group]');
    await says(page, 'dialog', '请至少选一类。');
    await page.press('dialog .button.primary', 'Enter');
    await page.check('dialog [name=group]');
    await page.click('dialog >> text=取消');
    expect(await frozenNow(page)).toBe(0);

    await page.click('.figures .button.primary');
    await says(page, '.would-change-table', '得分不变。');
    await page.click('dialog .button.primary');
    await says(page, '.figures [role=status]', /\d\d:\d\d 已定稿。/);
    await page.waitForSelector('dialog', { state: 'detached' });
    await says(page, '.frozen-group', /各题平均 · .* 由 admin 定稿/);
    await says(page, '.figures-history tbody tr', '用于计分');
    expect(await frozenNow(page)).toBe(1);
    await page.click('.figures >> text=结果');
    await says(page, '.figures-link', /已定稿 \d{4}-\d\d-\d\d/);
    await page.goto(`${at.site.address}${path}/scoring?indicator=C301`);
    await says(page, '.indicator:has-text("C301") .from-survey', '定稿');
    await says(page, '.score-trace', /按 \d{4}-\d\d-\d\d 定稿 90\.00 计分/);
    expect(await page.locator('.score-trace .tag.warm').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('marks it out of date by itself once somebody overrules, in words, and the score stays', async () => {
    await sitDown(at.site, at.context);
    await post(at.context, `surveys/${code}/close`, {});
    const { page, complaints } = await sitDown(at.site, at.context, `${path}/figures`);
    await says(page, '.figures-history', '用于计分');
    // Nothing is asked for every few seconds once nothing is collected: it comes on the line.
    await overrule(at.context);
    await says(page, '.frozen-group .notice', '1 份改判无效：90.00 → 80.00');
    await says(page, '.frozen-group .notice', '已过时');
    await says(page, '.frozen-value', '90.00 n = 2');
    await page.goto(`${at.site.address}${path}/results`);
    await says(page, '.figures-link', '已过时');
    await page.goto(`${at.site.address}${path}/scoring?indicator=C301`);
    await says(page, '.score-trace', /定稿 90\.00 计分/);
    await says(page, '.indicator:has-text("C301") .from-survey .tag.warm', '已过时');
    await says(page, '.score-trace .tag.warm', '已过时，现为 80.00');
    await says(page, '.warnings', '1 份改判无效：90.00 → 80.00');
    expect(complaints).toEqual([]);
  });

  it('is frozen again with the scores before and after, and the old one stays beside it', async () => {
    const { page, complaints } = await sitDown(at.site, at.context, `${path}/figures`);
    await page.click('text=重新定稿…');
    await says(page, 'dialog', '受益群众 80.00 n = 1');
    await says(page, 'dialog', /代替 .* 的定稿，那一份仍然保留。/);
    const moved = page.locator('.would-change-table .moved');
    await moved.first().waitFor();
    const [before, after] = await moved.filter({ hasText: 'C301' }).locator('.n').allInnerTexts();
    expect(Number(after)).toBeLessThan(Number(before));
    await page.click('dialog .button.primary');
    await says(page, '.frozen-value', '80.00 n = 1');
    expect(await frozenNow(page)).toBe(2);
    await says(page, '.figures-history tr:has-text("已被代替")', '90.00 n = 2');
    await says(page, '.figures-beside .whole', /90\.00 n\s=\s2.*80\.00 n\s=\s1.*−10\.00/);
    await says(page, '.figures-compared .notice', '综合满意度 90.00 → 80.00');
    // The same one twice is no comparison.
    const [newest = ''] = await page
      .locator('.figures-compared option')
      .evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value));
    await page.selectOption('.figures-compared select >> nth=0', newest);
    await says(page, '.figures-compared', '请选两次不同的定稿。');
    await page.reload();
    await says(page, '.figures-compared', '请选两次不同的定稿。');
    expect(complaints).toEqual([]);
  });

  it('opens whole, with a hash that the downloaded file keeps to', async () => {
    const { page, complaints } = await sitDown(at.site, at.context, `${path}/figures`);
    await page.click('.figures-history a >> nth=1');
    await says(page, '.frozen-value', '90.00 n = 2');
    await says(page, '.one-figure', '已被代替');
    await says(page, '.figure-survey', '定稿时仍在收集');
    await says(page, '.figure-returns', /电子问卷.*2/);
    await says(page, '.figure-facts', '发放数不全');
    await says(page, '.figure-files', 'npm run verify-figures -- 文件');
    const hrefs = await page
      .locator('.figure-files a[download]')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    const files = await Promise.all(hrefs.map((href) => at.context.request.get(href)));
    expect(files.map((file) => file.headers()['content-type'])).toEqual([
      expect.stringContaining('application/json'),
      expect.stringContaining('text/csv'),
      expect.stringContaining('spreadsheetml'),
    ]);
    const file = await files[0]?.json();
    const content = Object.fromEntries(
      Object.entries(file).filter(([key]) => !(BESIDE_CONTENT as readonly string[]).includes(key)),
    );
    const hash = createHash('sha256').update(canonicalJson(content)).digest('hex');
    expect(file.hash).toBe(hash);
    await says(page, '.figure-files .hash', `${hash.slice(0, 12)}…`);
    await at.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.click('.figure-files .hash-line button');
    await says(page, '.figure-files .hash-line', '已复制');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(hash);
    expect(complaints).toEqual([]);
  });

  it('shows a viewer all of it and nothing to press', async () => {
    const { username } = await withRole(at.site, 'viewer', [path.split('/')[2] ?? '']);
    const { page } = await sitDown(at.site, at.context, `${path}/figures`, username);
    await says(page, '.figures', '定稿由评价人员和评分人员进行。');
    await says(page, '.frozen-value', '80.00 n = 1');
    await page.waitForSelector('.figures-beside');
    expect(await page.locator('main button').count()).toBe(0);
  });

  it('cuts nothing and is found in order, on a phone and at a desk, in both languages', async () => {
    const found: string[] = [];
    for (const language of ['zh-CN', 'en']) {
      const context = await at.browser.newContext({ locale: language });
      const { page } = await sitDown(at.site, context, `${path}/figures`);
      await page.waitForSelector('.figures-beside');
      const one = await page.locator('.figures-history a').first().getAttribute('href');
      const look = async (what: string) => {
        for (const width of [320, 390, 768, 1440]) {
          await page.setViewportSize({ width, height: 844 });
          // From the top, where the rail covers nothing.
          await page.evaluate(() => scrollTo(0, 0));
          const isLookedAt = [390, 1440].includes(width);
          for (const each of [
            ...(await findCut(page)),
            ...(isLookedAt ? await axeFindings(page) : []),
          ])
            found.push(`${what} ${language} ${width}: ${each}`);
        }
      };
      await look('all');
      await page.click('.figures .button.primary');
      await page.waitForSelector('.would-change-table');
      await look('dialog');
      await page.goto(`${at.site.address}${one}`);
      await page.waitForSelector('.figure-files');
      await look('one');
      await page.goto(`${at.site.address}${path}/scoring?indicator=C301`);
      await page.waitForSelector('.score-trace');
      await look('score');
      await context.close();
    }
    expect(found).toEqual([]);
  }, 120_000);
});
