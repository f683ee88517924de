/**
 * Something that keeps the server from starting and that whoever starts it can put right.
 * `message` is one line that says what to do; `code` is stable.
 */
export class StartError extends Error {
  readonly code: 'no-sqlite-driver' | 'not-durable' | 'database-unreachable' | 'migration-failed';

  constructor(code: StartError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartError';
    this.code = code;
  }
}
