import { describe, expect, it } from 'vitest';
import { openStore } from '../../../server/store/open.ts';
import { changeSetting, readSetting } from '../../../server/store/settings.ts';
import { createTestDatabase, ENGINES } from '../../support/engines.ts';

describe.each(ENGINES)('a store that is closed, %s', (engine) => {
  it('lets transactions end that nobody waits for', async () => {
    const database = await createTestDatabase(engine);
    try {
      const store = await openStore(database.options);
      const written = store.write.transaction().execute(async (trx) => {
        for (let n = 0; n < 20; n += 1) await changeSetting(trx, 'health', String(n));
      });
      // It is under way once it has a connection.
      await readSetting(store.read, 'health');
      const closed = store.close();
      await expect(Promise.all([written, closed])).resolves.toBeDefined();
      const again = await openStore(database.options);
      expect(await readSetting(again.read, 'health')).toBe('19');
      await again.close();
    } finally {
      await database.drop();
    }
  });
});
