import { existsSync } from 'node:fs';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

const KNOWN = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * Path of the Chromium that browser tests drive: CHROMIUM_PATH, else the first of the usual places; undefined where there
 * is none. With CI=true a missing one is an error, since nothing may be left out there.
 */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  const found = (named ? [named] : KNOWN).find((candidate) => existsSync(candidate));
  if (!found && process.env['CI'] === 'true') {
    throw new Error('no Chromium found: set CHROMIUM_PATH');
  }
  return found;
}

/** A headless Chromium that talks to nobody but the page under test. The caller closes it. */
export async function launchBrowser(
  options: Pick<LaunchOptions, 'ignoreDefaultArgs'> = {},
): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium found: set CHROMIUM_PATH');
  return chromium.launch({
    ...options,
    executablePath,
    headless: true,
    args: [
      '--headless',
      // A browser as people in China have it; a context with another locale says so.
      '--lang=zh-CN',
      '--accept-lang=zh-CN,zh',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
