import type { Page } from 'playwright-core';
import { quiet } from './quiet.ts';

/** What a screen offers to press or to fill in besides links, each by what a reader hears of it. */
export type Controls = readonly string[];

/** A request that something came of which nobody should have met. */
export type Refusal = string;

/**
 * Walks from these addresses over every link of the workbench that is on screen, opening whatever folds, and looks at each
 * screen once. Answers what stood on it to be pressed, and what was asked of the server that was refused or was no GET.
 */
export async function walk(
  page: Page,
  address: string,
  from: readonly string[],
  look: (path: string, controls: Controls) => void | Promise<void>,
): Promise<Refusal[]> {
  const refusals = refusalsOn(page);
  const seen = new Set<string>();
  const ahead = [...from];
  for (let next = ahead.shift(); next !== undefined; next = ahead.shift()) {
    await page.goto(address + next);
    await rest(page);
    await unfold(page);
    // Where it led to, which may be elsewhere.
    const reached = pathOf(page.url().slice(address.length));
    await look(reached, await controlsOn(page));
    seen.add(kindOf(next)).add(kindOf(reached));
    for (const path of await linksOn(page, address)) {
      if (!seen.has(kindOf(path)) && !ahead.some((one) => kindOf(one) === kindOf(path)))
        ahead.push(path);
    }
  }
  return refusals();
}

/** From now on: what a page asks of the server that is refused, or is no GET; each with the screen it was asked on. */
export function refusalsOn(page: Page): () => Refusal[] {
  const refusals: Refusal[] = [];
  const add = (what: string) => refusals.push(`${page.url()}: ${what}`);
  page.on('request', (request) => {
    if (request.method() !== 'GET') add(`${request.method()} ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) add(`${response.status()} ${response.url()}`);
  });
  return () => refusals;
}

const pathOf = (path: string) => path.replace(/[?#].*$/, '');
/** Of a survey's responses, which are alike, one is looked at. */
const kindOf = (path: string) => pathOf(path).replace(/\/responses\/[^/]+$/, '/responses/one');

async function rest(page: Page): Promise<void> {
  await page.waitForSelector('main :is(h1, h2)');
  await quiet(page);
}

async function unfold(page: Page): Promise<void> {
  for (const fold of await page.locator('details:not([open]) > summary').all()) {
    if (await fold.isVisible()) await fold.click();
  }
  const opens = page.locator('.disclosure');
  if ((await opens.count()) > 0) await opens.first().click();
  await quiet(page);
}

async function linksOn(page: Page, address: string): Promise<string[]> {
  const links = await page
    .locator('a[href]')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  return links
    .filter((link) => link.startsWith(`${address}/`))
    .map((link) => link.slice(address.length))
    .filter((path) => !/^\/(s|api|assets)\//.test(path));
}

/** Controls by their label; where a group has one, by the group's, so that a filter is one thing whatever it offers. */
function controlsOn(page: Page): Promise<string[]> {
  return page
    .locator('button, input, select, textarea, [contenteditable=true], [role=button]')
    .evaluateAll((all) => [
      ...new Set(
        all
          .filter((control) => control.checkVisibility())
          .map((control) => {
            const group = control.closest('[role=group], [role=radiogroup], fieldset');
            const named = (element: Element | null | undefined) =>
              element?.getAttribute('aria-label') ??
              element?.querySelector('legend')?.textContent?.trim();
            if (control.classList.contains('disclosure')) return 'disclosure';
            const { labels } = control as HTMLInputElement;
            // Without what a choice offers, which stands in the label, too.
            const own = [...(labels?.[0]?.childNodes ?? [])].map((node) =>
              node === control ? '' : node.textContent,
            );
            return (
              (group && named(group)) ||
              control.getAttribute('aria-label') ||
              own.join('').trim() ||
              control.textContent?.trim() ||
              control.outerHTML.slice(0, 120)
            );
          }),
      ),
    ]);
}
