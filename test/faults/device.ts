import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openPage, visit } from '../support/phone.ts';

/** What a device believes of one response: read from what it wrote down, in order. */
export interface Believed {
  id: string;
  /** JSON of what it sends. */
  bodies: Set<string>;
  /** Numbers that it was told. */
  receipts: Set<string>;
}

/** A phone whose pages can be lost and opened again. */
export interface Device {
  context: BrowserContext;
  /** The page that its owner looks at. */
  page(): Page;
  /** Another page of the survey, which is looked at from now on. */
  openAnother(): Promise<Page>;
  /** Closes the page or lets it crash, and all its others, and opens the survey anew. */
  lose(crash: boolean): Promise<void>;
  log(): Promise<Believed[]>;
}

/**
 * Runs in each page before its own script. The script's clock runs faster for pauses, so that forty runs end within minutes, and
 * each note it makes of a response is copied into a log beside it.
 */
function watch() {
  const timeout = 20_000;
  const { setTimeout } = window;
  Object.assign(window, {
    setTimeout: (act: () => void, ms = 0) => setTimeout(act, ms === timeout ? 1500 : ms / 50),
  });
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (key: string, value: string) {
    const { sending, receipt } = key.startsWith('manping:') ? JSON.parse(value) : {};
    // Before the note itself: a tab may be killed between the two.
    if (sending || receipt) {
      const log = JSON.parse(this.getItem('log') ?? '[]');
      setItem.call(this, 'log', JSON.stringify([...log, { sending, receipt }]));
    }
    setItem.call(this, key, value);
  };
}

export async function startDevice(browser: Browser, url: string): Promise<Device> {
  const { context, ...first } = await visit(browser, url, {
    prepare: (phone) => phone.addInitScript(watch),
  });
  let { page } = first;
  const openAnother = async () => {
    ({ page } = await openPage(context, url));
    return page;
  };
  return {
    context,
    page: () => page,
    openAnother,
    async lose(crash) {
      for (const one of context.pages()) {
        if (crash) await letCrash(context, one);
        await one.close();
      }
      await openAnother();
    },
    async log() {
      const text = await page.evaluate(() => localStorage.getItem('log') ?? '[]');
      const entries: { sending?: { id: string; body: string }; receipt?: string }[] =
        JSON.parse(text);
      const believed: Believed[] = [];
      for (const { sending, receipt } of entries) {
        const last = believed.at(-1);
        if (receipt) last?.receipts.add(receipt);
        if (!sending) continue;
        if (last?.id === sending.id) last.bodies.add(sending.body);
        else
          believed.push({ id: sending.id, bodies: new Set([sending.body]), receipts: new Set() });
      }
      return believed;
    },
  };
}

async function letCrash(context: BrowserContext, page: Page): Promise<void> {
  const crashed = new Promise((resolve) => page.once('crash', resolve));
  const protocol = await context.newCDPSession(page);
  // The page that is told to crash does not live to answer.
  void protocol.send('Page.crash').catch(() => {});
  await crashed;
}
