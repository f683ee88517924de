import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, Exchange } from '../support/fault-proxy.ts';
import type { Device } from './device.ts';

interface Scene {
  device: Device;
  /** The response on its way, held until the fault is over. */
  exchange: Exchange;
  /** Whether the server is to have it before the fault happens. */
  arrives: boolean;
  random: () => number;
}

type Fault = (scene: Scene) => Promise<void>;

const refusal = (status: number, headers: Record<string, string> = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/problem+json', ...headers },
  body: '{}',
});

/** Where it `arrives`, the server commits it, and nobody hears of it. */
const vanish = async ({ exchange, arrives }: Scene) => {
  if (arrives) await exchange.forward();
  exchange.reset();
};

/** What happens to a response on its way. Whatever it is, the device does not hear that it arrived. */
export const FAULTS = {
  'lost on the way': async ({ exchange }) => exchange.reset(),
  'answer lost': async ({ exchange }) => {
    await exchange.forward();
    exchange.reset();
  },
  'answer broken off': async ({ exchange }) => exchange.breakOff(await exchange.forward()),
  'timeout after commit': async ({ exchange }) => {
    await exchange.forward();
    await exchange.gone;
  },
  'error 500': async ({ exchange }) => exchange.answer(refusal(500)),
  'busy 503': async ({ exchange }) => exchange.answer(refusal(503, { 'retry-after': '2' })),
  'too many 429': async ({ exchange }) => exchange.answer(refusal(429, { 'retry-after': '2' })),
  offline: async (scene) => {
    const { context } = scene.device;
    await context.setOffline(true);
    await vanish(scene);
    await sleep(scene.random() * 200);
    await context.setOffline(false);
  },
  'reload while sending': async (scene) => {
    if (scene.arrives) await scene.exchange.forward();
    await scene.device.page().reload();
    scene.exchange.reset();
  },
  'tab killed while sending': async (scene) => {
    if (scene.arrives) await scene.exchange.forward();
    await scene.device.lose(scene.random() < 0.5);
    scene.exchange.reset();
  },
  'slow answer and double tap': async (scene) => {
    await scene.device.page().evaluate(async () => {
      for (let tap = 0; tap < 3; tap += 1) {
        document.querySelector<HTMLButtonElement>('.bar button')?.click();
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    });
    await sleep(scene.random() * 100);
    await vanish(scene);
  },
  'second tab': async (scene) => {
    await scene.device.openAnother();
    await vanish(scene);
  },
  'left and came back': async (scene) => {
    const page = scene.device.page();
    await page.goto('about:blank');
    await vanish(scene);
    await page.goBack();
  },
} satisfies Record<string, Fault>;

export type FaultKind = keyof typeof FAULTS;
