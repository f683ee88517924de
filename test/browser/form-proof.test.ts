import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleQuestionnaire } from '../client/form/sample.ts';
import { findChromium, launchBrowser } from '../support/browser.ts';
import { type FormSite, startFormSite } from '../support/form-site.ts';
import { answerSample, receiptOn, SAMPLE_ANSWERS, submit, visit } from '../support/phone.ts';

describe.skipIf(!findChromium())('a survey that asks for a proof of work, in Chromium', () => {
  let browser: Browser;
  let site: FormSite;
  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), startFormSite()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  it('gets it from a script that is loaded only then, and the response is stored once', async () => {
    const code = await site.open(sampleQuestionnaire, { proofOfWork: true });
    const asked: string[] = [];
    const { page, context } = await visit(browser, site.url(code));
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await answerSample(page);
    expect(asked.filter((path) => path.includes('proof'))).toEqual([]);
    await submit(page);
    expect(await receiptOn(page)).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(asked.filter((path) => /^\/assets\/form-proof-\w+\.js$/.test(path))).toHaveLength(1);
    expect(await site.stored(code)).toMatchObject([{ answers: SAMPLE_ANSWERS, flags: [] }]);
    await context.close();
  });

  it('is sent later where the script could not be had at first', async () => {
    const code = await site.open(sampleQuestionnaire, { proofOfWork: true });
    let refused = 0;
    const { page, context } = await visit(browser, site.url(code), {
      prepare: (phone) =>
        phone.route('**/assets/form-proof-*', (route) => {
          refused += 1;
          return refused === 1 ? route.abort() : route.continue();
        }),
    });
    await answerSample(page);
    await submit(page);
    expect(await receiptOn(page)).not.toBeNull();
    expect(refused).toBe(2);
    expect(await site.stored(code)).toHaveLength(1);
    await context.close();
  });

  it('says without script that it needs one', async () => {
    const code = await site.open(sampleQuestionnaire, { proofOfWork: true });
    const { page, context } = await visit(browser, site.url(code), { javaScriptEnabled: false });
    expect(await page.innerText('noscript, .notice.warn')).toContain('JavaScript');
    await context.close();
  });
});
