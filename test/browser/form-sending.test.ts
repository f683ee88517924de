import type { Page, Route } from 'playwright-core';
import { expect, it } from 'vitest';
import { sampleQuestionnaire } from '../client/form/sample.ts';
import { describeInBrowser, withFormSite } from '../support/in-browser.ts';
import {
  answerSample,
  draftsKept,
  openPage,
  receiptOn,
  SAMPLE_ANSWERS,
  submit,
  visit,
} from '../support/phone.ts';

describeInBrowser('sending from the form', () => {
  const at = withFormSite();

  /** Meets each sending with the next of these, in turn, and lets all further ones through. */
  async function meet(page: Page, ...faults: ((route: Route) => Promise<unknown>)[]) {
    const urls: string[] = [];
    const bodies: (string | null)[] = [];
    await page.route('**/api/surveys/*/responses/*', async (route) => {
      urls.push(route.request().url());
      bodies.push(route.request().postData());
      const fault = faults.shift();
      await (fault ? fault(route) : route.continue());
    });
    return { urls, bodies };
  }
  const offline = (route: Route) => route.abort('internetdisconnected');
  const serverError = (route: Route) => route.fulfill({ status: 500, body: '{}' });
  /** The server stores it, and its answer is lost on the way. */
  const lostAnswer = async (route: Route) => {
    await route.fetch();
    await route.abort('connectionreset');
  };

  it('stores one response however often the button is tapped', async () => {
    const code = await at.site.open(sampleQuestionnaire);
    const { page, context, complaints } = await visit(at.browser, at.site.url(code));
    await answerSample(page);
    const { urls } = await meet(page, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await page.evaluate(() => {
      const button = document.querySelector<HTMLButtonElement>('[type=submit]');
      button?.click();
      button?.click();
      button?.click();
    });
    expect(await page.textContent('[role=status]')).toBe('正在提交…');
    await receiptOn(page);
    expect(urls).toHaveLength(1);
    expect((await at.site.stored(code)).map(({ answers }) => answers)).toEqual([SAMPLE_ANSWERS]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('tries again by itself, under the same id and with the same content', async () => {
    const code = await at.site.open(sampleQuestionnaire);
    const { page, context } = await visit(at.browser, at.site.url(code));
    const { urls, bodies } = await meet(page, offline, serverError);
    await answerSample(page);
    await submit(page);
    await page.waitForSelector('text=会自动再试');
    // What is being sent can no longer be changed.
    expect(await page.isDisabled('[name="gender"]')).toBe(true);
    await receiptOn(page);
    expect(urls).toHaveLength(3);
    expect(new Set(urls).size).toBe(1);
    expect(new Set(bodies).size).toBe(1);
    const stored = await at.site.stored(code);
    expect(stored.map(({ id }) => id)).toEqual([urls[0]?.split('/').at(-1)]);
    expect(await draftsKept(page)).toBe(0);
    await context.close();
  });

  it('is tried at once when the respondent asks or the network is back', async () => {
    const code = await at.site.open(sampleQuestionnaire);
    const { page, context } = await visit(at.browser, at.site.url(code));
    const { urls } = await meet(page, offline, offline, offline, offline);
    await answerSample(page);
    await submit(page);
    for (const attempts of [1, 2, 3]) {
      await expect.poll(() => urls.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(attempts);
      await page.waitForSelector('text=现在再试');
      await page.tap('text=现在再试');
    }
    await expect.poll(() => urls.length).toBe(4);
    await page.waitForSelector('text=现在再试');
    const before = Date.now();
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await receiptOn(page);
    // The fourth pause would have been six seconds at least.
    expect(Date.now() - before).toBeLessThan(4_000);
    await context.close();
  });

  it('is stored once where the answer of the server was lost', async () => {
    const code = await at.site.open(sampleQuestionnaire);
    const { page, context } = await visit(at.browser, at.site.url(code));
    await meet(page, lostAnswer);
    await answerSample(page);
    await submit(page);
    await receiptOn(page);
    expect(await at.site.stored(code)).toHaveLength(1);
    await context.close();
  });

  it('goes on after the tab was closed, once the page is open again', async () => {
    const code = await at.site.open(sampleQuestionnaire);
    const { page, context } = await visit(at.browser, at.site.url(code));
    await meet(page, lostAnswer, ...Array(50).fill(offline));
    await answerSample(page);
    await submit(page);
    await page.waitForSelector('text=会自动再试');
    const [first] = await at.site.stored(code);
    await page.close();
    const again = await openPage(context, at.site.url(code));
    await receiptOn(again.page);
    expect((await at.site.stored(code)).map(({ id }) => id)).toEqual([first?.id]);
    expect(await draftsKept(again.page)).toBe(0);
    await context.close();
  });

  it('brings the server’s objections back beside their items, to be put right and sent', async () => {
    const code = await at.site.open(sampleQuestionnaire);
    const { page, context } = await visit(at.browser, at.site.url(code));
    const objection = JSON.stringify({ errors: [{ item: 'overall', code: 'unknown-option' }] });
    const { urls } = await meet(page, (route) =>
      route.fulfill({ status: 422, contentType: 'application/problem+json', body: objection }),
    );
    await answerSample(page);
    await submit(page);
    await page.waitForSelector('#message');
    expect(await page.textContent('#overall_error')).toBe('第 3 题的答案没有认出来，请重新作答');
    expect(await page.isDisabled('[name="overall"]')).toBe(false);
    await submit(page);
    await receiptOn(page);
    // Nothing had been stored under the first id, and other content may not go under it.
    expect(new Set(urls).size).toBe(2);
    expect(await at.site.stored(code)).toHaveLength(1);
    await context.close();
  });

  it('is told plainly where other content had arrived under its id', async () => {
    const code = await at.site.open(sampleQuestionnaire);
    const { page, context } = await visit(at.browser, at.site.url(code));
    await meet(page, async (route) => {
      const body = JSON.stringify({ answers: { ...SAMPLE_ANSWERS, gender: 'male' } });
      await route.fetch({ postData: body });
      await route.continue();
    });
    await answerSample(page);
    await submit(page);
    await page.waitForSelector('#message');
    expect(await page.textContent('#message')).toContain('先前已经收到');
    expect(await page.isVisible('[type=submit]')).toBe(false);
    expect((await at.site.stored(code)).map(({ answers }) => answers['gender'])).toEqual(['male']);
    expect(await draftsKept(page)).toBe(1);
    await context.close();
  });
});
