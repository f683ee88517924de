import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findQuestionnaire, listQuestionnaires } from '../../../server/store/questionnaires.ts';
import { createResponseWriter } from '../../../server/store/response-writer.ts';
import { placeOf, readResponses } from '../../../server/store/responses.ts';
import { countingStatements } from '../../support/counting-statements.ts';
import { ENGINES, openTestStore } from '../../support/engines.ts';
import { aResponse, QUESTIONNAIRE, startFieldwork } from '../../support/fieldwork.ts';

describe.each(ENGINES)('responses read one after another (%s)', (engine) => {
  let opened: Awaited<ReturnType<typeof openTestStore>>;
  let counted: ReturnType<typeof countingStatements>;
  let code: string;
  const ids: string[] = [];
  beforeAll(async () => {
    opened = await openTestStore(engine);
    counted = countingStatements(opened.store);
    ({ code } = await startFieldwork(opened.store));
    const writer = createResponseWriter(opened.store);
    for (let n = 0; n < 7; n += 1) {
      // Two in every moment, so that the id decides between them.
      const receivedAt = new Date(Date.UTC(2026, 2, 1, 8, Math.floor(n / 2))).toISOString();
      const response = aResponse(code, {
        receivedAt,
        channel: n % 3 === 0 ? 'paper' : 'online',
      });
      await writer.write(response);
      ids.push(response.id);
    }
    await writer.drain();
  });
  afterAll(() => opened.close());

  const read = async (options: Parameters<typeof readResponses>[2], most = 100) => {
    const found: string[] = [];
    for await (const row of readResponses(counted.store.read, code, options)) {
      found.push(row.id);
      if (found.length === most) break;
    }
    return found;
  };

  it.each([1, 2, 3, 7, 8, 100])('are each there once, in order, %i a page', async (pageSize) => {
    const all = await read({ pageSize });
    expect([...all].sort()).toEqual([...ids].sort());
    expect(await read({ pageSize, newestFirst: true })).toEqual([...all].reverse());
  });

  it('go on behind any place, in both directions', async () => {
    const rows = [];
    for await (const row of readResponses(counted.store.read, code, { pageSize: 3 }))
      rows.push(row);
    for (const [index, row] of rows.entries()) {
      const after = placeOf(row);
      const rest = rows.slice(index + 1).map(({ id }) => id);
      expect(await read({ pageSize: 2, after })).toEqual(rest);
      const before = rows.slice(0, index).map(({ id }) => id);
      expect(await read({ pageSize: 2, after, newestFirst: true })).toEqual(before.reverse());
    }
  });

  it('are read no page before it is wanted', async () => {
    counted.statements();
    await read({ pageSize: 2 }, 1);
    expect(counted.statements()).toBe(1);
    await read({ pageSize: 2 }, 3);
    expect(counted.statements()).toBe(2);
    await read({ pageSize: 8 });
    expect(counted.statements()).toBe(1);
  });

  it('are only those that are asked for', async () => {
    expect(await read({ pageSize: 2, channel: 'paper' })).toHaveLength(3);
    expect(await read({ pageSize: 2, disposition: 'invalid' })).toEqual([]);
    expect(await read({ pageSize: 2, flagged: false, withText: false })).toHaveLength(7);
  });
});

describe.each(ENGINES)('a published definition (%s)', (engine) => {
  it('is parsed once, whoever reads it over whichever connection', async () => {
    const { store, close } = await openTestStore(engine);
    await startFieldwork(store);
    const { id, version } = QUESTIONNAIRE;
    const first = await findQuestionnaire(store.read, id, version);
    expect(first).toEqual(QUESTIONNAIRE);
    const others = [
      await findQuestionnaire(store.read, id, version),
      await findQuestionnaire(store.write, id, version),
      await store.write.transaction().execute((trx) => findQuestionnaire(trx, id, version)),
      (await listQuestionnaires(store.read))[0],
    ];
    for (const other of others) expect(other).toBe(first);
    await close();
  });
});
