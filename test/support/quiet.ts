import type { Page } from 'playwright-core';

const QUIET_MS = 300;

/**
 * Waits until the page is whole and has been answered nothing more for a moment. Playwright's own "networkidle" waits for
 * ever where a line stays open on which news come.
 */
export async function quiet(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.querySelector('.loading'));
  const answered = () => page.evaluate(() => performance.getEntriesByType('resource').length);
  for (let before = -1, now = await answered(); now !== before; now = await answered()) {
    before = now;
    await page.waitForTimeout(QUIET_MS);
  }
}
