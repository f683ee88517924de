import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { launchBrowser } from './browser.ts';

/**
 * What the tests of one describe block share. It is filled by hooks, so it is kept whole and read where a test or a later
 * hook runs: taken apart in the block itself, it would give nothing yet.
 */
export interface InBrowser<Site> {
  browser: Browser;
  site: Site;
}

export interface AtDesktop<Site> extends InBrowser<Site> {
  /** New for each test and closed after it; a test that puts another in its place closes the first. */
  context: BrowserContext;
}

/**
 * One browser and one site for the describe block that calls this: both take long to start, and tests keep apart well enough
 * by surveys and browser contexts of their own.
 */
export function inBrowser<Site extends { stop(): Promise<void> }>(
  startSite: () => Promise<Site>,
  options?: Parameters<typeof launchBrowser>[0],
): InBrowser<Site> {
  const at: Partial<InBrowser<Site>> = {};
  beforeAll(async () => {
    [at.browser, at.site] = await Promise.all([launchBrowser(options), startSite()]);
  });
  // The browser first, since a site that stops waits for requests under way. Both are missing where one failed to start.
  afterAll(async () => {
    await at.browser?.close();
    await at.site?.stop();
  });
  return at as InBrowser<Site>;
}

/** The same with a window as wide as a desk has, for each test its own, so that none is signed in by the one before it. */
export function atDesktop<Site extends { stop(): Promise<void> }>(
  startSite: () => Promise<Site>,
): AtDesktop<Site> {
  const at: InBrowser<Site> & Partial<AtDesktop<Site>> = inBrowser(startSite);
  beforeEach(async () => {
    at.context = await at.browser.newContext({ viewport: { width: 1280, height: 900 } });
  });
  afterEach(async () => {
    await at.context?.close();
  });
  return at as AtDesktop<Site>;
}
