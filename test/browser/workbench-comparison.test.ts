import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser, withWorkbenchSite } from '../support/in-browser.ts';
import { findCut } from '../support/nothing-cut.ts';
import { asked, GIVEN } from '../support/rated-questionnaire.ts';
import { examplePath, says, sitDown } from '../support/workbench-site.ts';

const SHOTS = process.env['SHOTS'];

describeInBrowser('the results of a survey side by side, in Chromium', () => {
  const at = withWorkbenchSite();
  let evaluation: string;
  let code: string;

  beforeAll(async () => {
    const context = await at.browser.newContext();
    await sitDown(at.site, context);
    const api = async (path: string, data: object) => {
      const answer = await context.request.post(`${at.site.address}/api${path}`, { data });
      expect(answer.ok()).toBe(true);
      return answer.json();
    };
    const rated = asked();
    await api('/questionnaires', {
      ...rated,
      validity: [...rated.validity, { rule: 'minimum-duration', seconds: 60 }],
    });
    evaluation = await examplePath(at.site, context);
    const made = await api(`${evaluation}/surveys`, {
      questionnaire: { id: 'rated', version: 1 },
      plan: { total: 5 },
      phase: 'formal',
      access: 'open',
      points: [
        { id: 'north', name: '城北街道' },
        { id: 'south', name: '城南街道' },
      ],
    });
    code = made.code;
    await api(`/surveys/${code}/open`, {});
    for (const [index, answers] of GIVEN.entries()) {
      const path = `/api/surveys/${code}/responses/${randomUUID()}`;
      const startedAt = new Date(Date.now() - (index === 0 ? 5_000 : 600_000)).toISOString();
      // Each from a device of its own, none of which has a cookie.
      const sent = await fetch(at.site.address + path, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ answers, startedAt, point: index % 2 === 0 ? 'north' : 'south' }),
      });
      expect(sent.status).toBe(201);
    }
    await context.close();
  });

  const goTo = async (path: string, { width = 1280, height = 900, language = 'zh-CN' } = {}) => {
    const context = await at.browser.newContext({ viewport: { width, height } });
    await context.addInitScript((chosen) => {
      localStorage.setItem('manping-language', chosen);
    }, language);
    const desk = await sitDown(at.site, context);
    await desk.page.goto(at.site.address + evaluation + path);
    return desk;
  };

  it('stands beside the number what parts of the responses come to, and leads to those with a flag', async () => {
    const { page, context, complaints } = await goTo(`/results/${code}`);
    await says(page, '.composite-value', '61.67');
    await page.click('a:text-is("各种口径对照")');
    await says(page, '.split-table .split-all', /全部有效答卷\s*4\s*61\.67/);
    await says(page, '.split-table tr:has-text("不含有疑点的")', /3\s*47\.50\s*−14\.17/);
    await says(page, '.split-table', /先收到的一半/);
    await says(page, '.split-table', /城北街道/);
    await says(page, '.nonresponse-table tr:has-text("水质")', /4\s*0\s*0\.00%\s*2\s*50\.00%/);
    await says(page, '.flag-table', '作答时间短于问卷规定的最短时间');
    await page.click('.flag-table tr:has-text("答得太快") a >> nth=0');
    await says(page, '[role=status]', '共 1 份');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('leaves out flagged responses on the results themselves, in the address, and links to just the others', async () => {
    const { page, context } = await goTo(`/results/${code}`);
    await says(page, '.composite-value', 'n = 3');
    await page.click('.splits label:has-text("不含有疑点的")');
    await says(page, '.composite-value', '47.50');
    expect(new URL(page.url()).searchParams.get('flagged')).toBe('without');
    await page.click('.item-table:has(caption:has-text("空气")) tbody a >> nth=0');
    await says(page, '[role=status]', '共 1 份');
    expect(new URL(page.url()).searchParams.get('flagged')).toBe('0');
    await context.close();
  });

  it('says what is on its way, and of a reconstructed survey that nothing else can be told', async () => {
    const context = await at.browser.newContext();
    const { page } = await sitDown(at.site, context);
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route('**/comparison?rows=1', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${at.site.address + evaluation}/results/${code}/comparison`);
    await says(page, '.split-table .split-instead', '正在从答卷逐份计算…');
    await says(page, '.split-table .split-all', '61.67');
    letGo();
    await says(page, '.split-table', '不含有疑点的');
    await page.waitForSelector('.split-instead', { state: 'detached' });
    await page.goto(`${at.site.address + evaluation}/results/pubeca34/comparison`);
    await says(page, '.split-table .split-all', '89.34');
    await says(page, '.split-table .split-all', '80.50');
    await page.waitForFunction(
      (text) =>
        [...document.querySelectorAll('.split-instead')].filter((row) =>
          row.textContent?.includes(text),
        ).length === 4,
      '不能由公布的合计推出',
    );
    await context.close();
  });

  it.each([
    [360, 740, 'zh-CN'],
    [390, 844, 'zh-CN'],
    [390, 844, 'en'],
    [1440, 900, 'zh-CN'],
    [1440, 900, 'en'],
  ])('at %i × %i in %s nothing is cut and axe finds nothing', async (width, height, language) => {
    for (const survey of [code, 'pubeca34']) {
      const where = { width, height, language };
      const { page, context } = await goTo(`/results/${survey}/comparison`, where);
      await page.waitForSelector('.split-table');
      if (survey === code) await page.waitForSelector('.split-table tr:has-text("47.50")');
      expect(await findCut(page)).toEqual([]);
      expect(await axeFindings(page)).toEqual([]);
      if (SHOTS)
        await page.screenshot({
          path: `${SHOTS}/${survey === code ? 'splits' : 'rebuilt'}-${width}x${height}-${language}.png`,
          fullPage: true,
        });
      await context.close();
    }
    const { page, context } = await goTo(`/results/${code}?flagged=without`, {
      width,
      height,
      language,
    });
    await says(page, '.composite-value', '47.50');
    expect(await findCut(page)).toEqual([]);
    if (SHOTS)
      await page.screenshot({ path: `${SHOTS}/results-${width}x${height}-${language}.png` });
    await context.close();
  });
});
