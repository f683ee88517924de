import { expect, it } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser, withWorkbenchWindow } from '../support/in-browser.ts';
import { examplePath, says, sitDown } from '../support/workbench-site.ts';

describeInBrowser(
  'evaluations that are told apart, copied, archived and deleted, in Chromium',
  () => {
    const at = withWorkbenchWindow();

    const post = async (path: string, data: object) => {
      const answer = await at.context.request.post(`${at.site.address}/api/${path}`, { data });
      expect(answer.ok()).toBe(true);
      return answer.json();
    };
    const get = async (path: string) =>
      (await at.context.request.get(`${at.site.address}/api/${path}`)).json();
    const begin = (department: string, more: object = {}) =>
      post('evaluations', {
        department,
        place: '某市',
        year: 2025,
        indicatorSystem: { id: 'shuozhou-2019-ecology', version: 1 },
        ...more,
      });
    const sit = async (path = '/') => sitDown(at.site, at.context, path);

    it('has particulars that are entered by keyboard, kept while unsaved, and shown where they are there', async () => {
      const { page, complaints } = await sit();
      const { id } = await begin('市档案局');
      await page.goto(`${at.site.address}/evaluations/${id}/details`);
      await page.focus('[name=commissioner]');
      await page.keyboard.type('市财政局');
      await page.fill('[name=contact]', '王工，0349-2000000');
      await page.fill('[name=baseDate]', '2025年底');
      await page.focus('.team .add');
      await page.keyboard.press('Enter');
      // The first field of the new line has the focus.
      await page.keyboard.type('组长');
      await page.focus('.team .add');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await page.keyboard.type('赵某');
      await page.keyboard.press('Enter');
      await says(page, '#particulars .error', '例如 2025-12-31');
      await says(page, '#particulars .error', '请填写姓名');
      await page.fill('[name=baseDate]', '２０２５-１２-３１');

      await page.reload();
      expect(await page.inputValue('[name=commissioner]')).toBe('市财政局');
      expect(await page.inputValue('[name="team.0.duty"]')).toBe('组长');
      expect(await page.inputValue('[name="team.1.name"]')).toBe('赵某');
      await page.focus('.team-member:first-of-type button');
      await page.keyboard.press('Enter');
      await page.click('#particulars button[type=submit]');
      await says(page, '#particulars .said', '已保存');
      expect((await get(`evaluations/${id}`)).particulars).toEqual({
        commissioner: '市财政局',
        contact: '王工，0349-2000000',
        baseDate: '2025-12-31',
        team: [{ name: '赵某' }],
      });
      await says(page, '.evaluation-head', '委托单位 市财政局');
      expect(await page.locator('.evaluation-head').innerText()).not.toContain('评价机构');
      expect(await page.inputValue('[name="team.0.name"]')).toBe('赵某');
      expect(await page.locator('#particulars .tag').count()).toBe(0);
      await page.click('.team-member button');
      await page.click('#particulars button[type=submit]');
      await page.waitForFunction(() => !document.querySelector('.team-member:not([hidden])'));
      await says(page, '#particulars .said', '已保存');
      expect((await get(`evaluations/${id}`)).particulars.team).toBeUndefined();
      expect(complaints).toEqual([]);
    });

    it('is copied into next year’s draft, and says before what goes along', async () => {
      const { page, complaints } = await sit();
      await page.goto(`${at.site.address}${await examplePath(at.site, at.context)}/details`);
      await page.click('button:text-is("复制…")');
      await says(page, '.details-section', '4 项调查');
      expect(await page.inputValue('[name=year]')).toBe('2020');
      await page.click('button:text-is("复制")');
      await says(page, 'h1', '朔州市生态环境局 2020 年度');
      expect(page.url()).toMatch(/\/evaluations\/[-\w]+\/details$/);
      await page.click('.rail >> text=回收');
      await says(page, 'main', '未开放');
      expect(complaints).toEqual([]);
    });

    it('is archived once nothing collects, is read only then, and comes back', async () => {
      const { page, complaints } = await sit();
      const { id } = await begin('市气象局');
      const survey = await post(`evaluations/${id}/surveys`, {
        questionnaire: { id: 'public-general', version: 1 },
        plan: { total: 10 },
        phase: 'formal',
        access: 'open',
      });
      await post(`surveys/${survey.code}/open`, {});
      await page.goto(`${at.site.address}/evaluations/${id}/details`);
      await page.click('button:text-is("归档")');
      await says(page, '.details-section [role=alert]', survey.code);
      await post(`surveys/${survey.code}/close`, {});
      await page.click('button:text-is("归档")');
      await says(page, '.archived-notice', '只能查看');
      expect(await page.locator('#particulars').count()).toBe(0);
      // What the server would refuse is not offered anywhere; what can be read still is.
      const shown: [path: string, there: string][] = [
        [`returns/${survey.code}`, '.plan-history'],
        ['questionnaires', 'table'],
        ['questionnaires/public-general/1', 'article'],
        ['questionnaires/public-general/1/new-survey', 'h2'],
        ['scoring?indicator=B201', '.detail'],
        ['base-data', '.base-data'],
      ];
      for (const [path, there] of shown) {
        await page.goto(`${at.site.address}/evaluations/${id}/${path}`);
        await page.waitForSelector(there);
        await says(page, '.archived-notice', '只能查看');
        const refused = page.locator(
          'main :is(button, a.button, input, textarea):visible:enabled',
          { hasText: /复制为|重新开放|填写实际|修改设置|建立调查|保存|核定|添加/ },
        );
        expect([path, await refused.allInnerTexts()]).toEqual([path, []]);
        // Where the rail covers half a button of the table, its size cannot be judged.
        await page.evaluate(() => scrollTo(0, 0));
        expect([path, await axeFindings(page)]).toEqual([path, []]);
      }

      await page.goto(at.site.address);
      await page.waitForSelector('.evaluation');
      expect(await page.locator('.evaluation', { hasText: '市气象局' }).count()).toBe(0);
      await page.check('.list-filter [value=only]');
      await says(page, '.evaluation', '市气象局');
      expect(page.url()).toContain('archived=only');
      await page.click('.evaluation >> text=市气象局');
      await page.click('.archived-notice a');
      await page.click('button:text-is("取消归档")');
      await page.waitForSelector('.archived-notice', { state: 'detached' });
      expect(complaints).toEqual([]);
    });

    it('is deleted by an admin who types its name, and says in numbers what goes', async () => {
      const { page, complaints } = await sit();
      const { id } = await begin('市文物局');
      const { code } = await post(`evaluations/${id}/surveys`, {
        questionnaire: { id: 'public-general', version: 1 },
        plan: { total: 10 },
        phase: 'formal',
        access: 'code',
        points: [
          { id: 'a', name: '东区' },
          { id: 'b', name: '西区' },
        ],
      });
      await post(`surveys/${code}/access-codes`, { count: 3 });
      await page.goto(`${at.site.address}/evaluations/${id}/details`);
      await page.click('button:text-is("删除项目")');
      await says(page, 'dialog .what-goes', '1 项调查、0 份答卷');
      await says(page, 'dialog .what-goes', '2 个调查点、3 个访问码');
      await page.fill('dialog input', '文物局');
      await page.click('dialog .danger');
      await says(page, 'dialog .error', '市文物局');
      expect((await get(`evaluations/${id}`)).id).toBe(id);
      expect(await axeFindings(page)).toEqual([]);
      await page.fill('dialog input', '市文物局');
      await page.click('dialog .danger');
      await page.waitForURL(`${at.site.address}/`);
      await page.waitForSelector('.evaluation');
      expect(await page.locator('.evaluation', { hasText: '市文物局' }).count()).toBe(0);
      expect((await get(`evaluations/${id}`)).code).toBe('unknown-evaluation');
      await says(
        page,
        '.notice',
        '已删除“市文物局 2025 年度”：1 项调查、0 份答卷，2 个调查点、3 个访问码',
      );
      // Said once.
      await page.click('text=新建项目');
      await page.goBack();
      await page.waitForSelector('.evaluation');
      expect(await page.locator('text=已删除').count()).toBe(0);
      expect(complaints).toEqual([]);
    });

    it('is found by a word, by how far it has got, and in an order, all of it in the address', async () => {
      const { page, complaints } = await sit();
      await begin('市林业局', { particulars: { reportNumber: '财绩〔2026〕9号' } });
      await begin('市林业局', { particulars: { reportNumber: '财绩〔2026〕10号' } });
      await page.goto(at.site.address);
      await page.fill('.search', '林业');
      await page.waitForURL(/q=/);
      await page.waitForFunction(() => document.querySelectorAll('.evaluation').length === 2);
      const rows = await page.locator('.evaluation').allInnerTexts();
      expect(rows[0]).toContain('10号');
      expect(rows[1]).toContain('〔2026〕9号');
      for (const row of rows) {
        expect(row).toContain('筹备');
        expect(row).toMatch(/还没有调查：/);
        expect(row).toMatch(/项指标没有得分/);
      }
      await page.reload();
      await page.waitForFunction(() => document.querySelectorAll('.evaluation').length === 2);
      expect(await page.inputValue('.search')).toBe('林业');
      await page.check('.list-filter [value=complete]');
      await says(page, '.empty', '没有符合条件');
      expect(page.url()).toContain('state=complete');
      await page.click('.empty button');
      await page.waitForFunction(() => document.querySelectorAll('.evaluation').length > 2);
      expect(await page.inputValue('.search')).toBe('');
      await page.selectOption('.sort-choice select', 'total');
      await page.waitForURL(/sort=total/);
      await says(page, '.evaluation:first-child', '80.50');
      expect(complaints).toEqual([]);
    });

    it.each([
      [390, 'zh-CN', 'light'],
      [1440, 'en', 'dark'],
    ] as const)(
      'has nothing that axe finds at %i px, in %s, %s',
      async (width, locale, colorScheme) => {
        await at.context.close();
        at.context = await at.browser.newContext({
          viewport: { width, height: 844 },
          locale,
          colorScheme,
        });
        const { page } = await sit();
        const { id } = await begin('市体育局', {
          particulars: { evaluator: '某事务所', team: [{ duty: '组长', name: '李某' }] },
        });
        const over = () =>
          page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        await page.goto(at.site.address);
        await page.waitForSelector('.evaluation');
        expect([await axeFindings(page), await over()]).toEqual([[], 0]);
        await page.goto(`${at.site.address}/evaluations/${id}/details`);
        await page.waitForSelector('.team-member');
        expect([await axeFindings(page), await over()]).toEqual([[], 0]);
        await page.goto(`${at.site.address}/evaluations/new`);
        await page.click('.optional-fields summary');
        await page.waitForSelector('[name=commissioner]');
        expect([await axeFindings(page), await over()]).toEqual([[], 0]);
      },
    );
  },
);
