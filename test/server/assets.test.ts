import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadAssets } from '../../server/assets.ts';

describe('the files that browsers load', () => {
  it('are what pages need, and never the sources they were made of', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'manping-assets-'));
    try {
      for (const name of ['workbench-ABCDEFGH.js', 'workbench-ABCDEFGH.js.map', 'main.ts']) {
        await writeFile(join(folder, name), 'x');
      }
      const { files, workbench } = loadAssets(folder);
      expect([...files.keys()]).toEqual(['workbench-ABCDEFGH.js']);
      expect(workbench?.script).toBe('/assets/workbench-ABCDEFGH.js');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
