import type { Browser, BrowserContext } from 'playwright-core';
import { afterEach, beforeEach, describe } from 'vitest';
import { findChromium, launchBrowser } from './browser.ts';
import { type FormSite, startFormSite } from './form-site.ts';
import { shared } from './shared.ts';
import { startWorkbenchSite, type WorkbenchSite } from './workbench-site.ts';

/** A describe block that is skipped where there is no Chromium. */
export const describeInBrowser = describe.skipIf(!findChromium());

type Options = Parameters<typeof launchBrowser>[0];

/** What the tests of one describe block share: both take long to start, and tests keep apart well enough without. */
export interface InBrowser<Site> {
  browser: Browser;
  site: Site;
}

export interface AtDesktop<Site> extends InBrowser<Site> {
  /** New for each test and closed after it; a test that puts another in its place closes the first. */
  context: BrowserContext;
}

/** One browser for the describe block that calls this. */
export function withBrowser(options?: Options): Pick<InBrowser<unknown>, 'browser'> {
  return shared(async () => {
    const browser = await launchBrowser(options);
    return { browser, close: () => browser.close() };
  });
}

/** A browser and the site that respondents meet; tests keep apart by surveys and browser contexts of their own. */
export function withFormSite(options?: Options): InBrowser<FormSite> {
  return inBrowser(startFormSite, options);
}

/** A browser and the site that evaluators meet, with the worked example in it. */
export function withWorkbenchSite(): InBrowser<WorkbenchSite> {
  return inBrowser(startWorkbenchSite);
}

/** The same with a window as wide as a desk has, for each test its own, so that none is signed in by the one before it. */
export function withWorkbenchWindow(): AtDesktop<WorkbenchSite> {
  const at: InBrowser<WorkbenchSite> & Partial<AtDesktop<WorkbenchSite>> = withWorkbenchSite();
  beforeEach(async () => {
    at.context = await at.browser.newContext({ viewport: { width: 1280, height: 900 } });
  });
  afterEach(async () => {
    await at.context?.close();
  });
  return at as AtDesktop<WorkbenchSite>;
}

function inBrowser<Site extends { stop(): Promise<void> }>(
  startSite: () => Promise<Site>,
  options?: Options,
): InBrowser<Site> {
  return shared(async () => {
    const [browser, site] = await Promise.all([launchBrowser(options), startSite()]);
    return {
      browser,
      site,
      // The browser first, since a site that stops waits for requests under way.
      async close() {
        await browser.close();
        await site.stop();
      },
    };
  });
}
