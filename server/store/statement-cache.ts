/**
 * Prepared statements by their text, the least recently used thrown out: preparing a statement of many
 * rows costs more than running it.
 */
export class StatementCache<S> {
  readonly #statements = new Map<string, S>();
  readonly #release: (statement: S) => void;
  readonly #size: number;

  constructor(release: (statement: S) => void, size = 300) {
    this.#release = release;
    this.#size = size;
  }

  get(sql: string): S | undefined {
    const statement = this.#statements.get(sql);
    if (statement !== undefined) {
      this.#statements.delete(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  add(sql: string, statement: S): S {
    this.#statements.set(sql, statement);
    if (this.#statements.size > this.#size) {
      const [oldest] = this.#statements;
      if (oldest) {
        this.#statements.delete(oldest[0]);
        this.#release(oldest[1]);
      }
    }
    return statement;
  }

  clear(): void {
    for (const statement of this.#statements.values()) this.#release(statement);
    this.#statements.clear();
  }
}
