import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { recordAudit } from '../../../server/store/audit.ts';
import { type AuditHead, chained, NO_EVENT } from '../../../server/store/audit-chain.ts';
import type { Db, Tables } from '../../../server/store/tables.ts';
import { type AuditFault, verifyAudit } from '../../../server/store/verify-audit.ts';
import { ENGINES } from '../../support/engines.ts';
import { withTestStore } from '../../support/store.ts';

const EVENTS = 40;
type Row = Tables['audit_events'];
class TakenBack extends Error {}

describe.each(ENGINES)('the chain of the audit, on %s', (engine) => {
  const store = withTestStore(engine);
  let rows: Row[];
  let head: AuditHead;

  beforeAll(async () => {
    for (let n = 1; n <= EVENTS; n += 1)
      await recordAudit(store.write, {
        at: new Date(Date.UTC(2026, 2, 1, 0, n)).toISOString(),
        actor: n % 3 === 0 ? 'li' : 'admin',
        action: 'scoring.override',
        evaluationId: n % 4 === 0 ? null : 'e1',
        subject: `A${n}`,
        detail: { score: `${n}`, 理由: { text: '核定', n } },
      });
    rows = await store.read.selectFrom('audit_events').selectAll().orderBy('seq').execute();
    const last = rows.at(-1);
    head = { seq: last?.seq ?? 0, hash: last?.hash ?? '' };
  });

  const check = async (db: Db, kept?: AuditHead) => {
    const found: AuditFault[] = [];
    const { faults } = await verifyAudit(db, (fault) => found.push(fault), kept);
    expect(faults).toBe(found.length);
    return found;
  };
  /** What is found after somebody who can write the database did this; it is taken back. */
  async function foundAfter(tamper: (db: Db) => Promise<unknown>, kept?: AuditHead) {
    let found: AuditFault[] = [];
    const done = store.write.transaction().execute(async (trx) => {
      await tamper(trx);
      found = await check(trx, kept);
      throw new TakenBack();
    });
    await expect(done).rejects.toThrow(TakenBack);
    return found;
  }
  const set = (db: Db, seq: number, values: Partial<Row>) =>
    db.updateTable('audit_events').set(values).where('seq', '=', seq).execute();
  const remove = (db: Db, from: number, to = from) =>
    db.deleteFrom('audit_events').where('seq', '>=', from).where('seq', '<=', to).execute();
  const at = fc.integer({ min: 1, max: EVENTS });
  const runs = { numRuns: 40 };

  it('holds as it was recorded', async () => {
    expect(await verifyAudit(store.read, () => undefined)).toEqual({
      events: EVENTS,
      head,
      faults: 0,
    });
    for (const seq of [1, 17, EVENTS]) {
      const { hash = '' } = rows[seq - 1] ?? {};
      expect(await check(store.read, { seq, hash })).toEqual([]);
    }
    expect(await check(store.read, NO_EVENT)).toEqual([]);
  });

  it('shows every field of every event that was changed', async () => {
    const text = fc.string({ minLength: 1 }).filter((each) => !each.includes('\0'));
    const fields = fc.constantFrom(
      ...(['id', 'at', 'actor', 'action', 'evaluation_id', 'subject', 'previous', 'hash'] as const),
    );
    await fc.assert(
      fc.asyncProperty(at, fields, text, async (seq, field, value) => {
        fc.pre(rows[seq - 1]?.[field] !== value);
        const found = await foundAfter((db) => set(db, seq, { [field]: value }));
        expect(found).toContainEqual({ kind: 'changed', seq });
      }),
      runs,
    );
  });

  it('shows what of a detail was changed, and one that can no longer be read', async () => {
    await fc.assert(
      fc.asyncProperty(at, fc.jsonValue(), async (seq, value) => {
        const detail = JSON.stringify({ ...JSON.parse(rows[seq - 1]?.detail ?? ''), more: value });
        const found = await foundAfter((db) => set(db, seq, { detail }));
        expect(found).toEqual([{ kind: 'changed', seq }]);
      }),
      runs,
    );
    const written = rows[6]?.detail ?? '';
    const otherwise = [` ${written}`, written.replace('{', '{"score":"99",')];
    for (const detail of ['', '{', '[]', 'null', '{"a":"\\ud800"}', ...otherwise])
      expect(await foundAfter((db) => set(db, 7, { detail }))).toEqual([
        { kind: 'changed', seq: 7 },
      ]);
  });

  it('shows a change whose own hash was made anew, by the event behind it or by the head', async () => {
    await fc.assert(
      fc.asyncProperty(at, async (seq) => {
        const row = rows[seq - 1] as Row;
        const before = rows[seq - 2] ?? NO_EVENT;
        const { hash } = chained(before, { ...asEvent(row), actor: 'somebody else' });
        const found = await foundAfter((db) => set(db, seq, { actor: 'somebody else', hash }));
        expect(found).toEqual([
          seq === EVENTS ? { kind: 'head', seq } : { kind: 'does-not-follow', seq: seq + 1 },
        ]);
      }),
      runs,
    );
  });

  it('shows what was removed, wherever and however much', async () => {
    await fc.assert(
      fc.asyncProperty(at, at, async (one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const found = await foundAfter((db) => remove(db, from, to));
        expect(found).toEqual(
          to === EVENTS ? [{ kind: 'head', seq: from - 1 }] : [{ kind: 'missing', seq: from, to }],
        );
      }),
      runs,
    );
  });

  it('shows what was removed where those behind it moved up', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: EVENTS - 1 }), async (gone) => {
        const found = await foundAfter(async (db) => {
          await remove(db, gone);
          for (let seq = gone + 1; seq <= EVENTS; seq += 1) await set(db, seq, { seq: seq - 1 });
          await db
            .updateTable('audit_head')
            .set({ seq: EVENTS - 1 })
            .execute();
        });
        expect(found).toContainEqual({ kind: 'does-not-follow', seq: gone });
        expect(found.map(({ seq }) => seq)).toEqual(expect.arrayContaining([gone, EVENTS - 1]));
      }),
      { numRuns: 10 },
    );
  });

  it('shows two that changed places', async () => {
    await fc.assert(
      fc.asyncProperty(at, at, async (one, other) => {
        fc.pre(one !== other);
        const found = await foundAfter(async (db) => {
          await set(db, one, { seq: -1 });
          await set(db, other, { seq: one });
          await set(db, -1, { seq: other });
        });
        expect(found).toContainEqual({ kind: 'out-of-order', seq: one, was: other });
        expect(found).toContainEqual({ kind: 'out-of-order', seq: other, was: one });
      }),
      runs,
    );
  });

  it('shows what was put in: before, between the others, which moved on, and behind the head', async () => {
    const extra = (seq: number, before: AuditHead) => {
      const event = { ...asEvent(rows[0] as Row), id: 'put-in' };
      const { previous, hash } = chained({ ...before, seq: seq - 1 }, event);
      return { ...(rows[0] as Row), id: 'put-in', seq, previous, hash };
    };
    const insert = (db: Db, row: Row) => db.insertInto('audit_events').values(row).execute();
    await fc.assert(
      fc.asyncProperty(at, async (seq) => {
        const found = await foundAfter(async (db) => {
          for (let moved = EVENTS; moved >= seq; moved -= 1)
            await set(db, moved, { seq: moved + 1 });
          await insert(db, extra(seq, rows[seq - 2] ?? NO_EVENT));
          await db
            .updateTable('audit_head')
            .set({ seq: EVENTS + 1 })
            .execute();
        });
        expect(found).toContainEqual({ kind: 'does-not-follow', seq: seq + 1 });
        expect(found).toContainEqual({ kind: 'changed', seq: seq + 1 });
      }),
      { numRuns: 10 },
    );
    expect(await foundAfter((db) => insert(db, extra(EVENTS + 1, head)))).toEqual([
      { kind: 'head', seq: EVENTS + 1 },
    ]);
    expect(await foundAfter((db) => insert(db, extra(0, NO_EVENT)))).toContainEqual({
      kind: 'does-not-follow',
      seq: 0,
    });
    expect(await foundAfter((db) => insert(db, extra(-5, NO_EVENT)))).toContainEqual({
      kind: 'does-not-follow',
      seq: -5,
    });
  });

  it('shows a head that was changed, or is gone', async () => {
    const fault = [{ kind: 'head', seq: EVENTS }];
    for (const values of [{ seq: EVENTS - 1 }, { seq: EVENTS + 1 }, { hash: NO_EVENT.hash }])
      expect(await foundAfter((db) => db.updateTable('audit_head').set(values).execute())).toEqual(
        fault,
      );
    expect(await foundAfter((db) => db.deleteFrom('audit_head').execute())).toEqual(fault);
    expect(await foundAfter((db) => remove(db, 1, EVENTS))).toEqual([{ kind: 'head', seq: 0 }]);
  });

  describe('by a head that was kept outside', () => {
    const cutTo = async (db: Db, seq: number) => {
      await remove(db, seq + 1, EVENTS);
      const { hash } = rows[seq - 1] ?? NO_EVENT;
      await db.updateTable('audit_head').set({ seq, hash }).execute();
    };

    it('shows that the end was cut off together with the head, which nothing inside can', async () => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 0, max: EVENTS - 1 }), async (left) => {
          expect(await foundAfter((db) => cutTo(db, left))).toEqual([]);
          expect(await foundAfter((db) => cutTo(db, left), head)).toEqual([
            { kind: 'not-in-chain', seq: EVENTS },
          ]);
        }),
        { numRuns: 10 },
      );
    });

    it('shows that all was made anew, which nothing inside can', async () => {
      await fc.assert(
        fc.asyncProperty(at, async (changed) => {
          const rebuild = async (db: Db) => {
            let last = NO_EVENT;
            for (const row of rows) {
              const event = asEvent(row);
              if (row.seq === changed) event.actor = 'somebody else';
              const { seq, previous, hash, actor } = chained(last, event);
              last = { seq, hash };
              if (seq >= changed) await set(db, seq, { previous, hash, actor });
            }
            await db.updateTable('audit_head').set(last).execute();
          };
          expect(await foundAfter(rebuild)).toEqual([]);
          expect(await foundAfter(rebuild, head)).toEqual([{ kind: 'not-in-chain', seq: EVENTS }]);
          // One from before the change still occurs.
          const early = rows[changed - 2] ?? NO_EVENT;
          expect(await foundAfter(rebuild, { seq: early.seq, hash: early.hash })).toEqual([]);
        }),
        { numRuns: 10 },
      );
    });
  });

  it('is looked at as it stood: what is recorded meanwhile is no fault', async () => {
    let done = false;
    const recording = (async () => {
      for (let n = 0; n < 30; n += 1)
        await recordAudit(store.write, {
          at: '2026-04-01T00:00:00.000Z',
          actor: 'li',
          action: 'survey.open',
          evaluationId: null,
          subject: `${n}`,
          detail: {},
        });
      done = true;
    })();
    let checks = 0;
    while (!done) {
      expect(await check(store.read)).toEqual([]);
      checks += 1;
    }
    await recording;
    expect(checks).toBeGreaterThan(0);
    expect((await verifyAudit(store.read, () => undefined)).events).toBe(EVENTS + 30);
  });
});

function asEvent({ evaluation_id, detail, seq: _, previous: __, hash: ___, ...row }: Row) {
  return { ...row, evaluationId: evaluation_id, detail: JSON.parse(detail) };
}
