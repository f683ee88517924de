import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compareCounts } from '../../server/store/rebuild-counts.ts';
import { receiptOf } from '../../server/store/receipt.ts';
import { sampleQuestionnaire } from '../client/form/sample.ts';
import { drawnForRuns, pick, seeded } from '../support/drawing.ts';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts';
import { describeInBrowser, withFormSite } from '../support/in-browser.ts';
import { receiptOn, submit, tap } from '../support/phone.ts';
import { type Device, startDevice } from './device.ts';
import { FAULTS, type FaultKind } from './form-fault.ts';

/** FORM_FAULT_RUNS=200 for a longer run; FORM_FAULT_SEED repeats the draws of an earlier one. */
const RUNS = Number(process.env['FORM_FAULT_RUNS'] ?? 40);
const SEED = Number(process.env['FORM_FAULT_SEED'] ?? Math.floor(Math.random() * 1e9));
const AT_ONCE = 4;
const CLOSED = 'closed meanwhile';
const KINDS = [...(Object.keys(FAULTS) as FaultKind[]), CLOSED] as const;
type Kind = (typeof KINDS)[number];

type Answers = Record<string, string | string[]>;

describeInBrowser('a network that fails in every way', () => {
  const at = withFormSite();
  let proxy: FaultProxy;

  beforeAll(async () => {
    proxy = await startFaultProxy(at.site.origin);
  });
  afterAll(async () => {
    await proxy?.stop();
  });

  it(`loses and doubles no response in ${RUNS} runs (FORM_FAULT_SEED=${SEED})`, {
    timeout: RUNS * 15_000,
  }, async () => {
    process.stdout.write(`FORM_FAULT_SEED=${SEED}\n`);
    const started = Date.now();
    const happened = new Map<Kind, number>(KINDS.map((kind) => [kind, 0]));
    const drawn = [...drawnForRuns(KINDS, RUNS, 3, SEED).entries()];
    let responses = 0;
    const work = async () => {
      for (let next = drawn.shift(); next; next = drawn.shift()) {
        const [run, kinds] = next;
        const ended = await play(kinds, seeded(SEED + run)).catch((error: unknown) => {
          throw new Error(`run ${run}: ${kinds.join(', ')}`, { cause: error });
        });
        responses += ended.responses;
        for (const kind of ended.happened) happened.set(kind, (happened.get(kind) ?? 0) + 1);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    const seconds = Math.round((Date.now() - started) / 1000);
    const told = [...happened].map(([kind, times]) => `${kind} ${times}`).join(', ');
    process.stdout.write(`${RUNS} runs, ${responses} responses, ${seconds} s: ${told}\n`);
    expect(Math.min(...happened.values())).toBeGreaterThanOrEqual(Math.floor(RUNS / 2));
    expect((await compareCounts(at.site.store.read)).differences).toEqual([]);
  });

  /** One device, one survey: answers, meets these faults, and comes through in the end. */
  async function play(kinds: Kind[], random: () => number) {
    const code = await at.site.open(sampleQuestionnaire);
    const device = await startDevice(at.browser, `${proxy.origin}/s/${code}`);
    const answers = await answer(device.page(), random);
    await device.page().evaluate(() => {
      const button = document.querySelector<HTMLButtonElement>('[type=submit]');
      button?.click();
      button?.click();
    });
    const happened: Kind[] = [];
    for (const kind of kinds) {
      if (kind === CLOSED) continue;
      const exchange = await proxy.take(code);
      await FAULTS[kind]({ device, exchange, arrives: random() < 0.5, random });
      happened.push(kind);
    }
    if (kinds.includes(CLOSED)) {
      await closeMeanwhile(device, code, random);
      happened.push(CLOSED);
    }
    proxy.open(code);
    const given = [answers];
    await expectHeard(device, code, given);

    // A page that is opened again shows the receipt and sends nothing.
    const handedIn = proxy.handedIn(code);
    if (kinds.includes(CLOSED)) await at.site.reopen(code);
    await device.page().reload();
    await expectHeard(device, code, given);
    expect(proxy.handedIn(code)).toBe(handedIn);

    if (random() < 0.3) {
      await device.page().tap('.again summary');
      await device.page().tap('.again a');
      given.push(await answer(device.page(), random));
      await submit(device.page());
      await device.page().waitForSelector('.bar', { state: 'hidden' });
      await expectHeard(device, code, given);
    }
    await device.context.close();
    return { happened, responses: given.length };
  }

  async function answer(page: Page, random: () => number): Promise<Answers> {
    const gender = pick(['male', 'female'], random);
    const matter = pick(['permit', 'advice'], random);
    const overall = pick(['very', 'satisfied', 'neutral', 'dissatisfied'], random);
    const improve = `建议 ${Math.floor(random() * 1e6)}`;
    await tap(page, 'gender', gender);
    await tap(page, 'matters', matter);
    await tap(page, 'overall', overall);
    await page.fill('[name="improve"]', improve);
    return { gender, matters: [matter], overall, improve };
  }

  /** The survey closes while the response is under way, and opens again only once the device has been told. */
  async function closeMeanwhile(device: Device, code: string, random: () => number) {
    const exchange = await proxy.take(code);
    if (random() < 0.5) await exchange.forward();
    await at.site.close(code);
    exchange.reset();
    proxy.open(code);
    const arrived = (await at.site.stored(code)).length > 0;
    if (random() < 0.5) await device.lose(false);
    if (arrived) {
      await receiptOn(device.page());
    } else {
      await device.page().waitForSelector('#message:has-text("没有收下")');
      expect(await at.site.stored(code)).toEqual([]);
      await at.site.reopen(code);
      await device.lose(false);
    }
  }

  /** What the device believes and what the database holds are the same: these answers, each once. */
  async function expectHeard(device: Device, code: string, given: Answers[]) {
    const number = await receiptOn(device.page());
    const believed = await device.log();
    expect(believed).toHaveLength(given.length);
    for (const { id, bodies, receipts } of believed) {
      expect(bodies.size).toBe(1);
      expect([...receipts]).toEqual([receiptOf(id)]);
    }
    expect(number).toBe(receiptOf(believed.at(-1)?.id ?? ''));
    const stored = new Map((await at.site.stored(code)).map(({ id, answers }) => [id, answers]));
    expect(stored.size).toBe(given.length);
    expect(believed.map(({ id }) => stored.get(id))).toEqual(given);
  }
});
