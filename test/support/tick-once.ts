// One tick of a server's clock at the time that is given, in a process of its own: to be killed in the middle of it.
import { readConfig } from '../../server/config.ts';
import { openStore } from '../../server/store/open.ts';
import { tickAt } from './ticking.ts';

const store = await openStore(readConfig(process.env));
process.stdout.write('ticking\n');
const lines = await tickAt(store, process.argv[2] ?? '');
process.stdout.write(`${lines.join('')}done\n`);
await store.close();
