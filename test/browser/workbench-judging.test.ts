import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, withWorkbenchWindow } from '../support/in-browser.ts';
import { findCut } from '../support/nothing-cut.ts';
import { atSurveyPage } from '../support/survey-page.ts';
import { COLLEAGUE, says, sitDown, withRole } from '../support/workbench-site.ts';

const FLAGGED = 30;

describeInBrowser('judging in Chromium', () => {
  const at = withWorkbenchWindow();
  const { beginSurvey, call, faultsOfAccess } = atSurveyPage(at);

  /** A survey that so many answered within seconds, and three took their time for; somebody at its flagged responses. */
  async function flaggedSurvey(flagged = FLAGGED) {
    const desk = await beginSurvey({}, true);
    const form = await (await fetch(`${at.site.address}/api/surveys/${desk.code}/form`)).json();
    const answers = Object.fromEntries(
      form.questionnaire.items
        .filter(({ options }: { options?: object }) => options)
        .map(({ id, options }: { id: string; options: { id: string }[] }, n: number) => [
          id,
          options[n % 2]?.id,
        ]),
    );
    for (let n = 0; n < flagged + 3; n += 1) {
      const seconds = n < flagged ? 3 : 600;
      const sent = await fetch(
        `${at.site.address}/api/surveys/${desk.code}/responses/${randomUUID()}`,
        {
          method: 'PUT',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            answers,
            point: 'p1',
            startedAt: new Date(Date.now() - seconds * 1000).toISOString(),
          }),
        },
      );
      expect(sent.status).toBe(201);
    }
    const list = `${desk.path.replace(/\/returns.*/, '')}/results/${desk.code}/responses`;
    const open = (query = '') => desk.page.goto(`${at.site.address}${list}${query}`);
    return { ...desk, list, open };
  }
  const dispositions = async (code: string) => {
    const rows = await at.site.store.read
      .selectFrom('responses')
      .select(['disposition', 'ruled'])
      .where('survey_code', '=', code)
      .execute();
    const n: Record<string, number> = {};
    for (const { disposition } of rows) n[disposition] = (n[disposition] ?? 0) + 1;
    return { n, overruled: rows.filter(({ ruled }) => ruled !== null).length };
  };
  const rowsOf = (page: Page) => page.locator('.response-rows tbody tr');
  const pressAll = async (page: Page, ...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const reasonField = '.decision-form [name=reason]';

  it('goes through thirty flagged responses by keys alone, from the filter to the last, and the results follow', async () => {
    const { code, page, open, list, complaints } = await flaggedSurvey();
    await open('?flagged=1');
    await says(page, '.list-count', `共 ${FLAGGED} 份`);
    const receipts = await page.locator('.response-rows .receipt').allInnerTexts();
    expect(receipts).toHaveLength(FLAGGED);
    await pressAll(page, 'j', 'Enter');
    await says(page, 'h2', receipts[0] ?? '');
    await says(page, '.judging', '规则判定');
    await says(page, '.judging', '疑点只作提示');
    // Nothing was decided here before: the reason is typed once for each of the first three.
    for (const [n, key, reason] of [
      [0, '2', '三秒答完，不可信'],
      [1, '1', '电话核实过'],
      [2, '4', '等回电'],
    ] as const) {
      await says(page, 'h2', receipts[n] ?? '');
      await page.waitForSelector('.decision-form');
      // Without a reason nothing is saved, and the field has the focus.
      await pressAll(page, key, 'Enter');
      await page.waitForFunction(() => document.activeElement?.matches('[name=reason]'));
      await page.keyboard.insertText(reason);
      if (n === 0) {
        // A wrong key leads away, and back to what was typed.
        await pressAll(page, 'Escape', 'j');
        await says(page, 'h2', receipts[1] ?? '');
        await page.keyboard.press('k');
        await says(page, 'h2', receipts[0] ?? '');
        await page.waitForSelector('.decision-form');
        expect(await page.inputValue(reasonField)).toBe(reason);
        await page.keyboard.press('r');
      }
      await page.keyboard.press('Enter');
      await says(page, 'h2', receipts[n + 1] ?? '');
    }
    // From now on each takes three keys, and each reason keeps its own.
    for (let n = 3; n < FLAGGED; n += 1) {
      await says(page, 'h2', receipts[n] ?? '');
      await page.waitForSelector('.decision-form');
      const [key, reasonKey, reason] = (
        [
          ['2', '5', '三秒答完，不可信'],
          ['1', '6', '电话核实过'],
          ['4', '7', '等回电'],
        ] as const
      )[n % 3] ?? ['', '', ''];
      await pressAll(page, key, reasonKey);
      expect(await page.inputValue(reasonField)).toBe(reason);
      await page.keyboard.press('Enter');
    }
    await says(page, '.decision-form .said', '这是列表里的最后一份');
    await says(page, '.judgements', '由有效改判为待核实');
    await says(page, '.judgements', '等回电');
    expect(await dispositions(code)).toEqual({
      n: { valid: 13, invalid: 10, 'on-hold': 10 },
      overruled: FLAGGED,
    });
    await page.keyboard.press('Escape');
    await page.waitForURL(/flagged=1&at=/);
    await page.waitForFunction(
      (receipt) => document.activeElement?.textContent === receipt,
      receipts.at(-1),
    );
    expect(await page.locator('.response-rows .overruled').count()).toBe(FLAGGED);
    await page.goto(`${at.site.address}${list.replace('/responses', '')}`);
    await says(page, 'main', /n\s=\s13/);
    expect(complaints).toEqual([]);
  }, 120_000);

  it('chooses lines by keys and decides about them at once, says what became of each, and takes it back', async () => {
    const { code, page, open, complaints } = await flaggedSurvey(8);
    await open('?flagged=1');
    await says(page, '.list-count', '共 8 份');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await says(page, '.chosen-count', '已选 1 份');
    await pressAll(page, 'j', 'j', 'ArrowDown', 'Shift+X');
    await says(page, '.chosen-count', '已选 4 份');
    await page.keyboard.press('k');
    await page.keyboard.press('Space');
    await says(page, '.chosen-count', '已选 3 份');
    const focused = await page.evaluate(() => document.activeElement?.textContent);
    // A wrong key goes nowhere, and typing is typing.
    await pressAll(page, '2', 'r');
    await page.keyboard.type('x2 太快jk', { delay: 1 });
    expect(await page.inputValue(reasonField)).toBe('x2 太快jk');
    await page.keyboard.press('Escape');
    await says(page, '.chosen-count', '已选 3 份');
    await page.keyboard.press('Enter');
    await says(page, '.chosen-count', '改判 3 份。');
    expect(await page.evaluate(() => document.activeElement?.textContent)).not.toBe('');
    expect(await rowsOf(page).count()).toBe(8);
    expect(await page.locator('.response-rows .overruled').count()).toBe(3);
    await says(page, '.overruled-why', 'admin：x2 太快jk');
    expect((await dispositions(code)).n).toEqual({ valid: 8, invalid: 3 });
    expect(focused).toBeTruthy();

    // The same once more with the others: three of them had been judged so.
    await page.click('.choosing-line button');
    await says(page, '.chosen-count', '已选 8 份');
    await pressAll(page, '2', '5');
    expect(await page.inputValue(reasonField)).toBe('x2 太快jk');
    await page.locator('.decision-form button[type=submit]').click();
    await says(page, '.chosen-count', '改判 5 份，3 份原来就是这样。');
    expect((await dispositions(code)).n).toEqual({ valid: 3, invalid: 8 });

    // The same for another reason is a decision as well.
    await page.click('.choosing-line button');
    await pressAll(page, '2', 'r');
    await page.keyboard.insertText('再核对过');
    await page.keyboard.press('Enter');
    await says(page, '.chosen-count', '维持 8 份。');

    await page.click('.choosing-line button');
    await page.keyboard.press('0');
    await page.locator('.decision-form button[type=submit]').click();
    await says(page, '.chosen-count', '改判 8 份。');
    expect(await dispositions(code)).toEqual({ n: { valid: 11 }, overruled: 0 });
    expect(await page.locator('.response-rows .overruled').count()).toBe(0);
    expect(complaints).toEqual([]);
  }, 60_000);

  it('shows what another evaluator decided in between, keeps what was typed, and lets it stand in its place', async () => {
    const { code, page, open } = await flaggedSurvey(1);
    await open('?flagged=1');
    await page.click('.response-rows .receipt');
    await page.waitForSelector('.decision-form');
    await pressAll(page, '2', 'r');
    await page.keyboard.insertText('我认为太快');
    const other = await at.browser.newContext();
    await sitDown(at.site, other, '/', COLLEAGUE);
    const id = page.url().replace(/\?.*/, '').split('/').at(-1);
    const judged = await other.request.patch(`${at.site.address}/api/responses/${id}`, {
      data: { disposition: 'on-hold', reason: '先放一放' },
    });
    expect(judged.status()).toBe(200);
    await page.keyboard.press('Enter');
    await says(page, '.judged-meanwhile', `${COLLEAGUE} 刚刚`);
    await says(page, '.judged-meanwhile', '由有效改判为待核实 先放一放');
    expect(await page.inputValue(reasonField)).toBe('我认为太快');
    expect((await dispositions(code)).n).toEqual({ valid: 3, 'on-hold': 1 });
    // What was typed survives leaving the page as well.
    await page.reload();
    await page.waitForSelector('.decision-form');
    expect(await page.inputValue(reasonField)).toBe('我认为太快');
    await page.locator('.decision-form button[type=submit]').click();
    await says(page, '.judgements', '由待核实改判为无效');
    await says(page, '.judgements', '由有效改判为待核实');
    expect((await dispositions(code)).n).toEqual({ valid: 3, invalid: 1 });
    await page.keyboard.press('0');
    await page.keyboard.press('Enter');
    await says(page, '.judgements', '交还规则');
    expect(await dispositions(code)).toEqual({ n: { valid: 4 }, overruled: 0 });
    await other.close();
  }, 60_000);

  it('is offered to nobody who may not judge, and to nobody once the evaluation is archived', async () => {
    const { code, id, list, page, open } = await flaggedSurvey(1);
    const { username } = await withRole(at.site, 'viewer', [id]);
    const other = await at.browser.newContext();
    const desk = await sitDown(at.site, other, list, username);
    await says(desk.page, '.empty', '不包括查看单份答卷');
    expect(await desk.page.locator('.decision-form, .choose-one').count()).toBe(0);
    await other.close();
    await call('post', `surveys/${code}/close`);
    await call('patch', `evaluations/${id}`, { archived: true });
    await open();
    await page.waitForSelector('.response-rows');
    expect(await page.locator('.choose-one, .choosing-line, .judging-bar').count()).toBe(0);
    await page.click('.response-rows .receipt');
    await page.waitForSelector('.judging');
    expect(await page.locator('.decision-form').count()).toBe(0);
  }, 60_000);

  it.each([
    [360, 740],
    [390, 844],
    [1440, 900],
  ])(
    'is whole and within reach at %i by %i, in the list and on the response',
    async (width, height) => {
      const { page, open } = await flaggedSurvey(6);
      await page.setViewportSize({ width, height });
      await open();
      await page.click('.validity-rules summary');
      await says(page, '.validity-rules', '作答时间不足');
      await says(page, '.validity-rules', '可能一人多答');
      expect(await findCut(page)).toEqual([]);
      expect(await faultsOfAccess(page)).toEqual([]);
      await page.click('.validity-rules summary');
      await page.locator('.choose-one').nth(3).click();
      await page.locator('.choose-one').nth(4).click();
      await page.locator('.decision .segments label', { hasText: '无效' }).click();
      await page.fill(reasonField, '太快，又是同一台设备，抽查时答卷人说没有填过');
      expect(await findCut(page)).toEqual([]);
      expect(await faultsOfAccess(page)).toEqual([]);
      await page.locator('.decision-form button[type=submit]').click();
      await says(page, '.chosen-count', '改判 2 份');
      expect(await findCut(page)).toEqual([]);
      await page.locator('.response-rows tr:has(.overruled) a').first().click();
      await page.waitForSelector('.decision-form');
      await page.locator('.decision .segments label', { hasText: '待核实' }).click();
      await page.locator('.last-reasons button').waitFor();
      expect(await findCut(page)).toEqual([]);
      expect(await faultsOfAccess(page)).toEqual([]);
      await page.click('text=English');
      await says(page, '.judging', 'By the rules');
      expect(await findCut(page)).toEqual([]);
    },
    60_000,
  );
});
