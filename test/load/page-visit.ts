import type { Browser } from 'playwright-core';
import { ANSWERABLE, answerableProbe, THROWN } from './answerable.ts';
import { type BarePage, openBarePage } from './bare-page.ts';
import type { Coding } from './static-site.ts';

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

interface Visit {
  url: string;
  /** The value of the first radio of the first item. */
  firstOption: string;
  network: Network;
  /** The only coding that the browser takes; by itself it takes gzip from everywhere, and Brotli where it trusts the connection. */
  coding?: Coding;
}

/** Opens the page on a slow phone that has never seen it: nothing cached, no connection open. */
export async function visitPage(
  browser: Browser,
  { url, firstOption, network, coding }: Visit,
): Promise<PageCost> {
  const page = await openBarePage(browser);
  let late: NodeJS.Timeout | undefined;
  try {
    const tooLate = new Promise<never>((_, reject) => {
      late = setTimeout(() => reject(new Error(`not answerable in time: ${url}`)), PATIENCE_MS);
    });
    await becomePhone(page, network, coding);
    await page.send('Page.addScriptToEvaluateOnNewDocument', {
      source: answerableProbe(firstOption),
    });
    let bytes = 0;
    page.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await Promise.race([restAt(page, url), tooLate]);
    const answerable = await Promise.race([evaluate<number>(page, ANSWERABLE), tooLate]);
    const thrown = await evaluate<string[]>(page, THROWN);
    if (thrown.length > 0) throw new Error(`${url} threw: ${thrown.join('; ')}`);
    const { metrics } = await page.send('Performance.getMetrics');
    const seconds = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
    const script = 1000 * (seconds('ScriptDuration') + seconds('V8CompileDuration'));
    const radios = await evaluate<string[]>(
      page,
      `[...document.querySelectorAll('input[type=radio]')].map(({ value }) => value)`,
    );
    return { answerable, script, bytes, radios };
  } finally {
    clearTimeout(late);
    await page.close();
  }
}

async function becomePhone(page: BarePage, network: Network, coding?: Coding): Promise<void> {
  await page.send('Emulation.setDeviceMetricsOverride', {
    width: 360,
    height: 740,
    deviceScaleFactor: 2,
    mobile: true,
  });
  await page.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  await page.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  await page.send('Network.enable');
  await page.send('Network.setExtraHTTPHeaders', {
    headers: { 'Accept-Language': 'zh-CN', ...(coding && { 'Accept-Encoding': coding }) },
  });
  await page.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: network.latency,
    downloadThroughput: network.throughput,
    uploadThroughput: network.throughput,
  });
  await page.send('Page.enable');
  await page.send('Page.setLifecycleEventsEnabled', { enabled: true });
  await page.send('Performance.enable');
}

/** Goes there and waits until the page has loaded and nothing has been fetched for half a second. */
async function restAt(page: BarePage, url: string): Promise<void> {
  const { loaderId, errorText } = await page.send('Page.navigate', { url });
  if (errorText) throw new Error(`${url}: ${errorText}`);
  await new Promise<void>((resolve) => {
    page.on('Page.lifecycleEvent', (event) => {
      if (event.loaderId === loaderId && event.name === 'networkIdle') resolve();
    });
  });
}

/** The value of an expression, or of the promise it is; the caller knows its type. */
async function evaluate<T>(page: BarePage, expression: string): Promise<T> {
  const { result, exceptionDetails } = await page.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  return result.value as T;
}
