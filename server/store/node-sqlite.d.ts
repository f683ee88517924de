// What the project uses of node:sqlite, which the types of the oldest Node we run on do not know yet.
declare module 'node:sqlite' {
  export class DatabaseSync {
    constructor(file: string);
    prepare(sql: string): StatementSync;
    close(): void;
  }
  export class StatementSync {
    all(...values: (string | number | null)[]): unknown[];
    run(...values: (string | number | null)[]): { changes: number | bigint };
  }
}
