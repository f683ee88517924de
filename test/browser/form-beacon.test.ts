import type { Page, Request } from 'playwright-core';
import { expect, it, vi } from 'vitest';
import { readFormSteps } from '../../server/store/form-steps.ts';
import { sampleQuestionnaire } from '../client/form/sample.ts';
import { describeInBrowser, withFormSite } from '../support/in-browser.ts';
import { answerSample, openPage, receiptOn, submit, tap, visit } from '../support/phone.ts';

const STEP = '**/api/surveys/*/steps/*';
const NONE = { opened: 0, 'first-answer': 0, sent: 0 };

describeInBrowser('how far somebody gets with the form', () => {
  const at = withFormSite();
  const open = () => at.site.open(sampleQuestionnaire);
  const counted = (code: string) => readFormSteps(at.site.store.read, code);
  const soon = (code: string, steps: object) =>
    vi.waitFor(async () => expect(await counted(code)).toEqual({ ...NONE, ...steps }), 5_000);
  /** What a page asks for from now on. */
  const asked = (page: Page): Request[] => {
    const requests: Request[] = [];
    page.on('request', (request) => requests.push(request));
    return requests;
  };
  const lastOf = (request: Request) => new URL(request.url()).pathname.split('/').slice(-1)[0];
  const sendAll = async (page: Page) => {
    await answerSample(page);
    await submit(page);
    await receiptOn(page);
  };
  /** As a phone does when another app comes to the front. */
  const hide = (page: Page) =>
    page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: true, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
      Object.defineProperty(document, 'hidden', { value: false });
      document.dispatchEvent(new Event('visibilitychange'));
    });

  it('is not asked about before the first answer, and then counted step by step', async () => {
    const code = await open();
    const { page, context, complaints } = await visit(at.browser, 'about:blank');
    const requests = asked(page);
    await page.goto(at.site.url(code));
    await page.mouse.wheel(0, 2000);
    await page.waitForTimeout(300);
    expect(requests.map(lastOf)).toEqual([code]);
    await tap(page, 'gender', 'female');
    await soon(code, { opened: 1, 'first-answer': 1 });
    await sendAll(page);
    await soon(code, { opened: 1, 'first-answer': 1, sent: 1 });
    const [form, opened, first, put, sent] = requests;
    expect([form, opened, first, sent].map((each) => each && lastOf(each))).toEqual([
      code,
      'opened',
      'first-answer',
      'sent',
    ]);
    expect(put?.method()).toBe('PUT');
    expect(requests).toHaveLength(5);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is counted once a device, whoever uses it, also after a reload and by another page', async () => {
    const code = await open();
    const { page, context } = await visit(at.browser, at.site.url(code));
    await tap(page, 'gender', 'female');
    await soon(code, { opened: 1, 'first-answer': 1 });
    await page.reload();
    await sendAll(page);
    await soon(code, { opened: 1, 'first-answer': 1, sent: 1 });
    // A second respondent on the same device.
    await page.tap('.again summary');
    await page.tap('.again a');
    await sendAll(page);
    const other = await openPage(context, at.site.url(code));
    await hide(other.page);
    await page.waitForTimeout(300);
    expect(await at.site.stored(code)).toHaveLength(2);
    expect(await counted(code)).toEqual({ opened: 1, 'first-answer': 1, sent: 1 });
    // Each survey is counted by itself.
    const another = await open();
    await other.page.goto(at.site.url(another));
    await tap(other.page, 'gender', 'male');
    await soon(another, { opened: 1, 'first-answer': 1 });
    await context.close();
  });

  it.each([
    ['is hidden', hide],
    ['is left', (page: Page) => page.goto(at.site.origin)],
    ['is closed', (page: Page) => page.close({ runBeforeUnload: true })],
  ])('counts as opened where the page %s without an answer', async (_, leave) => {
    const code = await open();
    const { page, context } = await visit(at.browser, at.site.url(code));
    await leave(page);
    await soon(code, { opened: 1 });
    await context.close();
  });

  it('says nothing of who: no cookie though the device has one, no body, no address of the page', async () => {
    const code = await open();
    const { page, context } = await visit(at.browser, at.site.url(code));
    await sendAll(page);
    await soon(code, { opened: 1, 'first-answer': 1, sent: 1 });
    expect((await context.cookies()).map(({ name }) => name)).toEqual([`manping-answered-${code}`]);
    // Of the device, but not of its storage: it counts again.
    await page.evaluate(() => localStorage.clear());
    const requests = asked(page);
    await page.goto(`${at.site.url(code)}?k=SECRET`);
    await tap(page, 'gender', 'female');
    await soon(code, { opened: 2, 'first-answer': 2, sent: 1 });
    const beacons = requests.filter((request) => request.url().includes('/steps/'));
    expect(beacons).toHaveLength(2);
    for (const beacon of beacons) {
      const headers = await beacon.allHeaders();
      expect(headers['cookie']).toBeUndefined();
      expect(headers['referer']).toBeUndefined();
      expect(beacon.postData()).toBeNull();
    }
    const form = requests.find((request) => request.url().includes('/s/'));
    expect((await form?.allHeaders())?.['cookie']).toContain('manping-answered');
    await context.close();
  });

  it('never holds a response up, though nobody answers it or the network fails', async () => {
    for (const fault of ['hangs', 'fails'] as const) {
      const code = await open();
      const { page, context } = await visit(at.browser, at.site.url(code));
      await page.route(STEP, (route) => (fault === 'fails' ? route.abort() : undefined));
      await sendAll(page);
      expect(await at.site.stored(code)).toHaveLength(1);
      expect(await counted(code)).toEqual(NONE);
      await context.close();
    }
  });

  it('is sent only once the response has arrived', async () => {
    const code = await open();
    const { page, context } = await visit(at.browser, at.site.url(code));
    await page.route('**/responses/*', (route) => route.abort());
    await answerSample(page);
    await submit(page);
    await page.waitForSelector('text=会自动再试');
    await soon(code, { opened: 1, 'first-answer': 1 });
    await page.unroute('**/responses/*');
    await receiptOn(page);
    await soon(code, { opened: 1, 'first-answer': 1, sent: 1 });
    await context.close();
  });

  it('is counted once a page where the device stores nothing', async () => {
    const code = await open();
    const { page, context, complaints } = await visit(at.browser, at.site.url(code), {
      prepare: (device) =>
        device.addInitScript(() => {
          Object.defineProperty(window, 'localStorage', {
            get() {
              throw new DOMException('denied', 'SecurityError');
            },
          });
        }),
    });
    await sendAll(page);
    await hide(page);
    await soon(code, { opened: 1, 'first-answer': 1, sent: 1 });
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each([
    ['in large print', '?elder=1'],
    ['in English', '?lang=en'],
  ])('counts like any other %s', async (_, query) => {
    const code = await open();
    const { page, context } = await visit(at.browser, at.site.url(code) + query);
    if (query.includes('elder')) await submit(page);
    await tap(page, 'gender', 'female');
    await soon(code, { opened: 1, 'first-answer': 1 });
    await context.close();
  });

  it('counts nothing without script, nor on the page that says it is closed', async () => {
    const code = await open();
    const { page, context } = await visit(at.browser, at.site.url(code), {
      javaScriptEnabled: false,
    });
    const requests = asked(page);
    await answerSample(page);
    await page.goto('about:blank');
    await context.close();
    await at.site.close(code);
    const closed = await visit(at.browser, at.site.url(code));
    const more = asked(closed.page);
    await hide(closed.page);
    await closed.page.waitForTimeout(300);
    await closed.context.close();
    expect([...requests, ...more].filter((each) => each.url().includes('/steps/'))).toEqual([]);
    expect(await counted(code)).toEqual(NONE);
  });
});
