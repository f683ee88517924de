import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser, withWorkbenchWindow } from '../support/in-browser.ts';
import { findCut } from '../support/nothing-cut.ts';
import { says, sitDown } from '../support/workbench-site.ts';

const shipped = async (path: string) =>
  readFile(new URL(`../../survey-definitions/${path}`, import.meta.url), 'utf8');
const general = await shipped('questionnaires/public-general/1.json');
const shuozhou = await shipped('indicator-systems/shuozhou-2019-ecology/1.json');

/** The shipped questionnaire under another id, which a test publishes for itself. */
const named = (id: string) => general.replace('"id": "public-general"', `"id": "${id}"`);
/** In which line of a text something stands, from 1. */
const lineOf = (text: string, what: string) => text.slice(0, text.indexOf(what)).split('\n').length;

const choose = (page: Page, text: string | Buffer, name = 'mine.json') =>
  page.setInputFiles('input[type=file]', {
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
/** Each finding as it stands in the file: the number of the line above it, and what is said. */
const atTheirLines = (page: Page) =>
  page
    .locator('.line-finding')
    .evaluateAll((all) =>
      all.map((each) => [
        each.parentElement?.querySelector('.line-number')?.textContent ?? '',
        (each as HTMLElement).innerText,
      ]),
    );

describeInBrowser('definitions, in Chromium', () => {
  const at = withWorkbenchWindow();

  it('are checked line by line, mended, published, found in the list, read and downloaded', async () => {
    const { page, complaints } = await sitDown(at.site, at.context);
    await page.click('.masthead >> text=问卷与指标体系');
    await says(page, 'h1', '问卷与指标体系');
    await page.click('text=上传文件');

    const mended = named('mended');
    const wrong = mended
      .replace('"role": "profile"', '"role": "profil"')
      .replace(/"minutes": \d+/, '"minutes": "two"');
    await choose(page, wrong);
    await says(page, '[role=alert]', '2 处错误，改正后才能发布');
    expect(await atTheirLines(page)).toEqual([
      [String(lineOf(wrong, '"two"')), expect.stringContaining('错误')],
      [String(lineOf(wrong, '"profil"')), expect.stringContaining('$.sections[0].role')],
    ]);
    expect(await page.locator('.file-line mark').allInnerTexts()).toEqual(['"two"', '"profil"']);
    expect(await page.locator('text=发布后不能改').count()).toBe(0);
    // The summary leads there.
    await page.locator('.found-list a').nth(1).click();
    expect(await page.locator('.line-finding:target').innerText()).toContain('role');

    await choose(page, mended);
    await says(page, '.upload', '没有错误，可以发布');
    const doubts = await page.locator('.line-finding.doubt').count();
    expect(doubts).toBeGreaterThan(0);
    const listed = async () =>
      (await at.context.request.get(`${at.site.address}/api/questionnaires/mended/1`)).status();
    expect(await listed()).toBe(404);
    await page.click('.button.primary');
    await says(page, '[role=status]', '第 1 版已发布');
    expect(await listed()).toBe(200);
    expect(new URL(page.url()).pathname).toBe('/definitions/questionnaires/mended/1');
    await says(page, '.doubts summary', `设计上有 ${doubts} 处提醒`);
    await says(page, '.composite-in-words', '题满意度的平均');
    await says(page, '.placeholder', '部门');

    const [download] = await Promise.all([page.waitForEvent('download'), page.click('[download]')]);
    expect(download.suggestedFilename()).toBe('mended-1.json');
    const file = await readFile(await download.path(), 'utf8');
    expect(JSON.parse(file)).toMatchObject(JSON.parse(mended));

    // The next version is made of the file.
    await page.goto(`${at.site.address}/definitions/upload`);
    await choose(page, file.replace('"version": 1', '"version": 2'));
    await page.click('.button.primary');
    await says(page, '[role=status]', '第 2 版已发布');
    await says(page, '.facts', '其他版本 第 1 版');
    await page.click('.page > p a');
    const row = page.locator('tr:has-text("mended")');
    expect(await row.locator('.versions a').allInnerTexts()).toEqual(['第 2 版', '第 1 版']);
    expect(complaints).toEqual([]);
  });

  it('that are no JSON are told of at the line and column where they stop being it', async () => {
    const { page, complaints } = await sitDown(at.site, at.context, '/definitions/upload');
    const text = named('full-width').replace('"version": 1,', '"version": 1，');
    await choose(page, text);
    await says(page, '[role=alert]', '全角符号“，”');
    const line = lineOf(text, '，');
    const [[number, said] = []] = await atTheirLines(page);
    expect(number).toBe(String(line));
    expect(said).toMatch(new RegExp(`第 ${line} 行第 \\d+ 列`));
    expect(await page.locator('mark').innerText()).toBe('，');

    const twice = named('twice').replace('"version": 1,', '"version": 1,\n  "version": 2,');
    await choose(page, twice);
    await says(page, '[role=alert]', '键“version”在同一个对象里写了两次');
    expect((await atTheirLines(page))[0]?.[0]).toBe(String(lineOf(twice, '"version": 2')));

    await choose(page, Buffer.from([0xbf, 0xd5, 0xc6, 0xf8]), 'gbk.json');
    await says(page, '[role=alert]', 'gbk.json 文件不是 UTF-8');
    await choose(page, ' '.repeat(1024 * 1024 + 1));
    await says(page, '[role=alert]', '文件太大');
    await choose(page, '');
    await says(page, '[role=alert]', '文件是空的');
    expect(complaints).toEqual([]);
  });

  it('that are published already are told of, the same or with other content', async () => {
    const { page } = await sitDown(at.site, at.context, '/definitions/upload');
    await choose(page, shuozhou);
    await says(page, '[role=status]', '已经发布过，内容完全相同');
    expect(await page.locator('.button.primary').count()).toBe(0);
    const other = shuozhou.replace('"scoreDecimals": 2', '"scoreDecimals": 1');
    const changed =
      other === shuozhou
        ? shuozhou.replace('"version": 1,', '"version": 1, "scoreDecimals": 1,')
        : other;
    await choose(page, changed);
    await says(page, '[role=alert]', '请把 version 改成下一个数');
    expect((await atTheirLines(page))[0]).toEqual([
      String(lineOf(changed, '"version": 1')),
      expect.stringContaining('$.version'),
    ]);
  });

  it('can be chosen by keyboard, and dropped', async () => {
    const { page } = await sitDown(at.site, at.context, '/definitions/upload');
    await page.waitForSelector('.file-place');
    const chooser = page.waitForEvent('filechooser');
    await page.focus('.page > p a');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await chooser;
    const dropped = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'dropped.json'));
      return transfer;
    }, general);
    await page.dispatchEvent('.file-place', 'drop', { dataTransfer: dropped });
    await says(page, '.upload', 'dropped.json');
    await says(page, '[role=status]', '已经发布过');
  });

  it('are chosen for a new evaluation with their weights and what they ask of surveys in view', async () => {
    const { page } = await sitDown(at.site, at.context, '/evaluations/new');
    const card = page.locator('.system-card:has-text("生态环境部门")');
    await card.waitFor();
    await says(
      page,
      '.system-card',
      '履职效能 20 · 管理效率 50 · 社会效应 20 · 可持续性 10 · 36 项指标',
    );
    await says(page, '.system-card', '受益群众：综合满意度 → 指标 C301');
    await says(page, '.system-card', '管理对象：综合满意度 → 指标 C302');
    await page.fill('[name=department]', '市水务局');
    await page.fill('[name=place]', '某市');
    await page.click('button[type=submit]');
    await says(page, '.systems .error', '请选择一项');
    await card.locator('input').check();
    // What was chosen is kept with what was typed.
    await page.reload();
    await card.waitFor();
    expect(await card.locator('input').isChecked()).toBe(true);
    await page.click('button[type=submit]');
    await says(page, 'h1', '市水务局');
    await page.waitForSelector('.evaluation-head >> text=生态环境部门整体支出绩效评价指标体系');
  });

  it('are offered in their newest version first, older ones on asking, also where a draft has one', async () => {
    const { page } = await sitDown(at.site, at.context);
    for (const version of [1, 2]) {
      const system = { ...JSON.parse(shuozhou), id: 'two-versions', version };
      const data = { ...system, title: '两版的指标体系' };
      const posted = await at.context.request.post(`${at.site.address}/api/indicator-systems`, {
        data,
      });
      expect(posted.status()).toBe(201);
    }
    await page.goto(`${at.site.address}/evaluations/new`);
    const card = (version: number) =>
      page.locator(`.system-card:has-text("两版的指标体系（第 ${version} 版）")`);
    await card(2).waitFor();
    expect(await card(1).isVisible()).toBe(false);
    await page.click('text=以前的版本（1）');
    await card(1).locator('input').check();
    await page.fill('[name=department]', '市水务局');
    await page.reload();
    await card(1).waitFor();
    expect(await card(1).locator('input').isChecked()).toBe(true);
  });

  it('explain an indicator where its score is explained, on screen and on its system’s page', async () => {
    const { page } = await sitDown(at.site, at.context);
    const explained = JSON.parse(shuozhou);
    explained.id = 'explained';
    explained.level1[0].level2[0].indicators[0].explanation = '考核年度目标是否明确';
    const post = async (path: string, data: object) => {
      const answer = await at.context.request.post(`${at.site.address}/api/${path}`, { data });
      expect(answer.status()).toBe(201);
      return answer.json();
    };
    await post('indicator-systems', explained);
    await page.goto(`${at.site.address}/definitions/indicator-systems/explained/1`);
    await says(page, '.indicator-card', '考核年度目标是否明确');
    const { id } = await post('evaluations', {
      department: '市水务局',
      place: '某市',
      year: 2025,
      indicatorSystem: { id: 'explained', version: 1 },
    });
    await page.goto(`${at.site.address}/evaluations/${id}/scoring?indicator=A101`);
    await says(page, '.score-trace', '指标解释说明： 考核年度目标是否明确');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.score-trace >> text=考核年度目标是否明确').isVisible()).toBe(true);
  });

  it.each([
    ['light', '中文'],
    ['dark', 'English'],
  ] as const)(
    'are read without a fault of access and with nothing cut, in %s and in %s',
    async (colorScheme, language) => {
      await at.context.close();
      at.context = await at.browser.newContext({
        viewport: { width: 360, height: 740 },
        colorScheme,
      });
      const { page, complaints } = await sitDown(at.site, at.context);
      await page.waitForSelector('.evaluation-name');
      if (language === 'English') await page.click('text=English');
      const look = async (what: string) => {
        expect([what, await axeFindings(page)]).toEqual([what, []]);
        for (const width of [320, 768, 1440, 360]) {
          await page.setViewportSize({ width, height: 740 });
          expect([what, width, await findCut(page)]).toEqual([what, width, []]);
        }
      };
      for (const [path, there] of [
        ['', '.versions'],
        ['/questionnaires/public-ecology/1', '.doubt-beside'],
        ['/indicator-systems/shuozhou-2019-ecology/1', '.doubts'],
        ['/upload', '.file-place'],
      ] as const) {
        await page.goto(`${at.site.address}/definitions${path}`);
        await page.waitForSelector(there);
        for (const folded of await page.locator('details > summary').all()) await folded.click();
        await look(path);
      }
      await choose(page, named('seen').replace('"role": "profile"', '"role": "profil"'));
      await page.waitForSelector('.line-finding');
      await look('a fault');
      expect(complaints).toEqual([]);
    },
    60_000,
  );
});
