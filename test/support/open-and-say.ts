// A process of its own that opens the store its environment names, says so, and closes it.
import { readConfig } from '../../server/config.ts';
import { openStore } from '../../server/store/open.ts';

const store = await openStore(readConfig(process.env));
const settings = await store.read.selectFrom('settings').select('key').execute();
process.stdout.write(JSON.stringify({ engine: store.engine, shard: store.shard, settings }));
await store.close();
