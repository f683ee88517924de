import { describe, expect, it } from 'vitest';
import { SqliteError } from '../../../server/store/driver.ts';
import { isTransient, isUnavailable, UnknownFateError } from '../../../server/store/failures.ts';

const coded = (code: string) => Object.assign(new Error('said in words'), { code });

describe('what a failure says about the database', () => {
  it.each([
    // Tried again by itself, and said to be unavailable where it stays so.
    ['a serialization failure', coded('40001'), true, true],
    ['a deadlock', coded('40P01'), true, true],
    ['a row held too long', coded('55P03'), true, true],
    ['a server that stops', coded('57P01'), true, true],
    ['a server that starts', coded('57P03'), true, true],
    ['too many connections', coded('53300'), true, true],
    ['a connection failure', coded('08006'), true, true],
    ['a line reset', coded('ECONNRESET'), true, true],
    ['a line whose end is gone', coded('EPIPE'), true, true],
    ['a line fallen silent', coded('ETIMEDOUT'), true, true],
    ['nobody there', coded('ECONNREFUSED'), true, true],
    ['a connection ended', new Error('Connection terminated unexpectedly'), true, true],
    ['a file locked', new SqliteError('', 'SQLITE_BUSY'), true, true],
    // Not tried again: it would be the same.
    ['a full disk, PostgreSQL', coded('53100'), false, true],
    ['an I/O error, PostgreSQL', coded('58030'), false, true],
    ['a statement too long', coded('57014'), false, true],
    ['a standby', coded('25006'), false, true],
    ['a database that is not there', coded('3D000'), false, true],
    ['a password changed', coded('28P01'), false, true],
    [
      'a pool without connections',
      new Error('timeout exceeded when trying to connect'),
      false,
      true,
    ],
    ['a name that is not found', coded('ENOTFOUND'), false, true],
    ['a full disk, SQLite', new SqliteError('', 'SQLITE_FULL'), false, true],
    ['an I/O error, SQLite', new SqliteError('', 'SQLITE_IOERR'), false, true],
    ['a file that is read only', new SqliteError('', 'SQLITE_READONLY'), false, true],
    ['a file that cannot be opened', new SqliteError('', 'SQLITE_CANTOPEN'), false, true],
    ['a file that is none', new SqliteError('', 'SQLITE_NOTADB'), false, true],
    ['a file that was moved', new SqliteError('', 'SQLITE_MOVED'), false, true],
    ['a commit that was not answered', new UnknownFateError(coded('ECONNRESET')), false, true],
    // What was asked is at fault, or we are.
    ['a row there already', coded('23505'), false, false],
    ['a wrong statement', coded('42601'), false, false],
    ['a constraint', new SqliteError('', 'SQLITE_CONSTRAINT'), false, false],
    ['a fault of ours', new TypeError('undefined is not a function'), false, false],
    ['no error at all', 'ECONNRESET', false, false],
  ])('%s', (_, error, again, unavailable) => {
    expect([isTransient(error), isUnavailable(error)]).toEqual([again, unavailable]);
  });
});
