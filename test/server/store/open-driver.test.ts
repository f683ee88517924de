import { describe, expect, it } from 'vitest';
import type { SqliteDriver } from '../../../server/store/driver.ts';
import { openDriver } from '../../../server/store/open-driver.ts';
import { StartError } from '../../../server/store/start-error.ts';
import { ENGINES } from '../../support/engines.ts';

const missing = (): SqliteDriver['open'] => {
  throw new Error('no such module\nrequired from somewhere');
};
const present = (): SqliteDriver['open'] => () => Promise.reject(new Error('not opened here'));

describe('choosing a SQLite driver', () => {
  it('takes the first that loads', async () => {
    const both = await openDriver(undefined, { sqlite3: present, node: present });
    expect(both.name).toBe('sqlite3');
    const second = await openDriver(undefined, { sqlite3: missing, node: present });
    expect(second.name).toBe('node');
  });

  it('takes the one that SQLITE_DRIVER names, and no other in its place', async () => {
    const named = await openDriver('node', { sqlite3: present, node: present });
    expect(named.name).toBe('node');
    await expect(openDriver('node', { sqlite3: present, node: missing })).rejects.toThrow(
      'SQLITE_DRIVER=node does not load (node: no such module).',
    );
  });

  it('with neither says in one line what to do', async () => {
    const failure = await openDriver(undefined, { sqlite3: missing, node: missing }).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(StartError);
    const { code, message } = failure as StartError;
    expect(code).toBe('no-sqlite-driver');
    expect(message).not.toContain('\n');
    for (const advice of ['Node 22.13', 'C++ compiler', 'DATABASE_URL'])
      expect(message).toContain(advice);
  });

  it.each(ENGINES.filter((engine) => engine !== 'postgres'))('%s really loads', async (name) => {
    const driver = await openDriver(name);
    const connection = await driver.open(':memory:');
    expect(await connection.run('select ? + 1 as n', [41])).toEqual({
      rows: [{ n: 42 }],
      changes: 0,
    });
    await connection.close();
  });
});
