// A writer under load that never ends by itself: the crash test kills it. Notes what it sends and what is
// acknowledged in a file, at once: what a process has written to a file survives the process.
import { openSync, readFileSync, writeSync } from 'node:fs';
import { readConfig } from '../../server/config.ts';
import { readDurability } from '../../server/store/durability.ts';
import { openStore } from '../../server/store/open.ts';
import { createResponseWriter } from '../../server/store/response-writer.ts';
import { crashResponse } from './crash-response.ts';

const [code = '', resendFile = '', notesFile = ''] = process.argv.slice(2);
const IN_FLIGHT = 100;

const notes = openSync(notesFile, 'w');
const note = (...words: string[]) => writeSync(notes, `${words.join(' ')}\n`);

const store = await openStore(readConfig(process.env));
note('durability', JSON.stringify(await readDurability(store)));
const writer = createResponseWriter(store);

async function send(id: string): Promise<void> {
  note('sent', id);
  note('acknowledged', id, await writer.write(crashResponse(code, id)));
}

// What an earlier writer did not live to acknowledge is sent again, as a device would, and some that it did.
await Promise.all(readFileSync(resendFile, 'utf8').split('\n').filter(Boolean).map(send));
process.stdout.write('under way\n');
await Promise.all(
  Array.from({ length: IN_FLIGHT }, async () => {
    for (;;) await send(crypto.randomUUID());
  }),
);
