// `npm run bench`: ratios measured side by side in one run on this machine, and the aims beside them.
// `npm run bench -- form`, `-- store`, `-- freeze`, `-- poll`, `-- live` or `-- largest` measures that part alone.
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { openStore } from '../../server/store/open.ts';
import { prepareStore } from './filled-store.ts';
import { formSpeed } from './form-speed.ts';
import { freezeSpeed } from './freeze-speed.ts';
import { largestDefinitions } from './largest.ts';
import { livePages } from './live-pages.ts';
import { pollCost } from './poll-cost.ts';
import { say } from './report.ts';
import { storeSpeed } from './store-speed.ts';

const PARTS = {
  largest: largestDefinitions,
  store: storeSpeed,
  freeze: freezeSpeed,
  poll: pollCost,
  live: livePages,
  form: formSpeed,
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !Object.hasOwn(PARTS, name));
if (unknown !== undefined) {
  console.error(`no part is called ${unknown}; there are: ${Object.keys(PARTS).join(', ')}`);
  process.exit(1);
}

// Built for this, so that dist stays as it is: a server may be running from it.
process.env['BENCH_ASSETS'] ??= '.cache/bench/client';

const dataDir = await mkdtemp(path.join(tmpdir(), 'manping-bench-'));
const store = await openStore({ dataDir });
try {
  say(`Node ${process.versions.node}, ${store.engine}, ${cpus().length} × ${cpus()[0]?.model}`);
  const questionnaire = await prepareStore(store);
  for (const [name, part] of Object.entries(PARTS)) {
    if (wanted.length === 0 || wanted.includes(name)) await part({ store, dataDir, questionnaire });
  }
} finally {
  await store.close();
  await rm(dataDir, { recursive: true, force: true });
}
