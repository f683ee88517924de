import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { shippedQuestionnaires } from '../../server/shipped-definitions.ts';
import { describeInBrowser, withFormSite } from '../support/in-browser.ts';
import { visit } from '../support/phone.ts';

describeInBrowser('the form’s Chinese type', () => {
  const at = withFormSite();
  const codes: string[] = [];

  beforeAll(async () => {
    for (const questionnaire of await shippedQuestionnaires()) {
      codes.push(await at.site.open(questionnaire));
    }
  });

  /** Every visible paragraph, heading, legend and label as the lines it is set in. */
  const linesOf = (page: Page) =>
    page.evaluate(() => {
      const blocks = document.querySelectorAll(
        'h1, h2, p, dd, dt, summary, .phrases, .options span',
      );
      return [...blocks].map((block) => {
        const lines: string[] = [];
        let bottom = Number.NEGATIVE_INFINITY;
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const text = node.nodeValue ?? '';
          let offset = 0;
          for (const character of text) {
            const range = document.createRange();
            range.setStart(node, offset);
            offset += character.length;
            range.setEnd(node, offset);
            const box = range.getBoundingClientRect();
            if (box.width === 0) continue;
            // A new line is one that begins below the middle of the last.
            if (box.top > bottom - 4) lines.push('');
            bottom = Math.max(bottom, box.bottom);
            lines.push((lines.pop() ?? '') + character);
          }
        }
        return lines.map((line) => line.trim()).filter((line) => line);
      });
    });

  it.each([
    [320, ''],
    [360, ''],
    [390, ''],
    [768, ''],
    [1440, ''],
    [360, '?elder=1'],
  ])('hangs no punctuation at %i px %s', async (width, query) => {
    for (const code of codes) {
      const { page, context } = await visit(at.browser, at.site.url(code) + query, {
        javaScriptEnabled: true,
        viewport: { width, height: 740 },
      });
      await page.waitForSelector('.live');
      await page.evaluate(() => {
        for (const element of document.querySelectorAll<HTMLElement>('[hidden]'))
          element.hidden = false;
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      const blocks = await linesOf(page);
      expect(blocks.filter((lines) => lines.length > 1).length).toBeGreaterThan(2);
      const after = blocks.flatMap((lines) => lines.slice(1));
      expect(after.filter((line) => /^[，。、；：？！）》」』”’…]/.test(line))).toEqual([]);
      const before = blocks.flatMap((lines) => lines.slice(0, -1));
      expect(before.filter((line) => /[（《「『“‘]$/.test(line))).toEqual([]);
      // Nor is one character left over for a line of its own.
      const last = blocks.flatMap((lines) => (lines.length > 1 ? lines.slice(-1) : []));
      expect(last.filter((line) => /^\p{Script=Han}[，。、；：？！）]?$/u.test(line))).toEqual([]);
      await context.close();
    }
  });

  it('is set in the system’s own fonts, and nothing is fetched for it', async () => {
    const { page, context } = await visit(at.browser, at.site.url(codes[0] ?? ''));
    expect(await page.evaluate(() => document.fonts.size)).toBe(0);
    const family = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
    expect(family).toMatch(/^system-ui, .*sans-serif$/);
    await context.close();
  });

  it('leaves the text size to the reader and to WeChat', async () => {
    const { page, context } = await visit(at.browser, at.site.url(codes[0] ?? ''));
    const viewport = await page.getAttribute('meta[name=viewport]', 'content');
    expect(viewport).not.toMatch(/user-scalable|maximum-scale/);
    const adjust = () =>
      page.evaluate(() =>
        getComputedStyle(document.documentElement).getPropertyValue('text-size-adjust'),
      );
    expect(await adjust()).toBe('100%');
    await context.close();
  });
});
