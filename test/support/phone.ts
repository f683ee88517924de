import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** The smallest phone that is promised: 360 px wide, touched, in Chinese. */
const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  isMobile: true,
  hasTouch: true,
  locale: 'zh-CN',
};

export interface Visit {
  page: Page;
  /** The device: what it keeps outlives its pages. */
  context: BrowserContext;
  /** Errors that the page threw or logged. */
  complaints: string[];
}

/** A new phone, or what the options make of it, with nothing kept on it. The caller closes its context. */
export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions & { prepare?: (context: BrowserContext) => Promise<unknown> } = {},
): Promise<Visit> {
  const { prepare, ...changed } = options;
  const context = await browser.newContext({ ...PHONE, ...changed });
  await prepare?.(context);
  return { context, ...(await openPage(context, url)) };
}

/** Another page on the same phone. */
export async function openPage(
  context: BrowserContext,
  url: string,
): Promise<Pick<Visit, 'page' | 'complaints'>> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(url);
  return { page, complaints };
}

export const tap = (page: Page, item: string, option: string) =>
  page.tap(`label:has([name="${item}"][value="${option}"])`);

export const submit = (page: Page) => page.tap('[type=submit]');

/** The receipt number, once it is there. */
export async function receiptOn(page: Page): Promise<string | null> {
  await page.waitForSelector('.receipt');
  return page.textContent('.receipt');
}

/** Answers whatever the sample questionnaire (test/client/form/sample.ts) requires. */
export async function answerSample(page: Page): Promise<void> {
  await tap(page, 'gender', 'female');
  await tap(page, 'matters', 'advice');
  await tap(page, 'overall', 'satisfied');
}
export const SAMPLE_ANSWERS = { gender: 'female', matters: ['advice'], overall: 'satisfied' };

/** How many drafts the device keeps that hold answers, or a response that is not known to have arrived. */
export const draftsKept = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const drafts = Object.keys(localStorage).map((key) =>
      JSON.parse(localStorage.getItem(key) ?? ''),
    );
    return drafts.filter((kept) => kept?.sending || Object.keys(kept?.answers ?? {}).length > 0)
      .length;
  });
