import type { Store } from '../../server/store/store.ts';

/** The store, and how many transactions were begun on it. */
export function countingTransactions(store: Store) {
  let begun = 0;
  const write = new Proxy(store.write, {
    get(target, name) {
      if (name === 'transaction') begun += 1;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { shard: store.shard, write, transactions: () => begun };
}
