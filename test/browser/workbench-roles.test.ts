import type { BrowserContext } from 'playwright-core';
import { expect, it } from 'vitest';
import type { EvaluationRole } from '../../survey-definitions/role.ts';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser, withWorkbenchWindow } from '../support/in-browser.ts';
import { findCut } from '../support/nothing-cut.ts';
import { refusalsOn, walk } from '../support/walk.ts';
import {
  examplePath,
  says,
  sitDown,
  type WorkbenchSite,
  withRole,
} from '../support/workbench-site.ts';

/** What may be pressed or filled in on any screen, and what on some: it sifts, shows otherwise, copies or prints, and changes nothing but one's own. */
const EVERYWHERE = ['English', '退出'];
const HARMLESS: readonly (readonly [screen: RegExp, controls: readonly string[]])[] = [
  [/^\/$/, ['查找项目', '进度', '归档', '排序', '显示更多']],
  [/\/results(\/[a-z0-9]+)?$/, ['计算口径', '显示方式', '调查点', '回收渠道']],
  [/\/returns(\/[a-z0-9]+)?$/, ['按日还是按时', '图还是表']],
  [/\/scoring$/, ['显示哪些指标', 'disclosure', '只看缺数据的指标']],
  [/\/figures$/, ['一次', '另一次']],
  [/\/figures\/[^/]+$/, ['复制全部', '复制命令']],
  [/\/preview$/, ['语言', '字号', '重新开始']],
  // What is one's own, whatever one's role.
  [
    /^\/account$/,
    [
      '当前密码',
      '新密码',
      '显示密码',
      '修改密码',
      '启用两步验证',
      '新建令牌',
      '结束其他登录',
      '结束',
    ],
  ],
];
/** Where a scorer does what he is there to do. */
const SCORERS = /\/(scoring|base-data|figures)$/;

