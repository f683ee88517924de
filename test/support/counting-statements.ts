import type { Store } from '../../server/store/store.ts';

/** The store, and how many statements were asked of the connections that read. */
export function countingStatements(store: Store) {
  let asked = 0;
  const read = store.read.withPlugin({
    transformQuery: ({ node }) => {
      asked += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  return {
    store: { ...store, read },
    /** Since it was last asked. */
    statements() {
      const counted = asked;
      asked = 0;
      return counted;
    },
  };
}
