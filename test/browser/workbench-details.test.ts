import { expect, it } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser, withWorkbenchWindow } from '../support/in-browser.ts';
import { examplePath, says, sitDown } from '../support/workbench-site.ts';

describeInBrowser('an evaluation’s department, place and year, in Chromium', () => {
  const at = withWorkbenchWindow();
  let codes: string[];
  let id: string;

  const post = async (path: string, data: object) => {
    const answer = await at.context.request.post(`${at.site.address}/api/${path}`, { data });
    expect(answer.ok()).toBe(true);
    return answer.json();
  };
  const audited = async () => {
    const answer = await at.context.request.get(`${at.site.address}/api/evaluations/${id}/audit`);
    const { items } = await answer.json();
    return items.filter(({ action }: { action: string }) => action === 'evaluation.change');
  };

  /** A new evaluation with two surveys that have not opened, at its first stop. */
  async function begin() {
    const desk = await sitDown(at.site, at.context);
    const made = await post('evaluations', {
      department: '市水务局',
      place: '某市',
      year: 2025,
      indicatorSystem: { id: 'shuozhou-2019-ecology', version: 1 },
    });
    id = made.id;
    codes = [];
    for (const questionnaire of ['public-general', 'management-object']) {
      const survey = await post(`evaluations/${id}/surveys`, {
        questionnaire: { id: questionnaire, version: 1 },
        plan: { total: 10 },
        phase: 'formal',
        access: 'open',
      });
      codes.push(survey.code);
    }
    await desk.page.goto(`${at.site.address}/evaluations/${id}/questionnaires`);
    await desk.page.click('.evaluation-head >> text=项目资料');
    await desk.page.waitForSelector('[name=department]');
    return desk;
  }

  it('change by keyboard alone with all that holds them, and the audit says what was changed', async () => {
    const { page, complaints } = await begin();
    await says(page, '.consequences', '2 项调查');
    await says(page, '.consequences', '市水务局2025年度公众满意度调查');
    expect(await page.title()).toContain('项目资料');
    await page.focus('[name=department]');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('市水利局');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('2024');
    await page.keyboard.press('Enter');
    await says(page, '.said', '已保存');
    await says(page, 'h1', '市水利局 2024 年度');
    await says(page, '.consequences', '市水利局2024年度公众满意度调查');
    expect(await page.title()).toContain('市水利局 2024');
    expect(await page.inputValue('[name=department]')).toBe('市水利局');
    expect(await audited()).toEqual([
      expect.objectContaining({ actor: 'admin', detail: { department: '市水利局', year: 2024 } }),
    ]);
    const form = await at.context.request.get(`${at.site.address}/api/surveys/${codes[0]}/form`);
    expect((await form.json()).questionnaire.title).toBe('市水利局2024年度公众满意度调查');
    await page.click('a:has-text("取消")');
    await page.waitForSelector('.survey-returns');
    expect(complaints).toEqual([]);
  });

  it('keep what was typed where one of them is not acceptable, and say so beside it', async () => {
    const { page } = await begin();
    await page.fill('[name=place]', '另一市');
    await page.fill('[name=department]', '  ');
    await page.click('button[type=submit]');
    await page.waitForSelector('[name=department][aria-invalid=true]:focus');
    const described = await page.getAttribute('[name=department]', 'aria-describedby');
    const error = described?.split(' ').at(-1) ?? '';
    expect(await page.locator(`[id="${error}"]`).innerText()).toMatch(/\p{Script=Han}/u);
    expect(await page.inputValue('[name=place]')).toBe('另一市');
    expect(await page.locator('[role=alert]').count()).toBe(0);
    expect(await audited()).toEqual([]);
    await page.fill('[name=department]', '市水务局');
    await page.keyboard.press('Enter');
    await says(page, '.said', '已保存');
    expect(await page.locator('[aria-invalid]').count()).toBe(0);
    expect(await audited()).toEqual([expect.objectContaining({ detail: { place: '另一市' } })]);
  });

  it('keep what was typed where a survey has opened meanwhile, or the server cannot be reached', async () => {
    const { page, complaints } = await begin();
    await page.fill('[name=department]', '市水利局');
    await page.route('**/api/evaluations/*', (route) => route.abort());
    await page.click('button[type=submit]');
    await says(page, '[role=alert]', '连不上服务器');
    await page.unroute('**/api/evaluations/*');
    await post(`surveys/${codes[1]}/open`, {});
    await page.click('button[type=submit]');
    await says(page, '[role=alert]', '已有调查开放过');
    expect(await page.inputValue('[name=department]')).toBe('市水利局');
    expect(await audited()).toEqual([]);
    expect(complaints).toEqual([]);

    await page.reload();
    await says(page, '.notice', '已经开放过');
    await says(page, '.notice a', codes[1] ?? '');
    expect(await page.locator('[name=department]').count()).toBe(0);
    await says(page, '.facts', '市水务局');
  });

  it('are left alone, and the audit with them, where nothing was changed', async () => {
    const { page } = await begin();
    await page.click('button[type=submit]');
    await says(page, '.said', '没有改动');
    expect(await audited()).toEqual([]);
  });

  it('of the example are fixed: the screen names the surveys that were opened', async () => {
    const { page } = await sitDown(at.site, at.context);
    await page.goto(at.site.address + (await examplePath(at.site, at.context)));
    await page.click('.evaluation-head >> text=项目资料');
    await says(page, '.facts', '朔州市生态环境局');
    expect(await page.locator('.facts + .notice a').count()).toBe(4);
    expect(await page.locator('main [name=department]').count()).toBe(0);
  });

  it('of a new evaluation are refused beside their fields too', async () => {
    const { page } = await sitDown(at.site, at.context, '/evaluations/new');
    await page.fill('[name=department]', '市水务局');
    await page.fill('[name=place]', ' ');
    await page.click('button[type=submit]');
    await page.waitForSelector('[name=place][aria-invalid=true]:focus');
    expect(await page.inputValue('[name=department]')).toBe('市水务局');
  });

  it.each([
    [360, 'light'],
    [1280, 'dark'],
  ] as const)(
    'can be changed without a fault of access at %i px, in %s',
    async (width, colorScheme) => {
      await at.context.close();
      at.context = await at.browser.newContext({ viewport: { width, height: 800 }, colorScheme });
      const { page } = await begin();
      await page.fill('[name=department]', ' ');
      await page.click('button[type=submit]');
      await page.waitForSelector('[aria-invalid]');
      expect(await axeFindings(page)).toEqual([]);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(over).toBe(0);
    },
  );
});
