import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  givesRows,
  type SqliteConnection,
  type SqliteDriverName,
} from '../../../server/store/driver.ts';
import { openDriver } from '../../../server/store/open-driver.ts';
import { ENGINES } from '../../support/engines.ts';

const DRIVERS = ENGINES.filter((engine): engine is SqliteDriverName => engine !== 'postgres');

it.each([
  ['select 1', true],
  ['  with t as (select 1) select * from t', true],
  ['pragma synchronous', true],
  ['insert into t values (?) returning a', true],
  ['delete from "t" where "a" > ? returning "a"', true],
  ['insert into t select 1', false],
  ['update "returns" set "selected" = ?', false],
  ['begin immediate', false],
])('whether “%s” gives rows: %s', (sql, expected) => {
  expect(givesRows(sql)).toBe(expected);
});

describe.each(DRIVERS)('a SQLite connection by %s', (driver) => {
  let folder: string;
  let file: string;
  const opened: SqliteConnection[] = [];
  const open = async () => {
    const connection = await (await openDriver(driver)).open(file);
    opened.push(connection);
    return connection;
  };
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'manping-test-'));
    file = join(folder, 'test.sqlite');
  });
  afterEach(async () => {
    for (const connection of opened.splice(0)) await connection.close();
    await rm(folder, { recursive: true });
  });

  it('gives back what went in, numbers as numbers', async () => {
    const connection = await open();
    await connection.run('create table t (a text, n integer, r real, z text)', []);
    const values = ['满意 \ud83d\ude00', Number.MAX_SAFE_INTEGER, 0.1, null];
    expect(await connection.run('insert into t values (?, ?, ?, ?)', values)).toEqual({
      rows: [],
      changes: 1,
    });
    const { rows } = await connection.run(
      'select a, n, r, z, count(*) as c, sum(n) as s from t',
      [],
    );
    const [a, n, r, z] = values;
    expect(rows).toEqual([{ a, n, r, z, c: 1, s: n }]);
  });

  it('says how many rows a statement wrote, and gives the rows that it returns', async () => {
    const connection = await open();
    await connection.run('create table t (a integer)', []);
    await connection.run('insert into t values (1), (2), (3)', []);
    expect((await connection.run('update t set a = a + 1 where a > 1', [])).changes).toBe(2);
    const { rows } = await connection.run('delete from t where a > 2 returning a', []);
    expect(rows).toEqual([{ a: 3 }, { a: 4 }]);
  });

  it('names what went wrong alike on both drivers, and goes on', async () => {
    const connection = await open();
    await connection.run('create table t (a integer primary key)', []);
    await connection.run('insert into t values (1)', []);
    await expect(connection.run('insert into t values (?)', [1])).rejects.toMatchObject({
      name: 'SqliteError',
      code: 'SQLITE_CONSTRAINT',
      message: expect.stringContaining('UNIQUE constraint failed: t.a'),
    });
    await expect(connection.run('select missing', [])).rejects.toMatchObject({
      name: 'SqliteError',
      code: 'SQLITE_ERROR',
      message: expect.stringContaining('no such column: missing'),
    });
    expect((await connection.run('select a from t', [])).rows).toEqual([{ a: 1 }]);
  });

  it('one that finds the file locked says so', async () => {
    const first = await open();
    const second = await open();
    await first.run('begin immediate', []);
    await expect(second.run('begin immediate', [])).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
    await first.run('rollback', []);
    await second.run('begin immediate', []);
  });

  it('a statement waits for the lock off the event loop', async () => {
    const first = await open();
    const second = await open();
    await second.run('pragma busy_timeout = 5000', []);
    await first.run('begin immediate', []);
    let ticks = 0;
    const ticking = setInterval(() => {
      ticks += 1;
    }, 5);
    const waiting = second.run('begin immediate', []);
    await new Promise((resolve) => setTimeout(resolve, 200));
    clearInterval(ticking);
    expect(ticks).toBeGreaterThan(10);
    await first.run('commit', []);
    await waiting;
  });

  it('a file that cannot be opened is refused when it is opened', async () => {
    file = join(folder, 'no', 'such', 'folder.sqlite');
    await expect(open()).rejects.toMatchObject({ code: 'SQLITE_CANTOPEN' });
  });

  it('goes through more different statements than it keeps prepared', async () => {
    const connection = await open();
    for (let n = 0; n < 700; n += 1) {
      const sql = `select ${n % 350} as n`;
      expect((await connection.run(sql, [])).rows).toEqual([{ n: n % 350 }]);
    }
  });
});
