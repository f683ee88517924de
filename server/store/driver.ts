/** The two SQLite drivers; the names are what SQLITE_DRIVER takes. */
export const SQLITE_DRIVERS = ['sqlite3', 'node'] as const;
export type SqliteDriverName = (typeof SQLITE_DRIVERS)[number];

/**
 * One connection to a SQLite file: the seam between the project and whichever driver is at work. One
 * statement at a time; numbers come back as JS numbers; a failure is a SqliteError.
 */
export interface SqliteConnection {
  /** `changes` counts rows written by a statement that returns none. */
  run(sql: string, parameters: readonly unknown[]): Promise<{ rows: unknown[]; changes: number }>;
  close(): Promise<void>;
}

export interface SqliteDriver {
  name: SqliteDriverName;
  /** Opens the file, which is made where there is none; its folder must exist. */
  open(file: string): Promise<SqliteConnection>;
}

/** What SQLite said, named alike by both drivers: `code` is the primary result, e.g. SQLITE_CONSTRAINT. */
export class SqliteError extends Error {
  readonly code: string;

  constructor(message: string, code: string) {
    super(message);
    this.name = 'SqliteError';
    this.code = code;
  }
}

/** Whether a statement gives rows; values are never part of the text, so a word in it is SQL. */
export function givesRows(sql: string): boolean {
  return /^\s*(select|with|pragma|explain)\b|\breturning\b/i.test(sql);
}
