import type { Route } from 'playwright-core';
import { expect, it } from 'vitest';
import { sampleQuestionnaire } from '../client/form/sample.ts';
import { describeInBrowser, withFormSite } from '../support/in-browser.ts';
import { answerSample, receiptOn, SAMPLE_ANSWERS, submit, visit } from '../support/phone.ts';

describeInBrowser('a survey that asks for a proof of work, in Chromium', () => {
  const at = withFormSite();

  it('gets it from a script that is loaded only then, and the response is stored once', async () => {
    const code = await at.site.open(sampleQuestionnaire, { proofOfWork: true });
    const asked: string[] = [];
    const { page, context } = await visit(at.browser, at.site.url(code));
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await answerSample(page);
    expect(asked.filter((path) => path.includes('proof'))).toEqual([]);
    await submit(page);
    expect(await receiptOn(page)).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(asked.filter((path) => /^\/assets\/form-proof-\w+\.js$/.test(path))).toHaveLength(1);
    expect(await at.site.stored(code)).toMatchObject([{ answers: SAMPLE_ANSWERS, flags: [] }]);
    await context.close();
  });

  it('computes it calmly, and without the crypto.subtle that a page over plain http lacks', async () => {
    const code = await at.site.open(sampleQuestionnaire, { proofOfWork: true });
    const { page, context } = await visit(at.browser, at.site.url(code), {
      prepare: (phone) =>
        phone.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined })),
    });
    let letThrough = () => {};
    const held = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    await page.route('**/challenge?*', async (route) => {
      await held;
      await route.continue();
    });
    await answerSample(page);
    await submit(page);
    await page.waitForSelector('[role=status]:has-text("验证计算")');
    expect(await page.isDisabled('[name="gender"]')).toBe(true);
    letThrough();
    await receiptOn(page);
    expect(await at.site.stored(code)).toHaveLength(1);
    await context.close();
  });

  it('asks for none where the response had arrived, and goes on where the way to it fails', async () => {
    const code = await at.site.open(sampleQuestionnaire, { proofOfWork: true });
    const { page, context } = await visit(at.browser, at.site.url(code));
    // Asked for a proof; the challenge is not heard; asked again; then stored with its proof, and not heard.
    const through = (route: Route) => route.continue();
    const unheard = async (route: Route) => {
      await route.fetch();
      await route.abort('connectionreset');
    };
    const ways = [through, through, unheard];
    await page.route('**/responses/*', (route) => (ways.shift() ?? through)(route));
    let challenges = 0;
    await page.route('**/challenge?*', (route) => {
      challenges += 1;
      return challenges === 1 ? route.abort('connectionreset') : route.continue();
    });
    await answerSample(page);
    await submit(page);
    await receiptOn(page);
    expect(ways).toEqual([]);
    expect(challenges).toBe(2);
    expect(await at.site.stored(code)).toHaveLength(1);
    await context.close();
  });

  it('alone brings the address of the script for it', async () => {
    const plain = await at.site.open(sampleQuestionnaire);
    const { page, context } = await visit(at.browser, at.site.url(plain));
    expect(await page.content()).not.toContain('form-proof');
    await context.close();
  });

  it('is sent later where the script could not be had at first', async () => {
    const code = await at.site.open(sampleQuestionnaire, { proofOfWork: true });
    let refused = 0;
    const { page, context } = await visit(at.browser, at.site.url(code), {
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
    expect(await at.site.stored(code)).toHaveLength(1);
    await context.close();
  });

  it('says without script that it needs one', async () => {
    const code = await at.site.open(sampleQuestionnaire, { proofOfWork: true });
    const { page, context } = await visit(at.browser, at.site.url(code), {
      javaScriptEnabled: false,
    });
    expect(await page.innerText('noscript, .notice.warn')).toContain('JavaScript');
    await context.close();
  });
});
