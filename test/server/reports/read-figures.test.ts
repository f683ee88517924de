import { execFile, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { updateEvaluation } from '../../../server/store/evaluations.ts';
import { said } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { aResponse } from '../../support/fieldwork.ts';
import { withListening } from '../../support/listening.ts';

// Named as left out at the end of the suite; with CI=true nothing may be.
const hasPython = process.env['CI'] === 'true' || spawnSync('python3', ['--version']).status === 0;
const PYTHON = 'docs/readers/read-figures.py';
const READERS: readonly [file: string, program: string, ...args: string[]][] = [
  [
    'docs/readers/read-figures.ts',
    process.execPath,
    '--import',
    'tsx',
    'docs/readers/read-figures.ts',
  ],
  ...(hasPython ? ([[PYTHON, 'python3', PYTHON]] as const).map((each) => [...each] as never) : []),
];

const run = (program: string, args: readonly string[]) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    execFile(program, args, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });

describe.each(ENGINES.slice(0, 1))('a reader of another program', (engine) => {
  const t = withListening(engine);
  let token: string;
  let id: string;

  beforeAll(async () => {
    await updateEvaluation(t.store.write, t.evaluationId, { feeds: { public: t.code } });
    const airs = ['very-satisfied', 'satisfied', 'neutral', 'satisfied', 'satisfied', 'neutral'];
    for (const air of airs)
      await t.deps.writer.write(aResponse(t.code, { answers: { age: 'young', air } }));
    const figures = await said(t.admin('POST', `/api/evaluations/${t.evaluationId}/figures`, {}));
    id = figures.body.id;
    const expiresAt = new Date(t.clock.now.getTime() + 86_400_000).toISOString();
    const wanted = { name: '财政系统', role: 'viewer', evaluation: t.evaluationId, expiresAt };
    token = (await said(t.admin('POST', '/api/tokens', wanted))).body.token;
  });

  const read = ([, program, ...args]: (typeof READERS)[number], port: number, by = token) =>
    run(program, [...args, `http://127.0.0.1:${port}`, by, t.evaluationId, id]);

  it.each(READERS)('%s prints the composite of what its hash holds for', async (...reader) => {
    const path = `/api/evaluations/${t.evaluationId}/figures/frozen/${id}`;
    const { body } = await said(t.admin('GET', path));
    const [composite] = body.figures;
    expect(await read(reader, t.port)).toEqual({
      code: 0,
      stdout: `public ${composite.value.display} n=${composite.base}\n`,
      stderr: '',
    });
  });

  it.each(READERS)('%s takes nothing whose hash does not hold', async (...reader) => {
    const between = createServer(async (request, response) => {
      const { authorization = '' } = request.headers;
      const answer = await fetch(`http://127.0.0.1:${t.port}${request.url}`, {
        headers: { authorization },
      });
      response.end((await answer.text()).replace('"base":6', '"base":7'));
    }).listen(0, '127.0.0.1');
    await once(between, 'listening');
    const refused = await read(reader, (between.address() as AddressInfo).port);
    between.close();
    expect(refused).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('hash') });
  });

  it.each(READERS)('%s fails where it is not let in', async (...reader) => {
    const refused = await read(reader, t.port, 'nobody');
    expect(refused).toMatchObject({ stdout: '', stderr: expect.stringContaining('401') });
    expect(refused.code).toBeGreaterThan(0);
  });

  it.skipIf(!hasPython)('in Python writes every number as ECMAScript does', () => {
    const program = `
import importlib.util, json, sys
spec = importlib.util.spec_from_file_location("reader", "${PYTHON}")
reader = importlib.util.module_from_spec(spec)
spec.loader.exec_module(reader)
print(json.dumps([reader.number(float(x)) for x in json.load(sys.stdin, parse_int=float)]))`;
    const numbers = [
      ...[0, -0, 1, 100, 1e-6, 1e-7, 0.00001234, 1e16, 1e20, 1e21, 5e-324, Number.MAX_VALUE],
      ...fc.sample(fc.double({ noNaN: true, noDefaultInfinity: true }), 2000),
      ...fc.sample(fc.double({ min: 0, max: 100, noNaN: true }), 2000),
    ];
    const { stdout } = spawnSync('python3', ['-c', program], { input: JSON.stringify(numbers) });
    expect(JSON.parse(String(stdout))).toEqual(numbers.map((each) => JSON.stringify(each)));
  });
});
