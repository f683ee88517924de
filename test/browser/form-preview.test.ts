import type { BrowserContext, BrowserContextOptions, Frame, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { screenedQuestionnaire } from '../client/form/screened.ts';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser, withWorkbenchSite } from '../support/in-browser.ts';
import { receiptOn, submit, tap } from '../support/phone.ts';
import { sitDown } from '../support/workbench-site.ts';

const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  isMobile: true,
  hasTouch: true,
  locale: 'zh-CN',
};

describeInBrowser('the preview of a questionnaire', () => {
  const at = withWorkbenchSite();
  let path: string;

  async function signedIn(options: BrowserContextOptions = PHONE) {
    const context = await at.browser.newContext(options);
    return sitDown(at.site, context, '/api/openapi.json');
  }
  const get = async (context: BrowserContext, of: string) =>
    (await context.request.get(at.site.address + of)).json();
  const received = async (context: BrowserContext) => {
    const { items } = await get(context, '/api/evaluations');
    const { surveys } = await get(context, `/api/evaluations/${items[0].id}`);
    const all = await Promise.all(
      surveys.map((each: { code: string }) => get(context, `/api/surveys/${each.code}/progress`)),
    );
    return all.map((each) => each.received);
  };

  beforeAll(async () => {
    const { context } = await signedIn();
    const { address } = at.site;
    const posted = await context.request.post(`${address}/api/questionnaires`, {
      data: { ...screenedQuestionnaire, respondentGroup: 'public' },
      headers: { origin: address },
    });
    expect([200, 201]).toContain(posted.status());
    const { items } = await get(context, '/api/evaluations');
    path = `/api/evaluations/${items[0].id}/preview/screened/1`;
    await context.close();
  });

  /** Whatever the page asks for beside itself and its files. */
  function asked(page: Page) {
    const requests: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (
        request.method() !== 'GET' ||
        !/^\/(api\/evaluations\/.*\/preview|assets)\//.test(pathname)
      )
        requests.push(`${request.method()} ${pathname}`);
    });
    return requests;
  }
  /** By origin; a preview has replaced what its own script would see. */
  const keptOnDevice = async (context: BrowserContext) => (await context.storageState()).origins;

  it('is answered and sent as on a phone, and nothing of it is stored anywhere', async () => {
    const { context, page, complaints } = await signedIn();
    const before = await received(context);
    const requests = asked(page);
    await page.goto(at.site.address + path);
    await page.waitForSelector('.live');
    await tap(page, 'services', 'library');
    await tap(page, 'services', 'none');
    expect(await page.locator('[name=services]:checked').count()).toBe(1);
    await tap(page, 'home', 'here');
    await tap(page, 'overall', 'unknown');
    await page.fill('textarea', '路灯');
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    expect(await page.locator('.preview').boundingBox()).toMatchObject({ y: 0 });
    expect(await axeFindings(page)).toEqual([]);
    await submit(page);
    expect(await receiptOn(page)).toBe('XXXX-XXXX');
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.textContent('.box')).toContain('这是预览：什么都没有保存');
    expect(await page.isVisible('.preview')).toBe(true);
    expect(requests).toEqual([]);
    expect(await keptOnDevice(context)).toEqual([]);
    expect(await received(context)).toEqual(before);
    // Opened again it knows of nothing.
    await page.reload();
    await page.waitForSelector('.live');
    expect(await page.locator(':checked').count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('shows the closing page too, and says there as well that it was a preview', async () => {
    const { context, page } = await signedIn();
    await page.goto(`${at.site.address}${path}?lang=en`);
    await page.waitForSelector('.live');
    await tap(page, 'home', 'elsewhere');
    await submit(page);
    await receiptOn(page);
    expect(await page.textContent('.box')).toMatch(/other people.*This was a preview/);
    await context.close();
  });

  it('changes to large print and to the other language, and leaves the device as it was', async () => {
    const { context, page, complaints } = await signedIn();
    const requests = asked(page);
    await page.goto(at.site.address + path);
    await page.waitForSelector('.live');
    await page.tap('.to-elder');
    await page.waitForSelector('.elder [data-size="1"]');
    await page.tap('[data-size="1"]');
    expect(await keptOnDevice(context)).toEqual([]);
    await page.tap('text=English');
    await page.waitForSelector('text=Preview: nothing is stored');
    expect(new URL(page.url()).pathname).toBe(path);
    expect(requests).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('works in a frame of the workbench, and in nobody else’s', async () => {
    const { context, page, complaints } = await signedIn({
      viewport: { width: 1280, height: 900 },
    });
    await page.goto(at.site.address);
    const framed = async () => {
      await page.evaluate((address) => {
        const frame = document.createElement('iframe');
        frame.src = address;
        frame.width = '360';
        frame.height = '740';
        document.body.prepend(frame);
      }, at.site.address + path);
      return (await (await page.waitForSelector('iframe')).contentFrame()) as Frame;
    };
    const frame = await framed();
    await frame.waitForSelector('.live');
    await frame.click('label:has([value=elsewhere])');
    await frame.click('[type=submit]');
    await frame.waitForSelector('.receipt');
    expect(await frame.textContent('.box')).toContain('这是预览');
    expect(complaints).toEqual([]);
    await page.route('http://elsewhere.example/', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<p>elsewhere</p>' }),
    );
    await page.goto('http://elsewhere.example/');
    const refused = await framed();
    await page.waitForTimeout(500);
    expect(await refused.locator('form').count()).toBe(0);
    await context.close();
  });

  it('posts nothing without script either', async () => {
    const { context, page } = await signedIn({ ...PHONE, javaScriptEnabled: false });
    await page.goto(at.site.address + path);
    const requests = asked(page);
    await tap(page, 'home', 'elsewhere');
    await submit(page);
    await page.waitForTimeout(300);
    expect(requests).toEqual([]);
    expect(await page.isVisible('text=预览：不保存任何内容')).toBe(true);
    await context.close();
  });
});
