import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { withWorkbenchSite } from '../support/in-browser.ts';
import {
  describeOnPaper,
  type Paper,
  printedGreys,
  printedInOrder,
  printedSheets,
} from '../support/printed.ts';
import { quiet } from '../support/quiet.ts';
import { answer, examplePath, sitDown } from '../support/workbench-site.ts';

const UPRIGHT: Paper = { landscape: false };
const ACROSS: Paper = { landscape: true };
const PAPERS = [
  ['upright', UPRIGHT, 'light', '中文'],
  ['across', ACROSS, 'dark', '中文'],
  ['upright', UPRIGHT, 'dark', 'English'],
  ['across', ACROSS, 'light', 'English'],
] as const;

/** Without spaces: the words of a cell may be set over several lines. */
const squeezed = (text: string) => text.replace(/\s+/g, '');
const missingIn = (text: string, wanted: readonly string[]) => {
  const all = squeezed(text);
  return wanted.filter((one) => !all.includes(squeezed(one)));
};
const times = (text: string, what: RegExp) => [...text.matchAll(what)].length;

describeOnPaper('the workbench on paper', () => {
  const at = withWorkbenchSite();

  async function atDesk(
    colorScheme: 'light' | 'dark',
    language: '中文' | 'English',
    look: (page: Page, example: string) => Promise<void>,
  ): Promise<void> {
    const context = await at.browser.newContext({
      viewport: { width: 1280, height: 900 },
      colorScheme,
    });
    try {
      const { page } = await sitDown(at.site, context);
      if (language === 'English') await page.click('text=English');
      await page.waitForSelector(language === 'English' ? 'text=中文' : 'text=English');
      await quiet(page);
      await look(page, await examplePath(at.site, context));
    } finally {
      await context.close();
    }
  }

  const show = async (page: Page, path: string, there: string) => {
    await page.goto(at.site.address + path);
    await page.waitForSelector(there);
    await quiet(page);
  };
  const asked = async (page: Page, path: string, language: string) => {
    const answer = await page.request.get(`${at.site.address}/api${path}`, {
      headers: { 'accept-language': language === 'English' ? 'en' : 'zh-CN' },
    });
    return answer.json();
  };

  it.each(PAPERS)(
    'holds the whole scoring table %s: heads, 36 indicators with their numbers, the total once',
    (_, paper, scheme, language) =>
      atDesk(scheme, language, async (page, example) => {
        await show(page, `${example}/scoring`, '.indicator');
        const heads = await page.locator('.scoring-table thead th').allInnerTexts();
        expect(heads).toHaveLength(9);
        const rows = await page.locator('.scoring-table tbody tr').allInnerTexts();
        expect(await page.locator('.indicator').count()).toBe(36);
        const [total = ''] = await page.locator('.scoring-table tfoot tr').allInnerTexts();
        const text = await printedInOrder(page, paper);
        expect(missingIn(text, rows)).toEqual([]);
        expect(squeezed(text).split(squeezed(total))).toHaveLength(2);
        const sheets = await printedSheets(page, paper);
        // Each sheet of the table says what its columns are.
        for (const sheet of sheets.filter((one) => /\b[A-D]\d{3}\b/.test(one))) {
          expect(missingIn(sheet, heads)).toEqual([]);
        }
      }),
    60_000,
  );

  it.each(PAPERS)(
    'holds all results %s: the chart with every segment, each option with its count and share',
    (_, paper, scheme, language) =>
      atDesk(scheme, language, async (page, example) => {
        await show(page, `${example}/results/pubeca34`, '.scale-chart');
        const segments = await page
          .locator('.scale-segments i:not(:empty), .scale-slivers span')
          .allInnerTexts();
        expect(segments.length).toBeGreaterThan(16);
        const text = await printedInOrder(page, paper);
        const { items } = await asked(page, '/surveys/pubeca34/results', language);
        const { id: written } = items.find(({ type }: { type: string }) => type === 'text');
        const texts = await asked(page, `/surveys/pubeca34/texts?item=${written}`, language);
        for (const { topic, options, base, satisfaction } of items) {
          expect(missingIn(text, [topic])).toEqual([]);
          for (const { label, count, percent } of options) {
            const numbers = percent && satisfaction ? `${count} +${percent.display}` : `${count}`;
            expect([topic, label, times(text, new RegExp(`${numbers}(?!\\d)`, 'g')) > 0]).toEqual([
              topic,
              label,
              true,
            ]);
          }
          expect(missingIn(text, [String(base), satisfaction?.display ?? ''])).toEqual([]);
        }
        expect(missingIn(text, segments)).toEqual([]);
        expect(
          missingIn(
            text,
            texts.items.map((each: { text: string }) => each.text),
          ),
        ).toEqual([]);
      }),
    60_000,
  );

  it.each(PAPERS)(
    'holds every response that is listed, and the filter in force, %s',
    (_, paper, scheme, language) =>
      atDesk(scheme, language, async (page, example) => {
        await show(
          page,
          `${example}/results/pubeca34/responses?channel=online&disposition=valid`,
          '.response-rows',
        );
        const ids = await page.locator('.response-rows .receipt').allInnerTexts();
        expect(ids).toHaveLength(50);
        const filter = await page.locator('.segments label:has(:checked)').allInnerTexts();
        const others = await page.locator('.segments label:not(:has(:checked))').allInnerTexts();
        const text = await printedInOrder(page, paper);
        expect(missingIn(text, [...ids, ...filter])).toEqual([]);
        expect(missingIn(text, [others[1] ?? ''])).toHaveLength(1);
      }),
    60_000,
  );

  it.each(PAPERS)(
    'holds the returns of every channel and day, the chart’s as a table, %s',
    (_, paper, scheme, language) =>
      atDesk(scheme, language, async (page, example) => {
        // Days are known of a survey that was collected here, as this one is.
        await answer(at.site, 'pubeca67');
        for (const code of ['pubeca34', 'pubeca67']) {
          await show(page, `${example}/returns/${code}`, '.channel-table');
          const text = await printedInOrder(page, paper);
          const { byChannel } = await asked(page, `/surveys/${code}/progress`, language);
          for (const { received, valid } of byChannel) {
            expect(times(text, new RegExp(`\\b${received}\\s+${valid}\\b`, 'g'))).toBeGreaterThan(
              0,
            );
          }
        }
        const text = await printedInOrder(page, paper);
        const days = await page.locator('.arrival-table tbody th').allTextContents();
        expect(days.length).toBeGreaterThan(0);
        expect(missingIn(text, days)).toEqual([]);
        expect(await page.locator('details[open]').count()).toBe(0);
      }),
    60_000,
  );

  const PRESSED =
    ':is(.button, .link-button, .rail, .masthead, .segments label:not(:has(:checked))):visible';

  /** What each screen has to say on paper, and how to find it on the screen. */
  const SCREENS = [
    ['/', '.evaluation-name a, .evaluation-score, .table thead th'],
    ['/evaluations/new', '.field .label'],
    ['/definitions', '.versions a'],
    ['/definitions/questionnaires/public-ecology/1', '.facts :is(dt, dd), .composite-in-words p'],
    [
      '/definitions/indicator-systems/shuozhou-2019-ecology/1',
      '.indicator-card :is(h4 > span, li)',
    ],
    ['/details', '.facts :is(dt, dd)'],
    ['/questionnaires', '.questionnaires :is(tbody th a, thead th:not(:last-child))'],
    ['/questionnaires/public-ecology/1', '.item-text p, .option-list li, .rules li'],
    ['/questionnaires/public-ecology/1/new-survey', '.field .label'],
    ['/returns', '.surveys :is(tbody th a, thead th)'],
    ['/returns/pubeca67', '.survey-numbers dt, .facts :is(dt, dd), .plan-history td'],
    ['/results/staff234', '.item-table :is(caption, tbody td)'],
    ['/scoring?indicator=C301', '.score-trace li'],
  ] as const;

  it.each(PAPERS)(
    'holds what every other screen says, its name and the time, and nothing to press, %s',
    (_, paper, scheme, language) =>
      atDesk(scheme, language, async (page, example) => {
        for (const [screen, said] of SCREENS) {
          const path = /^\/((evaluations|definitions).*)?$/.test(screen)
            ? screen
            : example + screen;
          await show(page, path, said);
          const wanted = await page.locator(said).allInnerTexts();
          const name = await page.locator('h1').innerText();
          const text = await printedInOrder(page, paper);
          expect([screen, missingIn(text, [name, ...wanted])]).toEqual([screen, []]);
          expect(text).toMatch(/(打印于|Printed) \d{4}-\d\d-\d\d \d\d:\d\d/);
          await page.emulateMedia({ media: 'print' });
          expect([screen, await page.locator(PRESSED).count()]).toEqual([screen, 0]);
          await page.emulateMedia({ media: null });
        }
      }),
    90_000,
  );

  it('sets ink on white, also where the screen is dark', () =>
    atDesk('dark', '中文', async (page, example) => {
      await show(page, `${example}/scoring`, '.indicator');
      for (const greys of await printedGreys(page)) {
        const all = greys.reduce((sum, n) => sum + n, 0);
        expect((greys[255] ?? 0) / all).toBeGreaterThan(0.8);
        expect(greys.slice(0, 64).reduce((sum, n) => sum + n, 0)).toBeGreaterThan(100);
      }
    }));
});
