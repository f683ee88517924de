import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listAudit, readAuditHead, recordAudit } from '../../../server/store/audit.ts';
import { hashOfEvent, NO_EVENT } from '../../../server/store/audit-chain.ts';
import { up } from '../../../server/store/migrations/0010-audit-chain.ts';
import { openStore } from '../../../server/store/open.ts';
import { migrateToBefore, schemaOf } from '../../support/at-older-version.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../../support/engines.ts';
import { olderDatabase, openAsItIs } from '../../support/older-database.ts';

describe.each(ENGINES)('a database from before the audit was a chain, on %s', (engine) => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await olderDatabase('0009', engine);
  });
  afterEach(() => database.drop());

  /** The audit as it is, column by column, and everything the database knows of its tables. */
  async function asItIs() {
    const { store, prepare, prepared } = await openAsItIs(database);
    try {
      const { rows } = await sql<Record<string, unknown>>`
        select * from audit_events order by at, id`.execute(store.read);
      return { rows, schema: await schemaOf(store, prepare) };
    } finally {
      await store.close();
      await prepared();
    }
  }
  async function opened<T>(work: (store: Awaited<ReturnType<typeof openStore>>) => Promise<T>) {
    const store = await openStore(database.options);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  }

  it('has its events as the first links of the chain, in the order of their times', async () => {
    const before = await asItIs();
    expect(before.rows).toHaveLength(10);
    await opened(async (store) => {
      const rows = await store.read.selectFrom('audit_events').selectAll().orderBy('seq').execute();
      const old = rows.slice(0, -1).map(({ seq: _, previous: __, hash: ___, ...row }) => row);
      expect(old).toEqual(before.rows);
      expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 11 }, (_, n) => n + 1));
      const { items } = await listAudit(store.read, {}, { limit: 50 });
      for (const [index, event] of items.entries()) {
        expect(event.hash).toBe(hashOfEvent(event));
        expect(event.previous).toBe((items[index + 1] ?? NO_EVENT).hash);
      }
    });
  });

  it('says where the chain begins, and that only the order of times was known before', async () => {
    await opened(async (store) => {
      const [begin, last] = (await listAudit(store.read, {}, { limit: 2 })).items;
      expect(begin).toMatchObject({
        seq: 11,
        actor: 'server:migration',
        action: 'audit.chain-begin',
        evaluationId: null,
        detail: { events: 10, through: last?.hash },
      });
      expect(await readAuditHead(store.read)).toEqual({
        seq: 11,
        hash: begin?.hash,
        at: begin?.at,
      });
      await recordAudit(store.write, {
        at: '2026-03-02T00:00:00.000Z',
        actor: 'admin',
        action: 'survey.open',
        evaluationId: null,
        subject: 'abc',
        detail: {},
      });
      const [next] = (await listAudit(store.read, {}, { limit: 1 })).items;
      expect(next).toMatchObject({ seq: 12, previous: begin?.hash });
    });
  });

  it('of thousands of events is chained page by page', async () => {
    const { store, prepared } = await openAsItIs(database);
    const events = Array.from({ length: 2_500 }, (_, n) => ({
      id: `many-${n}`,
      // Many of the same moment, across the pages too.
      at: new Date(Date.parse('2026-04-01T00:00:00Z') + Math.floor(n / 700)).toISOString(),
      actor: 'admin',
      action: 'responses.read',
      evaluation_id: null,
      subject: 'abc',
      detail: JSON.stringify({ rows: n }),
    }));
    for (let from = 0; from < events.length; from += 500)
      await store.write
        .insertInto('audit_events')
        .values(events.slice(from, from + 500) as never)
        .execute();
    await store.close();
    await prepared();
    await opened(async ({ read }) => {
      const rows = await read.selectFrom('audit_events').selectAll().orderBy('seq').execute();
      expect(rows).toHaveLength(2_511);
      expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
      const places = rows.slice(0, -1).map(({ at, id }) => `${at} ${id}`);
      expect(places).toEqual(places.toSorted());
      expect(rows.map(({ previous }) => previous)).toEqual([
        NO_EVENT.hash,
        ...rows.slice(0, -1).map(({ hash }) => hash),
      ]);
    });
  });

  it('is as it was where the change fails half way, and is brought up to date the next time', async () => {
    const before = await asItIs();
    const { store, prepare, prepared } = await openAsItIs(database);
    const error = await migrateToBefore('0009', store, prepare, {
      '0010-audit-chain': {
        async up(db) {
          await up(db);
          throw new Error('the disk is full');
        },
      },
    });
    expect(error).toMatchObject({ message: 'the disk is full' });
    await store.close();
    await prepared();
    expect(await asItIs()).toEqual(before);
    await opened(async ({ read }) => expect((await readAuditHead(read)).seq).toBe(11));
  });

  it('that has no event yet has a chain without any, and the tables of a new one', async () => {
    const { store, prepared } = await openAsItIs(database);
    await store.write.deleteFrom('audit_events').execute();
    await store.close();
    await prepared();
    const schema = await opened(async (migrated) => {
      expect(await readAuditHead(migrated.read)).toEqual({ ...NO_EVENT, at: null });
      expect((await listAudit(migrated.read, {}, { limit: 1 })).items).toEqual([]);
      return schemaOf(migrated, migrated.write);
    });
    const other = await createTestDatabase(engine);
    const fresh = await openStore(other.options);
    expect(schema).toEqual(await schemaOf(fresh, fresh.write));
    await fresh.close();
    await other.drop();
  });
});
