import type { Browser } from 'playwright-core';
import { findChromium, launchBrowser } from '../support/browser.ts';
import { type FormSites, PAGES, type PageName, serveForms } from './form-sites.ts';
import { median } from './median.ts';
import {
  CPU_SLOWDOWN,
  type Network,
  type PageCost,
  SLOW_3G,
  UNTHROTTLED,
  visitPage,
} from './page-visit.ts';
import { type Bench, met, say, whole } from './report.ts';
import type { Coding } from './static-site.ts';

type Round = Record<PageName, PageCost>;

const SLOW_ROUNDS = 5;
const UNTHROTTLED_ROUNDS = 11;

const NAMES: Record<PageName, string> = {
  ours: 'our page',
  floor: 'without its script',
  surveyJs: 'SurveyJS',
  bundled: 'SurveyJS, bundled',
};

/** How soon a respondent can answer: our page against itself without script, and against SurveyJS. */
export async function formSpeed(bench: Bench): Promise<void> {
  if (findChromium() === undefined) {
    say('\nThe form: not measured, no Chromium found (set CHROMIUM_PATH)');
    return;
  }
  const sites = await serveForms(bench);
  const browser = await launchBrowser();
  try {
    say(
      `\nThe form, first item answerable: Chromium ${browser.version()}, CPU slowed ${CPU_SLOWDOWN}x, cold cache`,
    );
    // What only the first visit pays: the server's and the browser's own warming up.
    await rounds(browser, sites, UNTHROTTLED, 1);
    const slow = await rounds(browser, sites, SLOW_3G, SLOW_ROUNDS);
    reportTimes(SLOW_3G, 'Brotli', slow, 6);
    const floor = times(slow, 'ours', 'floor', 'answerable');
    say(`  against the floor ${floor.toFixed(3)} (aim: within 1.1, ${met(floor <= 1.1)})`);
    reportBytes('Brotli', slow);
    const gzip = await rounds(browser, sites, SLOW_3G, SLOW_ROUNDS, 'gzip');
    reportTimes(SLOW_3G, 'gzip', gzip, 6);
    reportBytes('gzip', gzip);
    const fast = await rounds(browser, sites, UNTHROTTLED, UNTHROTTLED_ROUNDS);
    reportTimes(UNTHROTTLED, 'Brotli', fast, 5);
  } finally {
    await browser.close();
    sites.stop();
  }
}

/** All pages a round, one at a time, in another order each round. */
async function rounds(
  browser: Browser,
  { urls, firstOption }: FormSites,
  network: Network,
  count: number,
  coding: Coding = 'br',
): Promise<Round[]> {
  const done: Round[] = [];
  for (let round = 0; round < count; round += 1) {
    const visits: Partial<Round> = {};
    for (const turn of PAGES.keys()) {
      const name = PAGES[(turn + round) % PAGES.length] ?? 'ours';
      visits[name] = await visitPage(browser, { url: urls[name], firstOption, network, coding });
    }
    done.push(complete(visits));
  }
  return done;
}

function complete(visits: Partial<Round>): Round {
  const { ours, floor, surveyJs, bundled } = visits;
  if (!ours || !floor || !surveyJs || !bundled) throw new Error('a page was not visited');
  for (const other of [floor, surveyJs, bundled]) {
    if (other.radios.join() !== ours.radios.join()) {
      throw new Error('the pages do not ask the same: their radios differ');
    }
  }
  return { ours, floor, surveyJs, bundled };
}

/** Median of a page's costs as times those of another, taken round by round. */
function times(of: Round[], over: PageName, under: PageName, what: 'answerable' | 'bytes'): number {
  return median(of.map((round) => round[over][what] / round[under][what]));
}

function reportTimes(network: Network, coding: string, of: Round[], aim: number): void {
  const middle = (name: PageName, what: 'answerable' | 'script') =>
    whole(median(of.map((round) => round[name][what])));
  say(`  ${network.name}, ${coding}, medians of ${of.length} rounds in turn${terms(network)}`);
  for (const name of PAGES) {
    say(
      `    ${NAMES[name].padEnd(18)} ${middle(name, 'answerable').padStart(6)} ms, script ${middle(name, 'script').padStart(5)} ms`,
    );
  }
  compare('sooner than SurveyJS', of, 'answerable', aim);
}

function reportBytes(coding: string, of: Round[]): void {
  const bytes = PAGES.map(
    (name) => `${NAMES[name]} ${whole(median(of.map((round) => round[name].bytes)))}`,
  );
  say(`  bytes by ${coding}, heads included: ${bytes.join(' · ')}`);
  compare(`fewer bytes than SurveyJS by ${coding}`, of, 'bytes', 30);
}

/** The aim is held against SurveyJS as published; how it stands against the bundle, and the floor, is said beside it. */
function compare(title: string, of: Round[], what: 'answerable' | 'bytes', aim: number): void {
  const published = times(of, 'surveyJs', 'ours', what);
  const bundled = times(of, 'bundled', 'ours', what);
  const floor = times(of, 'surveyJs', 'floor', what);
  say(
    `  ${title} ${published.toFixed(2)} times (aim: at least ${aim}, ${met(published >= aim)}; the floor itself ${floor.toFixed(2)}); than its bundle ${bundled.toFixed(2)} (${met(bundled >= aim)})`,
  );
}

function terms({ latency, throughput }: Network): string {
  return latency > 0 ? `, ${latency} ms a request, ${throughput / 1000} KB/s` : '';
}
