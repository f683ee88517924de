import { expect, it } from 'vitest';
import { findQuestionnaire } from '../../server/store/questionnaires.ts';
import { storeBatch } from '../../server/store/response-batch.ts';
import { aResponse } from '../support/fieldwork.ts';
import { describeInBrowser, withWorkbenchWindow } from '../support/in-browser.ts';
import { findCut } from '../support/nothing-cut.ts';
import { atSurveyPage } from '../support/survey-page.ts';
import { examplePath, says, sitDown } from '../support/workbench-site.ts';

const LIST = '/results/pubeca34/responses';

describeInBrowser('single responses in Chromium', () => {
  const at = withWorkbenchWindow();
  const { beginSurvey, faultsOfAccess } = atSurveyPage(at);

  async function openScreen(path: string) {
    const { page, complaints } = await sitDown(at.site, at.context);
    await page.goto(`${at.site.address}${await examplePath(at.site, at.context)}${path}`);
    return { page, complaints };
  }
  /** What the audit says was read, the newest first. */
  const readings = async () => {
    const rows = await at.site.store.read
      .selectFrom('audit_events')
      .select(['action', 'subject'])
      .where('action', 'in', ['response.read', 'responses.read', 'texts.read'])
      .orderBy('seq', 'desc')
      .execute();
    return rows.map(({ action, subject }) => `${action} ${subject}`);
  };
  const stored = () =>
    at.site.store.read
      .selectFrom('responses')
      .select(['id', 'receipt'])
      .where('survey_code', '=', 'pubeca34')
      .orderBy('received_at', 'desc')
      .orderBy('id', 'desc')
      .execute();

  it('are found by the receipt number that is read out on the telephone, and open at once', async () => {
    const { page, complaints } = await openScreen(LIST);
    const one = (await stored())[77];
    const [left = '', right = ''] = (one?.receipt ?? '').toLowerCase().split('-');
    await page.fill('[name=receipt]', '7k3f');
    await page.keyboard.press('Enter');
    await says(page, '.receipt-said', '回执号是八个字母和数字，如 7K3F-29QD');
    await page.fill('[name=receipt]', ` ${left} ${right} `);
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`/responses/${one?.id}$`));
    await says(page, 'h2', one?.receipt ?? '');
    await page.goBack();
    await page.fill('[name=receipt]', '00000000');
    await page.keyboard.press('Enter');
    await says(page, '.receipt-said', '没有回执号为“00000000”的答卷');
    expect(complaints.filter((line) => !line.includes('422'))).toEqual([]);
  });

  it('are gone through by key and left again to the same place, each read once', async () => {
    const { page, complaints } = await openScreen(`${LIST}?disposition=valid`);
    await says(page, '.list-count', '共 137 份，已显示 50 份');
    const before = await readings();
    const all = await stored();
    await page.click('.response-rows tbody tr >> nth=40 >> a');
    await says(page, 'h2', all[40]?.receipt ?? '');
    for (const [key, n] of [
      ['ArrowRight', 41],
      ['j', 42],
      ['ArrowLeft', 41],
      ['k', 40],
      ['ArrowRight', 41],
    ] as const) {
      await page.keyboard.press(key);
      await says(page, 'h2', all[n]?.receipt ?? '');
    }
    const read = (await readings()).slice(0, -before.length || undefined);
    expect(read).toEqual([42, 41, 40].map((n) => `response.read ${all[n]?.id}`));
    await page.keyboard.press('Escape');
    await page.waitForURL(/responses\?disposition=valid&at=/);
    await page.waitForFunction(
      (receipt) => document.activeElement?.textContent === receipt,
      all[41]?.receipt,
    );
    expect((await readings()).length - before.length).toBe(3);
    // While somebody types, keys are letters.
    await page.click('.response-rows tbody tr >> nth=0 >> a');
    await page.waitForSelector('.asked-items');
    expect(complaints).toEqual([]);
  });

  it('stand as they were asked: numbered, in their sections, chosen among all options', async () => {
    const { page } = await openScreen(LIST);
    await page.click('.response-rows tbody tr >> nth=0 >> a');
    await page.waitForSelector('.asked-items');
    const numbers = await page.locator('.asked-number').allInnerTexts();
    expect(numbers).toEqual(numbers.map((_, n) => String(n + 1)));
    expect(await page.locator('.one-response h3').count()).toBeGreaterThan(1);
    const satisfied = page.locator('.asked-items li:has(.offered-options)').last();
    expect(await satisfied.locator('.offered-options > li').count()).toBeGreaterThan(3);
    expect(await page.locator('.offered-options .chosen').count()).toBeGreaterThan(5);
    expect(await faultsOfAccess(page)).toEqual([]);
  });

  it('keep their filter in the address, over a reload and a step back', async () => {
    const { page } = await openScreen(LIST);
    await says(page, '.list-count', '共 137 份');
    await page.click('.filter-bar label:has-text("现场纸质")');
    await says(page, '.list-count', '共 30 份');
    await page.selectOption('[aria-label=疑点]', 'straight-line');
    await page.waitForURL(/channel=paper&flag=straight-line$/);
    const said = await page.locator('.list-count').innerText();
    await page.reload();
    await says(page, '.list-count', said.trim());
    expect(await page.locator('[aria-label=疑点]').inputValue()).toBe('straight-line');
  });

  it('are said to be still to come where none came, and to be none of this kind where a filter leaves none', async () => {
    const { code, page, path } = await beginSurvey({}, true);
    const list = `${at.site.address}${path.replace(/\/returns.*/, '')}/results/${code}/responses`;
    await page.goto(list);
    await says(page, '.empty', '还没有收到答卷');
    await page.goto(`${list}?disposition=valid`);
    await says(page, '.empty', '没有这样的答卷');
  });

  it('say how many came in since, and show them when asked', async () => {
    const { code, page, path } = await beginSurvey({}, true);
    const questionnaire = await findQuestionnaire(at.site.store.read, 'public-general', 1);
    if (!questionnaire) throw new Error('the questionnaire is not there');
    const add = (n: number) =>
      at.site.store.write.transaction().execute((trx) =>
        storeBatch(
          trx,
          at.site.store.shard,
          Array.from({ length: n }, () => ({
            ...aResponse(code, {
              answers: { gender: 'male' },
              receivedAt: new Date().toISOString(),
            }),
            questionnaire,
          })),
        ),
      );
    await add(2);
    await page.goto(
      `${at.site.address}${path.replace(/\/returns.*/, '')}/results/${code}/responses`,
    );
    await says(page, '.list-count', '共 2 份');
    await add(3);
    await says(page, '.newer', '新收到 3 份');
    expect(await page.locator('.response-rows tbody tr').count()).toBe(2);
    await page.click('.newer');
    await says(page, '.list-count', '共 5 份');
    expect(await page.locator('.response-rows tbody tr').count()).toBe(5);
  });

  it('fit a phone, list and opened, with what decides in sight', async () => {
    const { page } = await openScreen(`${LIST}?flagged=0`);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.waitForSelector('.response-rows tbody tr');
    expect(await findCut(page)).toEqual([]);
    expect(await faultsOfAccess(page)).toEqual([]);
    await page.click('.response-rows tbody tr >> nth=0 >> a');
    await page.waitForSelector('.asked-items');
    expect(await findCut(page)).toEqual([]);
  });
});
