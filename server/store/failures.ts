/** What failures say about the database, whichever engine it is: the one place that knows their codes. */

/** SQLSTATEs after which the same transaction may well succeed. */
const PASSING_STATES = new Set([
  '40001', // serialization_failure
  '40P01', // deadlock_detected
  '55P03', // lock_not_available
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '25P03', // idle_in_transaction_session_timeout
  '53300', // too_many_connections
]);
/** SQLSTATEs by which the database itself is not fit to be used, whatever it was asked. */
const UNFIT_STATES = new Set([
  '57014', // query_canceled: it took longer than a statement may
  '57P04', // database_dropped
  '57P05', // idle_session_timeout
  '25006', // read_only_sql_transaction
  '28000', // invalid_authorization_specification
  '28P01', // invalid_password
  '3D000', // invalid_catalog_name: no such database
  'XX001', // data_corrupted
  'XX002', // index_corrupted
]);
/** The same of whole classes: connection exceptions, insufficient resources, errors of the system. */
const UNFIT_CLASSES = new Set(['08', '53', '58']);

const PASSING_CODES = new Set([
  'SQLITE_BUSY',
  'SQLITE_LOCKED',
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
]);
const UNFIT_CODES = new Set([
  'SQLITE_FULL',
  'SQLITE_IOERR',
  'SQLITE_READONLY',
  'SQLITE_CANTOPEN',
  'SQLITE_CORRUPT',
  'SQLITE_NOTADB',
  'SQLITE_NOMEM',
  'SQLITE_PROTOCOL',
  // Of a connection that is gone.
  'SQLITE_MISUSE',
  // Ours: see SqliteFile.
  'SQLITE_MOVED',
  'ENOSPC',
  'EDQUOT',
  'EIO',
  'EROFS',
  'EMFILE',
  'ENFILE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
]);

/** What the driver of PostgreSQL says in words only. */
const LOST_CONNECTION =
  /connection terminated|client has encountered a connection error|connection error and is not queryable/i;
const NO_CONNECTION = /timeout exceeded when trying to connect|^timeout expired$/i;

const SQLSTATE = /^[0-9A-Z]{5}$/;
/** SQLSTATEs with which the server ends the connection: whether it had committed is not said. */
const ENDING_CLASSES = new Set(['08', '57P']);

/** A commit was sent and no answer came: it may have happened. */
export class UnknownFateError extends Error {
  override name = 'UnknownFateError';
  constructor(cause: unknown) {
    super('whether the transaction was committed is not known', { cause });
  }
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
}

/**
 * Whether a transaction that failed so did not happen and may well succeed next time: a lock, a deadlock, a lost
 * connection. Never one whose fate is unknown.
 */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof UnknownFateError) return false;
  const code = codeOf(error);
  return PASSING_STATES.has(code) || PASSING_CODES.has(code) || isLost(error);
}

/** Whether the connection is gone with this failure, or not to be trusted any more. */
export function isLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  if (SQLSTATE.test(code) && !/^E[A-Z]{4}$/.test(code))
    return ENDING_CLASSES.has(code.slice(0, 2)) || ENDING_CLASSES.has(code.slice(0, 3));
  return LOST_CONNECTION.test(error.message) || /^E(CONN|PIPE|TIMEDOUT|NET|HOST)/.test(code);
}

/**
 * Whether the database cannot be used just now, so that nothing is wrong with what was asked: gone, full, locked for
 * long, read only, silent. Answered 503 (`database-unavailable`).
 */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof UnknownFateError) return true;
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  return (
    isTransient(error) ||
    UNFIT_STATES.has(code) ||
    UNFIT_CODES.has(code) ||
    (SQLSTATE.test(code) && UNFIT_CLASSES.has(code.slice(0, 2))) ||
    NO_CONNECTION.test(error.message)
  );
}
