import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { shippedQuestionnaires } from '../../server/shipped-definitions.ts';
import { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { sampleQuestionnaire } from '../client/form/sample.ts';
import { screenedQuestionnaire } from '../client/form/screened.ts';
import { describeInBrowser, withFormSite } from '../support/in-browser.ts';
import { submit, tap, visit } from '../support/phone.ts';
import { VISITORS } from '../support/wide-questionnaire.ts';

/** Texts of a length nobody tests with, one without any place to break. */
const unwieldy = Questionnaire.parse({
  ...sampleQuestionnaire,
  id: 'unwieldy',
  title: `{{department}}${'放管服改革与营商环境优化'.repeat(6)}`,
  sections: sampleQuestionnaire.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => ({
      ...item,
      text: `${'请您按照最近十二个月里的实际感受'.repeat(4)}，作答。`,
      help: 'x'.repeat(120),
      ...('options' in item && {
        options: item.options.map((option) => ({ ...option, label: 'W'.repeat(90) })),
      }),
    })),
  })),
});

describeInBrowser('the form’s layout', () => {
  const at = withFormSite();
  let code: string;

  beforeAll(async () => {
    code = await at.site.open(unwieldy);
  });

  const overflow = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  /** Elements that hold more than they show. */
  const cut = (page: Page) =>
    page.$$eval('h1, h2, legend, label, p, button, summary, .card', (elements) =>
      elements
        .filter((element) => element.scrollWidth > element.clientWidth + 1)
        .filter((element) => getComputedStyle(element).display !== 'inline')
        .map((element) => element.outerHTML.slice(0, 80)),
    );

  it.each([
    [320, '100%'],
    [360, '100%'],
    [320, '200%'],
    [1440, '200%'],
    [320, '200%', '?elder=1'],
  ])('loses nothing at %i px with text at %s %s', async (width, text, query = '') => {
    const { page, context } = await visit(at.browser, at.site.url(code) + query, {
      viewport: { width, height: 740 },
    });
    await page.evaluate((size) => {
      const { style } = document.documentElement;
      style.fontSize = `calc(${size} * 1.0625)`;
    }, text);
    // In elder mode the first tap only begins.
    if (query) await submit(page);
    await submit(page);
    await page.waitForSelector('#message');
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await cut(page)).toEqual([]);
    await context.close();
  });

  it.each([320, 360, 1440])(
    'sets what is no grade below the figures of a long scale, no harder to see, at %i px',
    async (width) => {
      const figures = Array.from({ length: 11 }, (_, n) => ({
        id: `g${10 - n}`,
        label: `${10 - n}`,
        weight: 10 - n,
      }));
      const unknown = { id: 'unknown', label: '不了解这方面的情况', scored: false };
      const scales = [{ id: 'three', outOf: 10, options: [...figures, unknown] }];
      const own = await at.site.open(
        Questionnaire.parse({ ...screenedQuestionnaire, id: 'figures', scales }),
      );
      const viewport = { width, height: 740 };
      const { page, context } = await visit(at.browser, at.site.url(own), { viewport });
      await page.waitForSelector('.live');
      const boxes = await page.$$eval('#overall_card .options span', (spans) =>
        spans.map((span) => {
          const { left, right, top, bottom, height } = span.getBoundingClientRect();
          return { left, right, top, bottom, height };
        }),
      );
      const [last, ...rest] = boxes.toReversed();
      expect(rest).toHaveLength(11);
      expect(last?.top).toBeGreaterThanOrEqual(Math.max(...rest.map(({ bottom }) => bottom)));
      expect(last?.left).toBeCloseTo(Math.min(...rest.map(({ left }) => left)), 0);
      expect(last?.right).toBeGreaterThanOrEqual(Math.max(...rest.map(({ right }) => right)) - 1);
      expect(last?.height).toBeGreaterThanOrEqual(Math.min(...rest.map(({ height }) => height)));
      // The figures stand in rows, not one below the other.
      expect(new Set(rest.map(({ top }) => top)).size).toBeLessThan(rest.length);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await cut(page)).toEqual([]);
      await context.close();
    },
  );

  it('has targets of at least 44 px, options of 56', async () => {
    const own = await at.site.open(sampleQuestionnaire);
    const { page, context } = await visit(at.browser, at.site.url(own));
    await tap(page, 'gender', 'male');
    await page.reload();
    await page.waitForSelector('.live');
    await submit(page);
    await page.waitForSelector('#message');
    const sizes = await page.$$eval('a, button, summary, textarea, .options span', (elements) =>
      elements.map((element) => {
        const { width, height } = element.getBoundingClientRect();
        return { what: element.outerHTML.slice(0, 60), width, height };
      }),
    );
    const shown = sizes.filter(({ width }) => width > 0);
    expect(shown.length).toBeGreaterThan(15);
    expect(shown.filter(({ width, height }) => width < 44 || height < 44)).toEqual([]);
    const options = shown.filter(({ what }) => what.startsWith('<span'));
    expect(options.filter(({ height }) => height < 56)).toEqual([]);
    await context.close();
  });

  it('never hides what has the focus behind the bar at the foot', async () => {
    const own = await at.site.open(sampleQuestionnaire);
    const { page, context } = await visit(at.browser, at.site.url(own), { isMobile: false });
    await page.waitForSelector('.live');
    const hidden: string[] = [];
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press('Tab');
      const behind = await page.evaluate(() => {
        const focused = document.activeElement;
        const bar = document.querySelector('.bar');
        if (!focused || focused === document.body || !bar || bar.contains(focused)) return '';
        // What is seen of a choice is the label's span beside it.
        const seen = focused instanceof HTMLInputElement ? focused.nextElementSibling : null;
        const { bottom } = (seen ?? focused).getBoundingClientRect();
        return bottom > bar.getBoundingClientRect().top + 1 ? focused.outerHTML : '';
      });
      if (behind) hidden.push(behind);
    }
    expect(hidden).toEqual([]);
    await context.close();
  });

  it.each([
    [320, '', true],
    [360, '', true],
    [360, '?elder=1', true],
    [360, '?elder=1', false],
    [1440, '', true],
    [1440, '?elder=1', false],
  ])(
    'cuts off the ring around nothing that has the focus: %i px %s, with script: %s',
    async (width, query, javaScriptEnabled) => {
      const own = await at.site.open(sampleQuestionnaire);
      const { page, context } = await visit(at.browser, at.site.url(own) + query, {
        viewport: { width, height: 740 },
        isMobile: false,
        javaScriptEnabled,
      });
      if (javaScriptEnabled) await page.waitForSelector(query ? '[data-size]' : '.live');
      const cutOff: string[] = [];
      const seen = new Set<string>();
      for (let step = 0; step < 20; step += 1) {
        await page.keyboard.press('Tab');
        const { what, sides } = await page.evaluate(() => {
          const focused = document.activeElement;
          if (!focused || focused === document.body) return { what: '', sides: [] };
          // What is seen of a choice is the label's span beside it.
          const ringed =
            (focused instanceof HTMLInputElement && focused.nextElementSibling) || focused;
          const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(ringed);
          const ring = Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset);
          const { left, right, top, bottom } = ringed.getBoundingClientRect();
          const clips = [
            { left: 0, right: document.documentElement.clientWidth, top: -1e6, bottom: 1e6 },
          ];
          for (let at = ringed.parentElement; at; at = at.parentElement) {
            const { overflow, contentVisibility } = getComputedStyle(at);
            if (overflow !== 'visible' || contentVisibility === 'auto')
              clips.push(at.getBoundingClientRect());
          }
          const sides = clips.flatMap((clip) => [
            ...(left - ring < clip.left ? ['left'] : []),
            ...(right + ring > clip.right ? ['right'] : []),
            ...(top - ring < clip.top ? ['top'] : []),
            ...(bottom + ring > clip.bottom ? ['bottom'] : []),
          ]);
          if (outlineStyle === 'none') sides.push('no ring');
          return { what: ringed.outerHTML.slice(0, 70), sides };
        });
        if (what) seen.add(what);
        if (sides.length > 0) cutOff.push(`${what} ${sides}`);
      }
      expect(cutOff).toEqual([]);
      expect(seen.size).toBeGreaterThan(4);
      await context.close();
    },
  );

  it.each([
    ['with script', true],
    ['without', false],
  ])(
    'leads to the item that a link names, though what lies before was never in sight: %s',
    async (_, javaScriptEnabled) => {
      const ecology = (await shippedQuestionnaires()).find(({ id }) => id === 'public-ecology');
      if (!ecology) throw new Error('public-ecology is not shipped');
      const own = await at.site.open(ecology);
      const { page, context } = await visit(at.browser, at.site.url(own), { javaScriptEnabled });
      await page.locator('[type=submit]').click();
      await page.waitForSelector('#message');
      for (const item of ['overall', 'gender', 'air']) {
        await page.locator(`#message a[href="#${item}_card"]`).tap();
        const card = page.locator(`#${item}_card`);
        await expect
          .poll(async () => Math.abs((await card.boundingBox())?.y ?? 999))
          .toBeLessThan(40);
      }
      await context.close();
    },
  );

  it('is as long as it seemed when all of it has been in sight', async () => {
    const own = await at.site.open(sampleQuestionnaire);
    const { page, context } = await visit(at.browser, at.site.url(own));
    const length = () => page.evaluate(() => document.documentElement.scrollHeight);
    const before = await length();
    for (let y = 0; y < before; y += 300) {
      await page.evaluate((to) => scrollTo(0, to), y);
      await page.waitForTimeout(50);
    }
    expect(Math.abs((await length()) / before - 1)).toBeLessThan(0.25);
    await context.close();
  });

  it('stands still for those who ask for less motion', async () => {
    const { page, context } = await visit(at.browser, at.site.url(code), {
      reducedMotion: 'reduce',
    });
    const moving = await page.$$eval('*', (elements) =>
      elements
        .map((element) => getComputedStyle(element))
        .filter((style) => Number.parseFloat(style.transitionDuration) > 0)
        .map((style) => style.transitionDuration),
    );
    expect(moving).toEqual([]);
    await context.close();
  });

  it('keeps both digits of a 10 on one line in elder mode, at every size of the text', async () => {
    const eleven = Questionnaire.parse({
      ...VISITORS,
      id: 'eleven',
      scales: [
        {
          id: 'five',
          outOf: 10,
          options: Array.from({ length: 11 }, (_, n) => ({
            id: `g${10 - n}`,
            label: `${10 - n}`,
            weight: 10 - n,
          })),
        },
      ],
    });
    const url = `${at.site.url(await at.site.open(eleven))}?elder=1`;
    for (const width of [320, 360, 390]) {
      const { page, context } = await visit(at.browser, url, { viewport: { width, height: 740 } });
      await page.waitForSelector('[data-size]');
      await submit(page);
      await tap(page, 'visited', 'yes');
      await submit(page);
      await tap(page, 'used', 'bus');
      await submit(page);
      for (const size of ['22px', '26px', '30px']) {
        await page.evaluate((text) => {
          document.documentElement.style.setProperty('--text', text);
        }, size);
        const heights = await page
          .locator('.cells span:visible')
          .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height));
        expect(heights).toHaveLength(11);
        expect([width, size, new Set(heights).size]).toEqual([width, size, 1]);
      }
      await context.close();
    }
  });
});
