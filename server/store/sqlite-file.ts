import { stat } from 'node:fs/promises';
import { SqliteError } from './driver.ts';

/** How old a look at the file may be for whoever only reads. */
const LOOKED_MS = 1_000;

/**
 * The file of a database, as it was opened. One that is moved away or replaced under a running server is still written to
 * by SQLite: what is acknowledged would be where nobody looks for it.
 */
export class SqliteFile {
  readonly path: string;
  #opened: string | undefined;
  #looked = Number.NEGATIVE_INFINITY;

  constructor(path: string) {
    this.path = path;
  }

  /** To be called once it is open: from now on this is the file. */
  async remember(): Promise<void> {
    this.#opened ??= await this.#look();
  }

  /** Rejects with SQLITE_MOVED where another file is there by now, or none; put back, it is good again. */
  async mustBeInPlace({ looks }: { looks: 'each time' | 'now and then' }): Promise<void> {
    const now = performance.now();
    if (this.#opened === undefined) return;
    if (looks === 'now and then' && now - this.#looked < LOOKED_MS) return;
    if ((await this.#look()) !== this.#opened) {
      throw new SqliteError(
        'the file was moved or replaced; put it back or restart',
        'SQLITE_MOVED',
      );
    }
    this.#looked = now;
  }

  async #look(): Promise<string | undefined> {
    try {
      const { dev, ino } = await stat(this.path);
      return `${dev}/${ino}`;
    } catch {
      return undefined;
    }
  }
}
