import type { Page, Request } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sampleQuestionnaire } from '../client/form/sample.ts';
import { describeInBrowser, withFormSite } from '../support/in-browser.ts';
import {
  answerSample,
  draftsKept,
  openPage,
  receiptOn,
  SAMPLE_ANSWERS,
  submit,
  tap,
  visit,
} from '../support/phone.ts';

describeInBrowser('coming back to the form', () => {
  // Playwright switches the back-forward cache off unless it is told not to.
  const at = withFormSite({ ignoreDefaultArgs: ['--disable-back-forward-cache'] });

  async function answered() {
    const code = await at.site.open(sampleQuestionnaire);
    const visited = await visit(at.browser, at.site.url(code));
    await answerSample(visited.page);
    return { code, url: at.site.url(code), ...visited };
  }
  const puts = (page: Page) => {
    const urls: string[] = [];
    page.on('request', (request) => request.method() === 'PUT' && urls.push(request.url()));
    return urls;
  };

  /** Hands a page's response in by a connection that is no browser's. */
  async function hand(request: Request) {
    const answer = await fetch(request.url(), {
      method: 'PUT',
      body: request.postData(),
      headers: { 'content-type': 'application/json' },
    });
    return { status: answer.status, body: await answer.text() };
  }

  it('shows the receipt after a reload and on opening the link again, and sends nothing more', async () => {
    const { code, url, page, context } = await answered();
    await submit(page);
    const number = await receiptOn(page);
    const sent = puts(page);
    await page.reload();
    expect(await receiptOn(page)).toBe(number);
    expect(await page.title()).toBe('谢谢，您的答卷已收到');
    expect(await page.isVisible('[type=submit]')).toBe(false);
    const { page: other } = await openPage(context, `${url}?lang=en`);
    const sentThere = puts(other);
    expect(await receiptOn(other)).toBe(number);
    // Of the answers nothing is left on the device.
    expect(await draftsKept(other)).toBe(0);
    expect([...sent, ...sentThere]).toEqual([]);
    expect(await at.site.stored(code)).toHaveLength(1);
    await context.close();
  });

  it('lets the next person on the same phone answer, offered plainly, not by a single tap', async () => {
    const { code, page, context } = await answered();
    await submit(page);
    const number = await receiptOn(page);
    expect(await page.isVisible('text=另填一份新的答卷')).toBe(false);
    await page.tap('text=还有别人要用这台设备填写');
    const offer = await page.locator('text=另填一份新的答卷').boundingBox();
    expect(offer?.height).toBeGreaterThanOrEqual(44);
    await page.tap('text=另填一份新的答卷');
    expect(await page.isChecked('[name="gender"][value="female"]')).toBe(false);
    expect(await page.textContent('.state')).toContain('已答 0 / 4 题');
    await answerSample(page);
    await tap(page, 'gender', 'male');
    await submit(page);
    await expect.poll(() => receiptOn(page)).not.toBe(number);
    const stored = await at.site.stored(code);
    expect(stored.map(({ answers }) => answers['gender']).toSorted()).toEqual(['female', 'male']);
    await context.close();
  });

  it('offers that without script as well', async () => {
    const code = await at.site.open(sampleQuestionnaire);
    const { page, context } = await visit(at.browser, at.site.url(code), {
      javaScriptEnabled: false,
    });
    await answerSample(page);
    await submit(page);
    await receiptOn(page);
    await page.tap('text=还有别人要用这台设备填写');
    await page.tap('text=另填一份新的答卷');
    await page.waitForSelector('[type=submit]');
    expect(await page.isChecked('[name="gender"][value="female"]')).toBe(false);
    await context.close();
  });

  it('in a second tab finds the answers of the first, and its receipt once it has sent', async () => {
    const { code, url, page, context } = await answered();
    const { page: other } = await openPage(context, url);
    await other.waitForSelector('.live');
    expect(await other.isChecked('[name="gender"][value="female"]')).toBe(true);
    await tap(page, 'gender', 'male');
    await expect.poll(() => other.isChecked('[name="gender"][value="male"]')).toBe(true);
    await submit(page);
    const number = await receiptOn(page);
    expect(await receiptOn(other)).toBe(number);
    expect(await at.site.stored(code)).toHaveLength(1);
    await context.close();
  });

  it('in two tabs does not send twice, not even where neither has heard of the other', async () => {
    const { code, url, page, context } = await answered();
    const { page: other } = await openPage(context, url);
    await other.waitForSelector('.live');
    // Deaf to what the other tab tells.
    await other.evaluate(() => {
      addEventListener('storage', (event) => event.stopImmediatePropagation(), true);
    });
    await other.evaluate(() => dispatchEvent(new Event('storage')));
    const bodies: string[] = [];
    await context.route('**/responses/*', async (route) => {
      bodies.push(`${route.request().url()} ${route.request().postData()}`);
      await new Promise((resolve) => setTimeout(resolve, 500));
      await route.continue();
    });
    await Promise.all([
      page.evaluate(() => document.querySelector<HTMLButtonElement>('[type=submit]')?.click()),
      other.waitForTimeout(100).then(() =>
        other.evaluate(() => {
          const field = document.querySelector<HTMLTextAreaElement>('[name="improve"]');
          if (field && !field.disabled) field.value = '另一页';
          document.querySelector<HTMLButtonElement>('[type=submit]')?.click();
        }),
      ),
    ]);
    expect(await receiptOn(page)).toBe(await receiptOn(other));
    expect(new Set(bodies).size).toBe(1);
    expect((await at.site.stored(code)).map(({ answers }) => answers)).toEqual([SAMPLE_ANSWERS]);
    await context.close();
  });

  it('out of the back-forward cache stands where the device stands', async () => {
    const { code, url, page, context } = await answered();
    await page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => {
        document.documentElement.dataset['persisted'] = String(persisted);
      });
    });
    const persisted = () => page.getAttribute('html', 'data-persisted');
    await page.goto('about:blank');
    // Meanwhile it is sent from another page. The browser would not keep the first one if that brought a cookie.
    const { page: other } = await openPage(context, url);
    await other.route('**/responses/*', async (route) => {
      const { status, body } = await hand(route.request());
      await route.fulfill({ status, body });
    });
    await submit(other);
    const number = await receiptOn(other);
    const sent = puts(page);
    await page.goBack({ waitUntil: 'commit' });
    await expect.poll(persisted).toBe('true');
    expect(await receiptOn(page)).toBe(number);
    expect(sent).toEqual([]);
    expect(await at.site.stored(code)).toHaveLength(1);
    await context.close();
  });

  describe('on a device that keeps nothing', () => {
    const full = () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    };
    const denied = () => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    };

    it.each([
      ['since it is full', full],
      ['since it may not', denied],
    ])(
      'loses the answers with the page, as it said, but not by a reload: %s',
      async (_, unable) => {
        const code = await at.site.open(sampleQuestionnaire);
        const { page, context, complaints } = await visit(at.browser, at.site.url(code), {
          prepare: (device) => device.addInitScript(unable),
        });
        expect(await page.textContent('.notice')).toContain('不能暂存答案');
        await answerSample(page);
        await page.reload();
        await page.waitForSelector('.live');
        expect(await page.isChecked('[name="overall"][value="satisfied"]')).toBe(true);
        const { page: other } = await openPage(context, at.site.url(code));
        await other.waitForSelector('.live');
        expect(await other.isChecked('[name="overall"][value="satisfied"]')).toBe(false);
        expect(complaints).toEqual([]);
        await context.close();
      },
    );

    it.each([
      ['since it is full', full],
      ['since it may not', denied],
    ])('sends once, though it is reloaded while it sends: %s', async (_, unable) => {
      const code = await at.site.open(sampleQuestionnaire);
      const { page, context, complaints } = await visit(at.browser, at.site.url(code), {
        prepare: (device) => device.addInitScript(unable),
      });
      await answerSample(page);
      // It arrives, and nobody hears that it did.
      await page.route('**/responses/*', async (route) => {
        await route.fetch();
        await route.abort('internetdisconnected');
      });
      await submit(page);
      await page.waitForSelector('.bar [type=button]');
      await page.unroute('**/responses/*');
      await page.reload();
      const number = await receiptOn(page);
      expect((await at.site.stored(code)).map(({ answers }) => answers)).toEqual([SAMPLE_ANSWERS]);
      await page.reload();
      expect(await receiptOn(page)).toBe(number);
      expect(complaints.filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
      await context.close();
    });

    it('sends once in elder mode too, where every step is a page of the history', async () => {
      const code = await at.site.open(sampleQuestionnaire);
      const { page, context } = await visit(at.browser, `${at.site.url(code)}?elder=1`, {
        prepare: (device) => device.addInitScript(full),
      });
      await submit(page);
      await tap(page, 'gender', 'female');
      await submit(page);
      await tap(page, 'matters', 'advice');
      await page.goBack();
      await page.reload();
      await page.waitForSelector('.live');
      expect(await page.isChecked('[name="gender"][value="female"]')).toBe(true);
      expect(await page.isChecked('[name="matters"][value="advice"]')).toBe(true);
      expect(await page.isVisible('[name="gender"]')).toBe(true);
      await submit(page);
      await submit(page);
      await tap(page, 'overall', 'satisfied');
      await submit(page);
      await submit(page);
      await receiptOn(page);
      expect((await at.site.stored(code)).map(({ answers }) => answers)).toEqual([SAMPLE_ANSWERS]);
      await page.goBack();
      await receiptOn(page);
      // Nothing of the answers is left, in no entry that has been shown since.
      expect(await page.evaluate(() => JSON.stringify(history.state))).not.toContain('satisfied');
      await page.reload();
      await receiptOn(page);
      expect(await at.site.stored(code)).toHaveLength(1);
      await context.close();
    });
  });
});
