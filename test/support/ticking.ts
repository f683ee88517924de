import pino from 'pino';
import { tick } from '../../server/clock/clock.ts';
import type { Store } from '../../server/store/store.ts';

/** One tick of a server's clock at a moment; gives what it logged, a line an element. */
export async function tickAt(store: Store, now: string | Date, stopping?: AbortSignal) {
  const lines: string[] = [];
  const log = pino({ base: null }, { write: (line: string) => lines.push(line) });
  await tick({ store, log, now: () => new Date(now), ...(stopping && { stopping }) });
  return lines;
}

/** The same store with a write side that fails from its nth transaction on, as a server that dies there. */
export function dyingAfter(store: Store, transactions: number): Store {
  let left = transactions;
  const write = new Proxy(store.write, {
    get(target, name) {
      if (name === 'transaction' && left-- <= 0) throw new Error('the server has died');
      const value = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { ...store, write };
}
