import type { Store } from '../../server/store/store.ts';
import { type Engine, openTestStore, type TestDatabase } from './engines.ts';
import { shared } from './shared.ts';

export interface TestStore extends Store {
  database: TestDatabase;
}

/** An empty store for the describe block that calls this; closing it removes its database. */
export function withTestStore(engine: Engine): TestStore {
  return shared(async () => {
    const { store, database, close } = await openTestStore(engine);
    return { ...store, database, close };
  });
}
