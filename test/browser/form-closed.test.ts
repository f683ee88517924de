import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { receiptOf } from '../../server/store/receipt.ts';
import { sampleQuestionnaire } from '../client/form/sample.ts';
import { describeInBrowser, withFormSite } from '../support/in-browser.ts';
import {
  answerSample,
  draftsKept,
  openPage,
  receiptOn,
  submit,
  tap,
  visit,
} from '../support/phone.ts';

describeInBrowser('a device that still holds something when the survey has closed', () => {
  const at = withFormSite();

  /** Answers and sends, hears nothing whether it `arrives` or not, and opens the page again once the survey has closed. */
  async function comeBack({ arrives }: { arrives: boolean }) {
    const code = await at.site.open(sampleQuestionnaire);
    const { page, context } = await visit(at.browser, at.site.url(code));
    // In the page itself: a page that is being closed tries once more, past what a test routes elsewhere.
    await page.evaluate((reaches) => {
      const send = window.fetch;
      window.fetch = async (...request) => {
        if (reaches) await send(...request);
        throw new TypeError('the connection broke');
      };
    }, arrives);
    await answerSample(page);
    await submit(page);
    await page.waitForSelector('text=会自动再试');
    await page.close();
    await at.site.close(code);
    return { code, context, ...(await openPage(context, at.site.url(code))) };
  }
  const puts = (page: Page) => {
    const urls: string[] = [];
    page.on('request', (request) => request.method() === 'PUT' && urls.push(request.url()));
    return urls;
  };

  it('hears that its response had arrived before, with the receipt', async () => {
    const { code, context, page, complaints } = await comeBack({ arrives: true });
    const number = await receiptOn(page);
    const [response] = await at.site.stored(code);
    expect(number).toBe(receiptOf(response?.id ?? ''));
    expect(await page.textContent('.box')).toContain('先前就已收到，没有重复计算');
    expect(await page.title()).toBe('谢谢，您的答卷已收到');
    expect(await draftsKept(page)).toBe(0);
    // Opened once more, the notice still shows it, and sends nothing.
    const sent = puts(page);
    await page.reload();
    expect(await receiptOn(page)).toBe(number);
    expect(sent).toEqual([]);
    expect(complaints.filter((text) => !text.includes('403'))).toEqual([]);
    await context.close();
  });

  it('is told plainly that it came too late and was not taken, and may delete it', async () => {
    const { code, context, page } = await comeBack({ arrives: false });
    await page.waitForSelector('text=您的答卷来晚了，没有收下');
    expect(await page.title()).toBe('您的答卷来晚了，没有收下');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('message');
    expect(await at.site.stored(code)).toEqual([]);
    // Kept, in case that the survey opens again, until its owner deletes it.
    expect(await draftsKept(page)).toBe(1);
    await page.tap('text=删除这台设备上的答案');
    expect(await draftsKept(page)).toBe(0);
    expect(await page.textContent('h1')).toBe('调查已经结束');
    await context.close();
  });

  it('is sent after all where the survey has opened again', async () => {
    const { code, context, page } = await comeBack({ arrives: false });
    await page.waitForSelector('text=您的答卷来晚了，没有收下');
    await at.site.reopen(code);
    await page.reload();
    await receiptOn(page);
    expect(await at.site.stored(code)).toHaveLength(1);
    await context.close();
  });

  it('goes on trying where the network fails on the notice as well', async () => {
    const code = await at.site.open(sampleQuestionnaire);
    const { page, context } = await visit(at.browser, at.site.url(code));
    let failures = 0;
    await context.route('**/responses/*', (route) => {
      failures += 1;
      return failures < 4 ? route.abort('internetdisconnected') : route.continue();
    });
    await answerSample(page);
    await submit(page);
    await page.waitForSelector('text=会自动再试');
    await at.site.close(code);
    await page.close();
    const again = await openPage(context, at.site.url(code));
    await again.page.waitForSelector('text=还有一份没有送达的答卷');
    await again.page.waitForSelector('text=您的答卷来晚了，没有收下');
    expect(failures).toBeGreaterThanOrEqual(4);
    await context.close();
  });

  it('may delete answers that were never sent, and keeps them until then', async () => {
    const code = await at.site.open(sampleQuestionnaire);
    const { page, context } = await visit(at.browser, at.site.url(code));
    await tap(page, 'gender', 'male');
    await at.site.close(code);
    const sent = puts(page);
    await page.reload();
    await page.waitForSelector('text=没有提交的答案还在');
    expect(await draftsKept(page)).toBe(1);
    await page.tap('text=删除这台设备上的答案');
    expect(await draftsKept(page)).toBe(0);
    expect(await page.isVisible('text=没有提交的答案还在')).toBe(false);
    expect(sent).toEqual([]);
    await context.close();
  });

  it('reads when it closed, in one line, also once the notice has been drawn again', async () => {
    const code = await at.site.open(sampleQuestionnaire);
    const { page, context } = await visit(at.browser, at.site.url(code), {
      viewport: { width: 320, height: 568 },
    });
    await tap(page, 'gender', 'male');
    const over = await at.site.open(sampleQuestionnaire, { closesAt: '2026-02-28T15:59:00.000Z' });
    // The draft is that of a survey which has closed by itself since.
    await page.evaluate(
      ([from, to]) => localStorage.setItem(`manping:${to}`, localStorage[`manping:${from}`]),
      [code, over],
    );
    await page.goto(at.site.url(over));
    await page.waitForSelector('text=没有提交的答案还在');
    expect(await page.textContent('#message + p')).toContain('2026-02-28 23:59（北京时间）');
    expect(await page.$eval('time', (time) => time.getClientRects().length)).toBe(1);
    await context.close();
  });

  it('that holds nothing sees the plain notice', async () => {
    const code = await at.site.open(sampleQuestionnaire);
    await at.site.close(code);
    const { page, context, complaints } = await visit(at.browser, at.site.url(code));
    expect(await page.textContent('h1')).toBe('调查已经结束');
    expect(await page.isVisible('.box-foot')).toBe(false);
    expect(complaints.filter((text) => !text.includes('403'))).toEqual([]);
    await context.close();
  });
});
