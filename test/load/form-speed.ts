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

type Round = Record<PageName, PageCost>;

const SLOW_ROUNDS = 5;
const UNTHROTTLED_ROUNDS = 11;

const NAMES: Record<PageName, string> = {
  ours: 'our page',
  floor: 'without its script',
  surveyJs: 'SurveyJS',
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
      `\nThe form, first item answerable: Chromium ${browser.version()}, CPU slowed ${CPU_SLOWDOWN}x, cold cache, ${sites.coding}`,
    );
    // What only the first visit pays: the server's and the browser's own warming up.
    await rounds(browser, sites, UNTHROTTLED, 1);
    report(
      await rounds(browser, sites, SLOW_3G, SLOW_ROUNDS),
      await rounds(browser, sites, UNTHROTTLED, UNTHROTTLED_ROUNDS),
    );
  } finally {
    await browser.close();
    sites.stop();
  }
}

/** All three pages a round, one at a time, in another order each round. */
async function rounds(
  browser: Browser,
  { urls, firstOption }: FormSites,
  network: Network,
  count: number,
): Promise<Round[]> {
  const done: Round[] = [];
  for (let round = 0; round < count; round += 1) {
    const visits: Partial<Round> = {};
    for (const turn of PAGES.keys()) {
      const name = PAGES[(turn + round) % PAGES.length] ?? 'ours';
      visits[name] = await visitPage(browser, { url: urls[name], firstOption, network });
    }
    done.push(complete(visits));
  }
  return done;
}

function complete({ ours, floor, surveyJs }: Partial<Round>): Round {
  if (!ours || !floor || !surveyJs) throw new Error('a page was not visited');
  for (const other of [floor, surveyJs]) {
    if (other.radios.join() !== ours.radios.join()) {
      throw new Error('the pages do not ask the same: their radios differ');
    }
  }
  return { ours, floor, surveyJs };
}

function report(slow: Round[], fast: Round[]): void {
  const middle = (of: Round[], name: PageName, what: 'answerable' | 'script' | 'bytes') =>
    whole(median(of.map((round) => round[name][what])));
  for (const [network, of] of [
    [SLOW_3G, slow],
    [UNTHROTTLED, fast],
  ] as const) {
    say(`  ${network.name}, medians of ${of.length} rounds in turn${terms(network)}`);
    for (const name of PAGES) {
      say(
        `    ${NAMES[name].padEnd(18)} ${middle(of, name, 'answerable').padStart(6)} ms, script ${middle(of, name, 'script').padStart(5)} ms, ${middle(of, name, 'bytes').padStart(7)} bytes`,
      );
    }
  }
  const times = (of: Round[], over: PageName, under: PageName, what: 'answerable' | 'bytes') =>
    median(of.map((round) => round[over][what] / round[under][what]));
  const floor = times(slow, 'ours', 'floor', 'answerable');
  say(`  slow 3G, against the floor ${floor.toFixed(3)} (aim: within 1.1, ${met(floor <= 1.1)})`);
  for (const [network, of, aim] of [
    [SLOW_3G, slow, 6],
    [UNTHROTTLED, fast, 5],
  ] as const) {
    const sooner = times(of, 'surveyJs', 'ours', 'answerable');
    const best = times(of, 'surveyJs', 'floor', 'answerable');
    say(
      `  ${network.name}, sooner than SurveyJS ${sooner.toFixed(2)} times (aim: at least ${aim}, ${met(sooner >= aim)}; the floor itself ${best.toFixed(2)})`,
    );
  }
  const fewer = times(slow, 'surveyJs', 'ours', 'bytes');
  const fewest = times(slow, 'surveyJs', 'floor', 'bytes');
  say(
    `  fewer bytes than SurveyJS ${fewer.toFixed(1)} times (aim: at least 30, ${met(fewer >= 30)}; the floor itself ${fewest.toFixed(1)})`,
  );
}

function terms({ latency, throughput }: Network): string {
  return latency > 0 ? `, ${latency} ms a request, ${throughput / 1000} KB/s` : '';
}
