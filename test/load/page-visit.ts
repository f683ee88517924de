import type { Browser } from 'playwright-core';
import { ANSWERABLE, answerableProbe } from './answerable.ts';

export interface Network {
  name: string;
  /** Milliseconds before the first byte of every answer. */
  latency: number;
  /** Bytes a second either way; -1 for as many as there are. */
  throughput: number;
}

/**
 * The preset that Chromium's developer tools name “Slow 3G”: 400 kbit/s, and 400 ms a round trip, taken five times for
 * every request because its connection is not slowed.
 */
export const SLOW_3G: Network = { name: 'slow 3G', latency: 2000, throughput: 50_000 };
export const UNTHROTTLED: Network = { name: 'unthrottled', latency: 0, throughput: -1 };

/** How many times slower than this machine the phone computes. */
export const CPU_SLOWDOWN = 6;

export interface PageCost {
  /** Milliseconds from navigation until the first item could be answered. */
  answerable: number;
  /** Milliseconds of script, compiling included, until the page had come to rest. */
  script: number;
  /** Bytes received, heads included. */
  bytes: number;
  /** Values of the radios on the page, in order. */
  radios: string[];
}

const PATIENCE_MS = 90_000;

/** Opens the page on a slow phone that has never seen it: nothing cached, no connection open. */
export async function visitPage(
  browser: Browser,
  { url, firstOption, network }: { url: string; firstOption: string; network: Network },
): Promise<PageCost> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
  });
  try {
    const page = await context.newPage();
    const device = await context.newCDPSession(page);
    let bytes = 0;
    device.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await device.send('Network.enable');
    await device.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: network.latency,
      downloadThroughput: network.throughput,
      uploadThroughput: network.throughput,
    });
    await device.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    await device.send('Performance.enable');
    await device.send('Runtime.enable');
    await device.send('Runtime.addBinding', { name: ANSWERABLE });
    await device.send('Page.enable');
    await device.send('Page.addScriptToEvaluateOnNewDocument', {
      source: answerableProbe(firstOption),
    });
    const answerable = new Promise<number>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`not answerable: ${url}`)), PATIENCE_MS);
      device.on('Runtime.bindingCalled', ({ name, payload }) => {
        if (name !== ANSWERABLE) return;
        clearTimeout(late);
        resolve(Number(payload));
      });
    });
    await page.goto(url, { waitUntil: 'networkidle', timeout: PATIENCE_MS });
    const cost = { answerable: await answerable, bytes };
    const { metrics } = await device.send('Performance.getMetrics');
    const seconds = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
    const script = 1000 * (seconds('ScriptDuration') + seconds('V8CompileDuration'));
    const radios = await page.$$eval('input[type=radio]', (inputs) =>
      inputs.map((input) => input.getAttribute('value') ?? ''),
    );
    return { ...cost, script, radios };
  } finally {
    await context.close();
  }
}