describeInBrowser('the workbench as each role sees it, in Chromium', () => {
  const at = withWorkbenchWindow();
  const prepared = new Map<WorkbenchSite, Promise<string[]>>();
  /** The example with its figures frozen twice, and an evaluation whose surveys have points and codes, or are drafts. */
  const evaluations = () => {
    const known = prepared.get(at.site) ?? asAdmin(at.site, at.context, prepare);
    prepared.set(at.site, known);
    return known;
  };
  const as = async (role: EvaluationRole | 'none') => {
    const ids = await evaluations();
    const account = await withRole(at.site, role, ids);
    return { ...account, paths: ids.map((id) => `/evaluations/${id}`) };
  };

  it.each(['viewer', 'scorer', 'clerk'] as const)(
    'offers a %s nothing to press that changes what he may not change, asks for nothing that he may not read, and cuts nothing',
    async (role) => {
      const { username, paths } = await as(role);
      const { page, complaints } = await sitDown(at.site, at.context, '/', username);
      const found: string[] = [];
      const refusals = await walk(
        page,
        at.site.address,
        ['/', ...paths],
        async (screen, controls) => {
          const allowed = HARMLESS.flatMap(([here, names]) => (here.test(screen) ? names : []));
          const offered = controls.filter((each) => ![...EVERYWHERE, ...allowed].includes(each));
          if (!(role === 'scorer' && SCORERS.test(screen)))
            for (const control of offered) found.push(`${screen} offers: ${control}`);
          // What a scorer sees is of the same parts.
          if (role === 'scorer' || screen.startsWith('/definitions')) return;
          for (const finding of await axeFindings(page)) found.push(`${screen}: ${finding}`);
          for (const width of [360, 1440]) {
            await page.setViewportSize({ width, height: 900 });
            for (const cut of await findCut(page)) found.push(`${screen} at ${width}: ${cut}`);
          }
        },
      );
      expect(found).toEqual([]);
      expect(refusals).toEqual([]);
      expect(complaints).toEqual([]);
    },
    300_000,
  );

  it('asks nothing for an evaluator that he may not read, on any screen', async () => {
    const { username, paths } = await as('evaluator');
    const { page } = await sitDown(at.site, at.context, '/', username);
    const seen: string[] = [];
    const refusals = await walk(page, at.site.address, ['/', ...paths], (screen) => {
      seen.push(screen.replace(/^\/evaluations\/[^/]{36}/, ''));
    });
    expect(refusals).toEqual([]);
    expect(seen).toEqual(
      expect.arrayContaining([
        '/evaluations/new',
        '/definitions/upload',
        '/results/pubeca34/responses',
        '/questionnaires/public-general/1/new-survey',
      ]),
    );
  }, 300_000);

  it.each([
    ['clerk', '录入员', '/scoring', '不包括评分'],
    ['clerk', '录入员', '/results/pubeca34', '不包括结果'],
    ['clerk', '录入员', '/base-data', '不包括基础数据'],
    ['viewer', '查看人员', '/results/pubeca34/responses', '不包括查看单份答卷'],
    ['scorer', '评分人员', '/questionnaires/public-general/1/new-survey', '不包括建立和修改调查'],
  ] as const)(
    'tells a %s (%s) who comes to %s kindly that it is not for him, whom to ask, and the way back',
    async (role, called, screen, says403) => {
      const { username, paths } = await as(role);
      const { page } = await sitDown(at.site, at.context, '/', username);
      await page.waitForSelector('.evaluation-name');
      const refusals = refusalsOn(page);
      await page.goto(`${at.site.address}${paths[0]}${screen}`);
      await says(page, '.empty', `您在本项目的角色是${called}，${says403}。`);
      await says(page, '.empty', '请联系本项目的评价人员');
      expect(await axeFindings(page)).toEqual([]);
      await page.click('text=回到本项目');
      await page.waitForSelector('.rail [aria-current]');
      expect(refusals()).toEqual([]);
    },
    30_000,
  );

  it('shows a clerk two stops, and neither totals nor satisfaction', async () => {
    const { username, paths } = await as('clerk');
    const { page } = await sitDown(at.site, at.context, '/', username);
    await page.waitForSelector('.evaluation-name');
    expect(await page.locator('thead th').allInnerTexts()).toEqual([
      '被评价部门',
      '预算年度',
      '进度',
      '收到答卷',
    ]);
    expect(await page.locator('tbody').innerText()).not.toContain('—');
    await page.goto(`${at.site.address}${paths[0]}`);
    await page.waitForSelector('.surveys');
    expect(await page.locator('.stop-name').allInnerTexts()).toEqual(['问卷', '回收']);
    expect(await page.locator('main').innerText()).not.toContain('评分');
    expect(new URL(page.url()).pathname).toBe(`${paths[0]}/returns`);
  }, 30_000);

  it('shows a viewer the base data as the table of a report: what was left out and why below it, and what the checks come to', async () => {
    const { username, paths } = await as('viewer');
    const { page } = await sitDown(at.site, at.context, '/', username);
    await page.goto(`${at.site.address}${paths[0]}/base-data?cell=carried-over`);
    await says(page, '.cell-table .target', '结转结余');
    await says(page, '.cell-table .target', '已剔除 3594.42');
    await says(
      page,
      '.left-out-notes',
      '结转结余 2019：已剔除 3594.42：跨年度项目结转 3594.42 万元，予以剔除',
    );
    await says(page, '.base-data', '5 项核对全部成立');
    expect(await page.locator('.base-data :is(input, textarea, button, fieldset)').count()).toBe(0);
  }, 30_000);

  it('says to somebody who is in no evaluation what will be here and whom to ask, and offers nothing to begin', async () => {
    const { username } = await as('none');
    const { page, complaints } = await sitDown(at.site, at.context, '/', username);
    await says(page, '.empty', '您还没有参加评价项目');
    await says(page, '.empty', '请项目的评价人员发给您邀请链接');
    expect(await page.locator('main :is(a, button, input)').count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    const refusals = refusalsOn(page);
    await page.goto(`${at.site.address}/evaluations/new`);
    await says(page, '.empty', '请联系管理员');
    await page.goto(`${at.site.address}/definitions/upload`);
    await says(page, '.empty', '评价人员和管理员可以上传');
    expect(await axeFindings(page)).toEqual([]);
    expect(refusals()).toEqual([]);
    expect(complaints).toEqual([]);
  }, 30_000);

  it('says of an evaluation that is not his the same as of one that there is not', async () => {
    const [example = ''] = await evaluations();
    const { username } = await as('none');
    const { page } = await sitDown(
      at.site,
      at.context,
      `/evaluations/${example}/scoring`,
      username,
    );
    const said = async () => {
      await says(page, '.empty', '没有这个评价项目，或者您不在其中');
      return page.locator('main').innerText();
    };
    const foreign = await said();
    expect(await axeFindings(page)).toEqual([]);
    await page.goto(`${at.site.address}/evaluations/00000000-0000-4000-8000-000000000001/scoring`);
    expect(await said()).toBe(foreign);
  }, 30_000);

  it('keeps what was typed where a role is taken away meanwhile, and says so; once it is given back, typing goes on', async () => {
    const { username, paths, become, leave } = await as('scorer');
    const { page, complaints } = await sitDown(at.site, at.context, '/', username);
    await page.goto(`${at.site.address}${paths[0]}/scoring?indicator=A101`);
    await page.click('text=添加说明');
    await page.fill('[name=note]', '依据年度工作总结');
    await become('viewer');
    await page.click('.note-editor [type=submit]');
    await says(page, '.role-notice', '您在本项目的角色已改为查看人员');
    await says(page, '.role-notice', '1 处录入没有保存，仍留在这台设备上');
    await page.waitForSelector('.note-editor', { state: 'detached' });
    expect(await page.locator('[role=alert]').count()).toBe(0);

    await leave();
    await page.click('.rail a >> text=回收');
    await says(page, '.empty', '没有这个评价项目，或者您不在其中');
    await says(page, '.empty', '1 处录入没有保存，仍留在这台设备上');

    await become('scorer');
    await page.goto(`${at.site.address}${paths[0]}/scoring?indicator=A101`);
    await page.waitForSelector('[name=note]');
    expect(await page.inputValue('[name=note]')).toBe('依据年度工作总结');
    expect(complaints).toEqual([]);
  }, 30_000);
});

/** Something asked as admin, in a window of its own. */
async function asAdmin<T>(
  site: WorkbenchSite,
  context: BrowserContext,
  ask: (site: WorkbenchSite, context: BrowserContext) => Promise<T>,
): Promise<T> {
  const other = await context.browser()?.newContext();
  if (!other) throw new Error('no browser to open another window of');
  await sitDown(site, other);
  const asked = await ask(site, other);
  await other.close();
  return asked;
}

async function prepare(site: WorkbenchSite, context: BrowserContext): Promise<string[]> {
  const api = `${site.address}/api`;
  const post = async (path: string, data: object) => {
    const answered = await context.request.post(`${api}${path}`, { data });
    if (!answered.ok()) throw new Error(`${path} was refused: ${answered.status()}`);
    return answered.json();
  };
  const begun = await post('/evaluations', {
    department: '市水务局',
    place: '某市',
    year: 2025,
    indicatorSystem: { id: 'miluo-2020-self-evaluation', version: 1 },
  });
  const survey = {
    questionnaire: { id: 'public-general', version: 1 },
    plan: { total: 100 },
    phase: 'formal',
  };
  const points = [
    { id: 'hall', name: '政务服务大厅', plan: 60 },
    { id: 'north', name: '城北街道', plan: 40 },
  ];
  const open = await post(`/evaluations/${begun.id}/surveys`, {
    ...survey,
    access: 'code',
    points,
  });
  await post(`/surveys/${open.code}/access-codes`, { count: 3 });
  await post(`/surveys/${open.code}/open`, {});
  await post(`/evaluations/${begun.id}/surveys`, { ...survey, access: 'open' });
  const example = (await examplePath(site, context)).split('/')[2] ?? '';
  for (let times = 0; times < 2; times += 1) await post(`/evaluations/${example}/figures`, {});
  return [example, begun.id];
}
