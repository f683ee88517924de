import type { BrowserContextOptions, Page } from 'playwright-core';
import type { FormSite } from './form-site.ts';
import { receiptOn, submit } from './phone.ts';

/** A state that the respondent's page can be in, and the way there from the page as first opened. */
export interface FormState {
  name: string;
  /** How the phone is set. */
  options?: BrowserContextOptions;
  /** Added to the address. */
  query?: string;
  /** Before the page is opened. */
  prepare?: (site: FormSite, code: string) => Promise<void>;
  reach: (page: Page) => Promise<void>;
}

/** Every state that respondents meet, in the order of the gallery. */
export const FORM_STATES: readonly FormState[] = [
  { name: 'empty', reach: async () => {} },
  {
    name: 'answered',
    reach: async (page) => {
      await answerFirst(page, 2);
    },
  },
  {
    name: 'errors',
    reach: async (page) => {
      await answerFirst(page, 7);
      await submit(page);
      await page.waitForSelector('#message');
    },
  },
  {
    name: 'sent',
    reach: async (page) => {
      await answerFirst(page);
      await submit(page);
      await receiptOn(page);
    },
  },
  {
    name: 'offline',
    reach: async (page) => {
      await page.route('**/api/**', (route) => route.abort('internetdisconnected'));
      await answerFirst(page);
      await submit(page);
      await page.waitForSelector('.bar [type=button]');
    },
  },
  {
    name: 'closed',
    prepare: (site, code) => site.close(code),
    reach: async () => {},
  },
  {
    name: 'elder',
    query: '?elder=1',
    reach: async (page) => {
      await submit(page);
      await answerFirst(page, 1);
      await submit(page);
      await answerFirst(page, 1);
    },
  },
  {
    name: 'dark',
    options: { colorScheme: 'dark' },
    reach: async (page) => {
      await answerFirst(page, 3);
    },
  },
];

/** Chooses the second option of the items that show, as many as are wanted; conditional items come to show on the way. */
export async function answerFirst(page: Page, wanted = Number.POSITIVE_INFINITY): Promise<void> {
  await page.waitForSelector('.live');
  await page.evaluate((most) => {
    const open = '.card:not([hidden]):not(:has(:checked)) label + label';
    for (let answered = 0; answered < most; answered += 1) {
      const label = document.querySelector<HTMLElement>(open);
      if (!label) return;
      label.click();
    }
    // Nobody has used a keyboard.
    (document.activeElement as HTMLElement).blur();
  }, wanted);
}
