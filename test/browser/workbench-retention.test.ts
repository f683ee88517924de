import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { daysAfter } from '../../survey-definitions/china-time.ts';
import { earliestKeptUntil } from '../../survey-definitions/retention.ts';
import { axeFindings } from '../support/axe.ts';
import { keepUntil } from '../support/expiring.ts';
import { describeInBrowser, withWorkbenchWindow } from '../support/in-browser.ts';
import { tickAt } from '../support/ticking.ts';
import { answer, says, sitDown } from '../support/workbench-site.ts';

describeInBrowser('how long single answers are kept, in Chromium', () => {
  const at = withWorkbenchWindow();
  let id: string;
  let code: string;
  const earliest = () => earliestKeptUntil(new Date().toISOString());

  const call = async (method: 'post' | 'get', path: string, data?: object) => {
    const answered = await at.context.request[method](`${at.site.address}/api/${path}`, { data });
    expect(answered.ok()).toBe(true);
    return answered.json();
  };
  const path = (screen: string) => `${at.site.address}/evaluations/${id}/${screen}`;
  const fits = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  const audited = async () =>
    (await call('get', `evaluations/${id}/audit`)).items.filter(
      ({ action }: { action: string }) => action === 'evaluation.retention',
    );

  /** A new evaluation with one open survey and two responses, at its particulars. */
  async function begin() {
    const desk = await sitDown(at.site, at.context);
    id = (
      await call('post', 'evaluations', {
        department: '市水务局',
        place: '某市',
        year: 2025,
        indicatorSystem: { id: 'shuozhou-2019-ecology', version: 1 },
      })
    ).id;
    code = (
      await call('post', `evaluations/${id}/surveys`, {
        questionnaire: { id: 'public-general', version: 1 },
        plan: { total: 10 },
        phase: 'formal',
        access: 'open',
      })
    ).code;
    await call('post', `surveys/${code}/open`, {});
    await answer(at.site, code);
    await answer(at.site, code, 1);
    await desk.page.goto(path('details'));
    await desk.page.waitForSelector('[name=answersKeptUntil]');
    return desk;
  }
  const set = async (page: Page, day: string) => {
    await page.fill('[name=answersKeptUntil]', day);
    await page.keyboard.press('Enter');
  };

  it('is set by keyboard; a day too near is refused beside the field, and every screen says for thirty days what is going to happen', async () => {
    const { page, complaints } = await begin();
    await says(page, '.retention', '随项目一直保存');
    await says(page, '.retention', '现有 2 份，1 项调查');
    expect(await page.locator('.removal-notice').count()).toBe(0);
    await set(page, daysAfter(earliest(), -1));
    await page.waitForSelector('[name=answersKeptUntil][aria-invalid=true]:focus');
    await says(page, '.retention .error', earliest());
    await set(page, earliest().replaceAll('-', '/'));
    await says(page, '.retention .said', '期限已设定');
    await says(page, '.removal-notice', `保存到 ${earliest()}`);
    await says(page, '.removal-notice', '届时删除 2 份答卷');
    for (const screen of ['questionnaires', 'returns', 'results', 'scoring']) {
      await page.goto(path(screen));
      await says(page, '.removal-notice', earliest());
    }
    await page.click('.removal-notice >> text=改期');
    await page.waitForSelector('[name=answersKeptUntil]');
    expect(complaints).toEqual([]);
  });

  it('is moved and taken away with a reason, which the audit keeps', async () => {
    const { page } = await begin();
    await set(page, earliest());
    await page.waitForSelector('[name=reason]');
    const later = daysAfter(earliest(), 300);
    await set(page, later);
    await page.waitForSelector('[name=reason][aria-invalid=true]:focus');
    await page.keyboard.type('审计要求延长');
    await page.keyboard.press('Enter');
    await says(page, '.retention', `保存到 ${later}`);
    await page.waitForSelector('.removal-notice', { state: 'detached' });
    await page.fill('[name=reason]', '长期保存');
    await set(page, '');
    await says(page, '.retention', '随项目一直保存');
    const details = (await audited()).map(({ detail }: { detail: object }) => detail);
    expect(details).toHaveLength(3);
    expect(details).toContainEqual({ before: earliest(), after: later, reason: '审计要求延长' });
    expect(details).toContainEqual({ before: later, after: null, reason: '长期保存' });
  });

  it.each([
    [360, 'light'],
    [1280, 'dark'],
  ] as const)(
    'once removed, numbers stand without links and every screen of answers says when it was, at %i px, in %s',
    async (width, colorScheme) => {
      await at.context.close();
      at.context = await at.browser.newContext({ viewport: { width, height: 800 }, colorScheme });
      const { page, complaints } = await begin();
      await set(page, earliest());
      await says(page, '.removal-notice', earliest());
      expect(await axeFindings(page)).toEqual([]);
      expect(await fits(page)).toBe(0);

      await page.goto(path(`results/${code}`));
      const composite = await page.locator('.composite-value').innerText();
      expect(await page.locator('a[href*="/responses"]').count()).toBeGreaterThan(5);
      // A day long past, as though it had been named long ago.
      await keepUntil(at.site.store, id, '2026-01-31');
      expect(await tickAt(at.site.store, new Date())).toEqual([]);

      await page.reload();
      await says(page, '.removed-notice', '单份答卷已于');
      expect(await page.locator('.composite-value').innerText()).toBe(composite);
      expect(await page.locator('main a[href*="/responses"]').count()).toBe(0);
      expect(await axeFindings(page)).toEqual([]);
      expect(await fits(page)).toBe(0);
      await page.goto(path('returns'));
      await says(page, '.removed-notice', '不能再追溯到答卷');
      expect(await page.locator('main a[href*="/responses"]').count()).toBe(0);
      await page.goto(path(`results/${code}/responses?disposition=valid`));
      await says(page, '.removed-notice', '单份答卷已于');
      expect(await page.locator('.filter-bar').count()).toBe(0);
      await page.goto(path('details'));
      await says(page, '.retention', '单份答卷已于');
      expect(await page.locator('[name=answersKeptUntil]').count()).toBe(0);
      expect(await axeFindings(page)).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );
});
