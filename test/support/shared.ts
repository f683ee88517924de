import { afterAll, beforeAll } from 'vitest';

/**
 * What the tests of one describe block share: opened before them and closed after them. It is filled by hooks, so it is kept
 * whole and read where a test or a later hook runs: taken apart in the block itself, it would give nothing yet.
 */
export function shared<T extends { close(): Promise<void> }>(open: () => Promise<T>): T {
  const filled: Partial<T> = {};
  beforeAll(async () => {
    Object.assign(filled, await open());
  });
  afterAll(async () => {
    // Missing where it failed to open.
    await filled.close?.();
  });
  return filled as T;
}
