import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freezeContent, hashed } from '../../server/figures/freeze.ts';
import { findEvaluation, updateEvaluation } from '../../server/store/evaluations.ts';
import { insertFrozen } from '../../server/store/frozen-figures.ts';
import { openStore } from '../../server/store/open.ts';
import { beginRemoval } from '../../server/store/removed-answers.ts';
import { createResponseWriter } from '../../server/store/response-writer.ts';
import type { Store } from '../../server/store/store.ts';
import type { FrozenContent } from '../../survey-definitions/frozen-figures.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../support/engines.ts';
import { aResponse, type Fieldwork, NOW, startFieldwork } from '../support/fieldwork.ts';
import { bundleScript, runScript } from '../support/run-script.ts';

let command: string;
let folder: string;
beforeAll(async () => {
  command = await bundleScript('server/verify-figures.ts');
  folder = await mkdtemp(join(tmpdir(), 'manping-figures-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe.each(ENGINES)('npm run verify-figures on %s', (engine) => {
  let database: TestDatabase;
  let field: Fieldwork;
  let content: FrozenContent;
  let hash: string;

  const inStore = async <T>(work: (store: Store) => Promise<T>): Promise<T> => {
    const store = await openStore(database.options);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  };
  const verify = async (file: unknown) => {
    const path = join(folder, 'figures.json');
    await writeFile(path, typeof file === 'string' ? file : JSON.stringify(file));
    return runScript(command, [path], database.env);
  };
  const downloaded = () => ({ ...content, hash, scores: ['public'], stale: false, laterKey: 1 });
  const figures = () => `${content.figures.length} figures`;

  beforeAll(async () => {
    database = await createTestDatabase(engine);
    await inStore(async (store) => {
      field = await startFieldwork(store);
      await updateEvaluation(store.write, field.evaluationId, { feeds: { public: field.code } });
      const writer = createResponseWriter(store);
      for (const air of ['very-satisfied', 'satisfied', 'neutral'])
        await writer.write(aResponse(field.code, { answers: { age: 'young', air } }));
      await writer.drain();
      const evaluation = await findEvaluation(store.read, field.evaluationId);
      if (evaluation === undefined) throw new Error('no evaluation');
      const by = { frozenBy: 'admin', now: NOW };
      content = await freezeContent(store.read, evaluation, ['public'], by);
      const made = hashed(content);
      hash = made.hash;
      await insertFrozen(store.write, made.canonical, { content, hash });
    });
  });
  afterAll(() => database.drop());

  it('says that all is as it was frozen', async () => {
    expect(await verify(downloaded())).toEqual({
      code: 0,
      stdout: `${figures()}, all as it was frozen\n`,
      stderr: '',
    });
  });

  it('names a number of the file that is another by where it stands, with both', async () => {
    const file = structuredClone(downloaded());
    const [figure] = file.figures;
    if (!figure?.value) throw new Error('no figure');
    const { exact } = figure.value;
    figure.value.exact = '95';
    const { hash: taken } = hashed({ ...content, figures: file.figures });
    expect(await verify(file)).toEqual({
      code: 1,
      stdout: `/hash: file ${hash}, its content ${taken}
/figures/0/value: file 95, database ${exact}
${figures()}, 2 differences
`,
      stderr: '',
    });
  });

  it.each([
    [['{'], /figures\.json: .*JSON/],
    [[{}], /is no frozen figure\n\/format: /],
    [['base'], /is no frozen figure\n\/figures\/0\/base: /],
    [['more'], /is no frozen figure\n\/figures\/0: .*colour/],
  ])('does not check what is no frozen figure: %j', async ([broken], said) => {
    const [figure] = content.figures;
    const file: Record<string, unknown> = {
      base: { ...downloaded(), figures: [{ ...figure, base: 'many' }] },
      more: { ...downloaded(), figures: [{ ...figure, colour: 'red' }] },
    };
    const { code, stdout, stderr } = await verify(file[String(broken)] ?? broken);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(said);
  });

  it.each([
    [[], /takes one file/],
    [['a', 'b'], /takes one file/],
    [['--head', 'x'], /'--head'/],
    [['nowhere.json'], /nowhere\.json: ENOENT/],
  ])('does not check where it was asked %j', async (args, said) => {
    const { code, stdout, stderr } = await runScript(command, args, database.env);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(said);
  });

  it('says of a response that was changed in the database that it was', async () => {
    const change = (from: string, to: string) =>
      inStore(({ write }) =>
        write
          .updateTable('responses')
          .set({ channel: to as 'paper' })
          .where('channel', '=', from as 'online')
          .execute(),
      );
    await change('online', 'paper');
    const { code, stdout } = await verify(downloaded());
    await change('paper', 'online');
    expect(code).toBe(1);
    expect(stdout).toContain(
      '/groups/0/surveys/0/responses: single responses are others than those it was frozen of: file 3 responses ',
    );
    expect(stdout).toContain('/groups/0/surveys/0/byChannel/0/received: file 3, database 0\n');
    expect((await verify(downloaded())).code).toBe(0);
  });

  it('compares counts alone once answers were removed at the end of their time, and says so', async () => {
    await inStore(async ({ write }) => {
      await beginRemoval(write, field.evaluationId, new Date('2027-12-31T20:00:00.000Z'));
      await write.deleteFrom('responses').execute();
    });
    const said = `${field.code}: answers were removed on 2028-01-01: checked by its counts alone\n`;
    expect(await verify(downloaded())).toEqual({
      code: 0,
      stdout: `${said}${figures()}, all as it was frozen\n`,
      stderr: '',
    });
    await inStore(({ write }) =>
      write.updateTable('day_counts').set({ n: 2 }).where('survey_code', '=', field.code).execute(),
    );
    const { code, stdout } = await verify(downloaded());
    expect([code, stdout]).toEqual([
      1,
      expect.stringContaining('/groups/0/surveys/0/returns/received: file 3, database 2\n'),
    ]);
  });
});
