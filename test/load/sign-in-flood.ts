// How many pages of the form a second are answered while 64 connections try wrong passwords, as a share of what it is
// without them: `node --import tsx test/load/sign-in-flood.ts`. Turns of both alternate, so that the machine's moods
// fall on both.
import http from 'node:http';
import type { Ready } from '../faults/hostile-server.ts';
import { median } from './median.ts';
import { message, start } from './processes.ts';
import { met, say, whole } from './report.ts';

const READERS = 8;
const GUESSERS = 64;
const SECONDS = 5;
const TURNS = 3;
const KEPT = 0.8;

/** Over so many connections the same again and again until `end`: how often it was answered. */
async function repeat(
  connections: number,
  end: number,
  ask: (agent: http.Agent, connection: number) => Promise<void>,
): Promise<number> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  let answered = 0;
  await Promise.all(
    Array.from({ length: connections }, async (_, connection) => {
      while (performance.now() < end) {
        await ask(agent, connection);
        answered += 1;
      }
    }),
  );
  agent.destroy();
  return answered;
}

function call(options: http.RequestOptions, body?: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', ...options }, (answer) => {
      answer.resume();
      answer.on('end', resolve);
    });
    request.on('error', reject);
    request.end(body);
  });
}

const server = start('../faults/hostile-server.ts', { TRUST_PROXY: '1' });
const { port, code } = await message<Ready>(server);
const read = (end: number) =>
  repeat(READERS, end, (agent) => call({ agent, port, path: `/s/${code}` }));

let tried = 0;
/** Each try under another name, from one network or each from another. */
const guess = (end: number, networks: number) =>
  repeat(GUESSERS, end, (agent) => {
    tried += 1;
    const from = tried % networks;
    const headers = {
      'content-type': 'application/json',
      'x-forwarded-for': `203.0.${Math.floor(from / 256)}.${from % 256}`,
    };
    const body = JSON.stringify({ username: `name-${tried}`, password: 'wrong' });
    return call({ agent, port, path: '/api/session', method: 'POST', headers }, body);
  });

const until = () => performance.now() + SECONDS * 1000;
await read(until());
for (const [from, networks] of [
  ['one network', 1],
  ['ten thousand networks', 10_000],
] as const) {
  const ratios: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const alone = await read(until());
    const end = until();
    const [beside] = await Promise.all([read(end), guess(end, networks)]);
    ratios.push(beside / alone);
    say(`  ${whole(alone / SECONDS)} forms a second alone, ${whole(beside / SECONDS)} beside`);
  }
  const ratio = median(ratios);
  say(`64 connections of wrong sign-ins from ${from}: ${ratio.toFixed(2)} (${met(ratio >= KEPT)})`);
}
server.disconnect();
