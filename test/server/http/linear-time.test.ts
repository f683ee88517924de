import { describe, expect, it } from 'vitest';
import { withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';

/** What is read of a request by anybody: ours, or the framework's. */
const HEADERS = [
  'accept',
  'accept-encoding',
  'accept-language',
  'authorization',
  'content-type',
  'cookie',
  'forwarded',
  'if-none-match',
  'origin',
  'sec-fetch-site',
  'x-forwarded-for',
  'x-forwarded-proto',
];
/** What backtracking, or looking again from every character, would stumble over. */
const HOSTILE = [
  ' ',
  '\t',
  ',',
  ';',
  ' ;',
  '=',
  ';q=0',
  ';q=0.',
  '0',
  '"',
  '\\"',
  '%',
  '[',
  ']:1',
  ':',
  '-',
  'zh,',
];
const SHORT = 4000;
const LONG = 32_000;

const run = (part: string, length: number) =>
  `gzip${part.repeat(Math.ceil(length / part.length))}x`;

describe.each(ENGINES.slice(0, 1))('every header, path and query', (engine) => {
  const t = withFieldwork(engine, { TRUST_PROXY: '1' });

  /** The best of three: what the machine does beside comes in none of them, or in all. */
  async function best(ask: () => Promise<Response>): Promise<number> {
    const times: number[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      const began = performance.now();
      await (await ask()).arrayBuffer();
      times.push(performance.now() - began);
    }
    return Math.min(...times);
  }

  /** Eight times the length: some eight times the work, where squares would be sixty-four. */
  async function growsLinearly(ask: (length: number) => Promise<Response>) {
    let [short, long] = [0, Number.POSITIVE_INFINITY];
    // What squares would stay so however often it is asked; a busy machine does not.
    for (let turn = 0; turn < 6 && long >= 16 * short + 20; turn += 1) {
      short = await best(() => ask(SHORT));
      long = await best(() => ask(LONG));
    }
    expect(long, `${short} ms, then ${long} ms`).toBeLessThan(16 * short + 20);
  }

  it.each(HEADERS)('%s is read in linear time', async (name) => {
    const asking = [
      (headers: Record<string, string>) => t.anyone('GET', `/s/${t.code}`, undefined, headers),
      (headers: Record<string, string>) =>
        t.anyone('GET', `/api/surveys/${t.code}/form`, undefined, headers),
      (headers: Record<string, string>) => t.admin('GET', '/api/evaluations', undefined, headers),
      (headers: Record<string, string>) =>
        t.anyone('PUT', `/api/surveys/${t.code}/responses/${t.evaluationId}`, {}, headers),
    ];
    for (const ask of asking) {
      for (const part of HOSTILE)
        await growsLinearly((length) => ask({ [name]: run(part, length) }));
    }
  });

  it.each(['/', '%20', '%', 's/', '.', '..%2f', '//', ';'])(
    'a path of %j as well',
    async (part) => {
      for (const before of ['/', '/s/', '/api/surveys/', '/assets/', '/evaluations/']) {
        await growsLinearly((length) => t.anyone('GET', before + run(part, length)));
      }
    },
  );

  it.each(['&', '=', '&lang=', '%20', '%', '+', '?', '&&=', 'elder='])(
    'and a query of %j',
    async (part) => {
      for (const path of [`/s/${t.code}`, `/api/surveys/${t.code}/form`, '/evaluations']) {
        await growsLinearly((length) => t.anyone('GET', `${path}?lang=${run(part, length)}`));
      }
    },
  );
});
