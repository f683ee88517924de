import { expect, it } from 'vitest';
import { findQuestionnaire } from '../../server/store/questionnaires.ts';
import { storeBatch } from '../../server/store/response-batch.ts';
import type { StoredResponse } from '../../server/store/responses.ts';
import { setSurveyState } from '../../server/store/surveys.ts';
import { minuteInChina } from '../../survey-definitions/china-time.ts';
import { aResponse } from '../support/fieldwork.ts';
import { describeInBrowser, withWorkbenchWindow } from '../support/in-browser.ts';
import { findCut } from '../support/nothing-cut.ts';
import { atSurveyPage, POINTS } from '../support/survey-page.ts';
import { COLLEAGUE, says, sitDown, withRole } from '../support/workbench-site.ts';

const HOUR = 60 * 60 * 1000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();
const times = <T>(n: number, one: (n: number) => T) => Array.from({ length: n }, (_, i) => one(i));

describeInBrowser('what is pointed out of a survey, in Chromium', () => {
  const at = withWorkbenchWindow();
  const { beginSurvey, faultsOfAccess } = atSurveyPage(at);

  /** A survey with all that can be wrong with its fieldwork, its page on screen. */
  async function troubled() {
    const begun = await beginSurvey({
      plan: {
        total: 60,
        quotas: [
          {
            item: 'gender',
            options: [
              { id: 'male', n: 18 },
              { id: 'female', n: 30 },
            ],
            endsWhenFull: true,
          },
        ],
      },
      points: POINTS.map(({ id, name }) => ({ id, name, plan: 20 })),
      closesAt: new Date(Date.now() + 30 * HOUR).toISOString(),
    });
    const { code, page } = begun;
    const questionnaire = await findQuestionnaire(at.site.store.read, 'public-general', 1);
    if (!questionnaire) throw new Error('the questionnaire is not there');
    const add = (changed: Partial<StoredResponse>[]) =>
      at.site.store.write.transaction().execute((trx) =>
        storeBatch(
          trx,
          at.site.store.shard,
          changed.map((each) => ({
            ...aResponse(code, { answers: { gender: 'male' }, ...each }),
            questionnaire,
          })),
        ),
      );
    // As if it had been open for long, which no event denies.
    await setSurveyState(at.site.store.write, code, 'open');
    const together = ago(2);
    await add([
      ...times(6, () => ({
        receivedAt: ago(80),
        point: 'p1',
        flags: [{ code: 'same-device' as const }],
      })),
      ...times(14, () => ({ receivedAt: together, answers: { gender: 'female' } })),
      ...times(13, (n) => ({ receivedAt: ago(3 + n) })),
    ]);
    await page.reload();
    await page.waitForSelector('.notices');
    return { ...begun, add, together };
  }

  it('is said in words with its numbers and what to do, and leads to where it is done', async () => {
    const { page, path, code, complaints, together } = await troubled();
    const lines = page.locator('.notice-line');
    await says(page, '.notice-line .notice-says', '手机打不开调查链接');
    const said = await lines.locator('.notice-says').allInnerTexts();
    expect(said.map((text) => text.replaceAll('\u00a0', ' '))).toEqual([
      '手机打不开调查链接',
      `${minuteInChina(together)} 一分钟内收到 14 份`,
      '6 份答卷来自已经答过的设备',
      '收到 33 / 60，不到计划的 80%',
      '“性别：男”超出配额 1 份',
      expect.stringMatching(/^“东关街道”从 \d{4}-\d\d-\d\d \d\d 时以后没有新答卷$/),
    ]);
    const { origin } = new URL(page.url());
    const links = await lines
      .locator('a')
      .evaluateAll((found) => found.map((one) => (one as HTMLAnchorElement).href));
    expect(links.map((link) => link.replace(origin, ''))).toEqual([
      `${path}/results/${code}/responses?channel=online`,
      `${path}/results/${code}/responses?flag=same-device`,
      `${path}/returns/${code}#settings`,
      `${path}/returns/${code}#settings`,
      `${path}/returns/${code}#survey-points`,
    ]);
    for (const size of [360, 390, 1440]) {
      await page.setViewportSize({ width: size, height: 800 });
      expect([size, await findCut(page)]).toEqual([size, []]);
    }
    expect(await faultsOfAccess(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('is put aside by keyboard with a reason, which survives, is seen by others and taken back by them', async () => {
    const { page, path, code } = await troubled();
    const device = page.locator('.notice-line', { hasText: '已经答过的设备' });
    await device.getByRole('button', { name: /^搁置/ }).focus();
    await page.keyboard.press('Enter');
    // The form has the focus; without a reason it says so there.
    await page.keyboard.press('Control+Enter');
    await device.locator('button[type=submit]').click();
    await device.locator('.error').waitFor();
    await page.keyboard.type('村委会共用一台平板');
    await page.reload();
    expect(await device.locator('textarea').inputValue()).toBe('村委会共用一台平板');
    expect(await faultsOfAccess(page)).toEqual([]);
    await device.locator('button[type=submit]').click();
    await device.waitFor({ state: 'detached' });
    await page.click('.aside-notices summary');
    await says(page, '.aside-notices', '已搁置 1 条');
    await says(page, '.aside-notices', '理由：村委会共用一台平板');
    await says(page, '.aside-notices', /admin 于 \d{4}-\d\d-\d\d \d\d:\d\d 搁置/);
    expect(await faultsOfAccess(page)).toEqual([]);

    const context = await at.browser.newContext({ viewport: { width: 360, height: 740 } });
    const colleague = await sitDown(at.site, context, `${path}/returns/${code}`, COLLEAGUE);
    await colleague.page.click('.aside-notices summary');
    await says(colleague.page, '.aside-reason', '村委会共用一台平板');
    expect(await findCut(colleague.page)).toEqual([]);
    await colleague.page.getByRole('button', { name: /^取消搁置/ }).click();
    await says(colleague.page, '.notice-line', '已经答过的设备');
    await context.close();
    await page.reload();
    await device.waitFor();
    expect(await page.locator('.aside-notices').count()).toBe(0);
  });

  it('comes back once it is far more', async () => {
    const { page, add } = await troubled();
    const device = page.locator('.notice-line', { hasText: '已经答过的设备' });
    await device.getByRole('button', { name: /^搁置/ }).click();
    await page.keyboard.type('共用平板');
    await device.locator('button[type=submit]').click();
    await device.waitFor({ state: 'detached' });
    await add(
      times(6, (n) => ({ receivedAt: ago(4 + n), flags: [{ code: 'same-device' as const }] })),
    );
    await page.reload();
    await says(page, '.notice-line', '12 份答卷来自已经答过的设备');
  });

  it('is read by a viewer, who may put nothing aside', async () => {
    const { id, path, code } = await troubled();
    const { username } = await withRole(at.site, 'viewer', [id]);
    const context = await at.browser.newContext();
    const { page } = await sitDown(at.site, context, `${path}/returns/${code}`, username);
    await says(page, '.notice-line', '不到计划的 80%');
    expect(await page.locator('.notices button').count()).toBe(0);
    expect(await page.locator('.notices a').allInnerTexts()).toEqual(['查看各调查点']);
    await context.close();
  });

  it('is nothing of a survey that was rebuilt from published counts', async () => {
    const { page } = await sitDown(at.site, at.context);
    await page.click('text=生态环境局');
    await page.locator('a[href*="/returns"]').first().click();
    await page.locator('.surveys a[href$="/returns/pubeca34"]').first().click();
    await page.waitForSelector('.survey-numbers');
    expect(await page.locator('.notices').count()).toBe(0);
  });
});
