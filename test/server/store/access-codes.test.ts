import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accessCodeHash, newAccessCode } from '../../../server/fieldwork/access-code.ts';
import {
  countAccessCodes,
  findAccessCode,
  insertAccessCodes,
} from '../../../server/store/access-codes.ts';
import { readCounts } from '../../../server/store/counts.ts';
import { openStore } from '../../../server/store/open.ts';
import { compareCounts } from '../../../server/store/rebuild-counts.ts';
import { createResponseWriter } from '../../../server/store/response-writer.ts';
import { findResponse } from '../../../server/store/responses.ts';
import { rewriteAccessCodes } from '../../../server/store/rewrite-access-codes.ts';
import type { Store } from '../../../server/store/store.ts';
import { insertSurvey, setSurveyState } from '../../../server/store/surveys.ts';
import { countingTransactions } from '../../support/counting-transactions.ts';
import { ENGINES } from '../../support/engines.ts';
import { aResponse, aSurvey, startFieldwork } from '../../support/fieldwork.ts';
import { withTestStore } from '../../support/store.ts';

describe.each(ENGINES)('access codes on %s', (engine) => {
  const store = withTestStore(engine);
  let evaluationId: string;
  let survey: string;

  beforeAll(async () => {
    ({ evaluationId } = await startFieldwork(store));
  });
  beforeEach(async () => {
    survey = await aSurveyWithCodes();
  });

  async function aSurveyWithCodes(): Promise<string> {
    const made = aSurvey(evaluationId, { access: 'code' });
    await insertSurvey(store.write, made);
    return made.code;
  }
  async function issue(count: number, of = survey): Promise<string[]> {
    const hashes = Array.from({ length: count }, () => accessCodeHash(of, newAccessCode()));
    await insertAccessCodes(store.write, of, hashes);
    return hashes;
  }
  const one = async () => (await issue(1))[0] ?? '';
  const withCode = (codeHash: string, of = survey) => aResponse(of, { codeHash });
  const received = async () => (await readCounts(store.read, survey)).get('')?.get('') ?? 0;

  it('are kept as a hash and whether they are spent, and as nothing else', async () => {
    await one();
    const rows = await store.read.selectFrom('access_codes').selectAll().execute();
    for (const row of rows) {
      expect(Object.keys(row).sort()).toEqual(['code_hash', 'spent', 'survey_code']);
      expect(row.code_hash).toMatch(/^[0-9a-f]{64}$/);
    }
    const tables = await store.read.introspection.getTables();
    // PostgreSQL lists the schemas of other tests too, which come and go; a table counts once.
    const columns = [
      ...new Set(
        tables.flatMap(({ name, columns: all }) => all.map((column) => `${name}.${column.name}`)),
      ),
    ];
    expect(columns.filter((name) => name.startsWith('access_codes.')).sort()).toEqual([
      'access_codes.code_hash',
      'access_codes.spent',
      'access_codes.survey_code',
    ]);
    // Nothing on the other side either.
    expect(columns.filter((name) => /^responses\..*(code|hash)/.test(name)).sort()).toEqual([
      'responses.content_hash',
      'responses.survey_code',
    ]);
  });

  it('lie in the order of their hashes, not in that of the list that was handed out', async () => {
    const issued = await issue(50);
    const rows = await store.read
      .selectFrom('access_codes')
      .select('code_hash')
      .where('survey_code', '=', survey)
      .execute();
    const found = rows.map((row) => row.code_hash);
    expect(found).toEqual([...issued].sort());
    expect(found).not.toEqual(issued);
  });

  it('are spent with the response that comes with them', async () => {
    const [code = ''] = await issue(3);
    const writer = createResponseWriter(store);
    const response = withCode(code);
    expect(await writer.write(response)).toBe('new');
    expect(await findAccessCode(store.read, survey, code)).toBe('spent');
    expect(await countAccessCodes(store.read, survey)).toEqual({ issued: 3, spent: 1 });
    const { questionnaire: _, codeHash: __, ...stored } = response;
    expect(await findResponse(store.read, response.id)).toEqual(stored);
  });

  it('are good for one response, and a refused one leaves nothing behind', async () => {
    const code = await one();
    const writer = createResponseWriter(store);
    await writer.write(withCode(code));
    const late = withCode(code);
    const stranger = withCode('f'.repeat(64));
    expect(await writer.write(late)).toBe('code-spent');
    expect(await writer.write(stranger)).toBe('code-unknown');
    for (const { id } of [late, stranger])
      expect(await findResponse(store.read, id)).toBeUndefined();
    expect(await received()).toBe(1);
    expect((await compareCounts(store.read, survey)).differences).toEqual([]);
  });

  it('of another survey are unknown', async () => {
    const code = await one();
    const other = await aSurveyWithCodes();
    expect(await createResponseWriter(store).write(withCode(code, other))).toBe('code-unknown');
    expect(await findAccessCode(store.read, survey, code)).toBe('unspent');
  });

  it('of which two in one batch are the same go to the first, and nothing else is rolled back', async () => {
    const [first = '', second = ''] = await issue(2);
    const open = (await startFieldwork(store)).code;
    const writer = createResponseWriter(store, { maxWaitMs: 50 });
    const batch = [
      aResponse(open),
      withCode(first),
      withCode('0'.repeat(64)),
      withCode(first),
      withCode(second),
      withCode(first),
      aResponse(open),
    ];
    expect(await Promise.all(batch.map((each) => writer.write(each)))).toEqual([
      'new',
      'new',
      'code-unknown',
      'code-spent',
      'new',
      'code-spent',
      'new',
    ]);
    expect(await received()).toBe(2);
    expect(await countAccessCodes(store.read, survey)).toEqual({ issued: 2, spent: 2 });
    for (const each of [survey, open])
      expect((await compareCounts(store.read, each)).differences).toEqual([]);
  });

  it('are not spent by a response that is there already', async () => {
    const [first = '', second = ''] = await issue(2);
    const writer = createResponseWriter(store);
    const response = withCode(first);
    await writer.write(response);
    expect(await writer.write({ ...response, codeHash: second })).toBe('exists');
    expect(await findAccessCode(store.read, survey, second)).toBe('unspent');
  });

  it('refuse a response as often as it comes, within one batch too', async () => {
    const code = await one();
    const writer = createResponseWriter(store, { maxWaitMs: 50 });
    await writer.write(withCode(code));
    const late = withCode(code);
    expect(await Promise.all([late, late].map((each) => writer.write(each)))).toEqual([
      'code-spent',
      'code-spent',
    ]);
    expect(await received()).toBe(1);
  });

  it('are spent once by several servers at a time', async () => {
    const codes = await issue(20);
    const second = await openStore(store.database.options);
    try {
      const load = (from: Store, all: string[]) => {
        const writer = createResponseWriter(from, { maxBatch: 8, maxWaitMs: 0 });
        return Promise.all(all.map((code) => writer.write(withCode(code))));
      };
      const written = await Promise.all([
        load(store, codes),
        load(second, codes.toReversed()),
        load(store, codes),
      ]);
      const all = written.flat();
      expect(all.filter((result) => result === 'new')).toHaveLength(20);
      expect(all.filter((result) => result === 'code-spent')).toHaveLength(40);
      expect(await received()).toBe(20);
      expect(await countAccessCodes(store.read, survey)).toEqual({ issued: 20, spent: 20 });
      expect((await compareCounts(store.read, survey)).differences).toEqual([]);
    } finally {
      await second.close();
    }
  });

  it('are written anew when a survey closes, and are then what they were', async () => {
    const issued = await issue(30);
    const writer = createResponseWriter(store, { maxBatch: 1, maxWaitMs: 0 });
    const spent = issued.filter((_, at) => at % 3 === 0);
    for (const code of spent) await writer.write(withCode(code));
    const rows = () =>
      store.read
        .selectFrom('access_codes')
        .selectAll()
        .where('survey_code', '=', survey)
        .orderBy('code_hash')
        .execute();
    /** What PostgreSQL knows of the rows besides: who wrote them, and where they lie. */
    const internals = async () =>
      (
        await sql<{ xmin: string; hash: string }>`
          select xmin::text, code_hash as hash from access_codes where survey_code = ${survey} order by ctid
        `.execute(store.read)
      ).rows;
    const before = await rows();
    if (engine === 'postgres')
      expect(new Set((await internals()).map(({ xmin }) => xmin)).size).toBe(1 + spent.length);
    await rewriteAccessCodes(store.write, survey);
    expect(await rows()).toEqual(before);
    if (engine === 'postgres') {
      const after = await internals();
      expect(new Set(after.map(({ xmin }) => xmin)).size).toBe(1);
      expect(after.map(({ hash }) => hash)).toEqual([...issued].sort());
    }
    expect(await writer.write(withCode(spent[0] ?? ''))).toBe('code-spent');
    expect(await writer.write(withCode(issued[1] ?? ''))).toBe('new');
  });

  it('are written anew a part at a time, spent among unspent, so that other responses get in between', async () => {
    const issued = await issue(1201);
    // Every third by its place among the hashes, as they are written.
    const spent = issued.toSorted().filter((_, at) => at % 3 === 0);
    for (let from = 0; from < spent.length; from += 100)
      await store.write
        .updateTable('access_codes')
        .set({ spent: 1 })
        .where('code_hash', 'in', spent.slice(from, from + 100))
        .execute();
    const open = (await startFieldwork(store)).code;
    const counting = countingTransactions(store);
    const done: string[] = [];
    const rewriting = rewriteAccessCodes(counting.write, survey).then(() => done.push('rewritten'));
    const writer = createResponseWriter(store, { maxBatch: 1 });
    await writer.write(aResponse(open)).then(() => done.push('response'));
    await rewriting;
    expect(done).toEqual(['response', 'rewritten']);
    // Three parts of 401 at most, and the look that finds nothing left.
    expect(counting.transactions()).toBe(4);
    expect(await countAccessCodes(store.read, survey)).toEqual({ issued: 1201, spent: 401 });
    if (engine !== 'postgres') return;
    const { rows } = await sql<{ n: number; spent: number }>`
      select count(*)::int as n, sum(spent)::int as spent from access_codes
      where survey_code = ${survey} group by xmin::text order by min(code_hash)
    `.execute(store.read);
    expect(rows).toEqual([
      { n: 401, spent: 134 },
      { n: 401, spent: 134 },
      { n: 399, spent: 133 },
    ]);
  });

  it('of a survey that has none cost nothing when it closes', async () => {
    const counting = countingTransactions(store);
    await rewriteAccessCodes(counting.write, survey);
    expect(counting.transactions()).toBe(0);
  });

  it('are not spent by a response that comes behind the close', async () => {
    const code = await one();
    await setSurveyState(store.write, survey, 'closed');
    const late = { ...withCode(code), whileOpen: true };
    expect(await createResponseWriter(store).write(late)).toBe('survey-not-open');
    expect(await findAccessCode(store.read, survey, code)).toBe('unspent');
    expect(await received()).toBe(0);
  });

  it('stay good for what is on its way while they are written anew', async () => {
    const codes = await issue(60);
    const second = await openStore(store.database.options);
    try {
      const writer = createResponseWriter(store, { maxBatch: 4, maxWaitMs: 0 });
      const writing = Promise.all(codes.map((code) => writer.write(withCode(code))));
      for (let n = 0; n < 6; n += 1) await rewriteAccessCodes(second.write, survey);
      expect(new Set(await writing)).toEqual(new Set(['new']));
      expect(await countAccessCodes(store.read, survey)).toEqual({ issued: 60, spent: 60 });
    } finally {
      await second.close();
    }
  });

  it('cost a survey without them not one statement', async () => {
    const open = (await startFieldwork(store)).code;
    const asked: string[] = [];
    const write = store.write.withPlugin({
      transformQuery({ node }) {
        asked.push(JSON.stringify(node));
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    const writer = createResponseWriter({ shard: store.shard, write });
    const about = (table: string) => asked.filter((node) => node.includes(`"${table}"`)).length;
    await writer.write(aResponse(open));
    expect([about('responses'), about('access_codes')]).toEqual([1, 0]);
    await writer.write(withCode(await one()));
    expect([about('responses'), about('access_codes')]).toEqual([2, 1]);
  });
});
