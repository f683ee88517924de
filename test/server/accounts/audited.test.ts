import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Act, audited } from '../../../server/accounts/audited.ts';
import { isRecorded, listAudit, recordAudit } from '../../../server/store/audit.ts';
import { UnknownFateError } from '../../../server/store/failures.ts';
import { openStore } from '../../../server/store/open.ts';
import { changeSetting, readSetting } from '../../../server/store/settings.ts';
import type { Store } from '../../../server/store/store.ts';
import type { Db } from '../../../server/store/tables.ts';
import { verifyAudit } from '../../../server/store/verify-audit.ts';
import { ENGINES } from '../../support/engines.ts';
import { NOW } from '../../support/fieldwork.ts';
import { withTestStore } from '../../support/store.ts';

const act = (subject: string): Act => ({ action: 'survey.open', subject });

describe.each(ENGINES)('what is made and recorded, on %s', (engine) => {
  const store = withTestStore(engine);
  let second: Store;
  beforeAll(async () => {
    second = await openStore(store.database.options);
  });
  afterAll(() => second.close());

  const now = () => NOW;
  const subjects = async () =>
    (await listAudit(store.read, {}, { limit: 200 })).items.map(({ subject }) => subject);
  const event = (id: string) => ({
    ...{ id, at: NOW.toISOString(), actor: 'li', action: 'survey.open', evaluationId: null },
    ...{ subject: id, detail: {} },
  });

  it('is recorded with what was made, in the order that was said, or not at all', async () => {
    const actor = { name: 'li' };
    const made = await audited(
      { store, now },
      actor,
      (n: number) => [act(`a${n}`), act('b')],
      async () => 1,
    );
    expect(made).toBe(1);
    await audited(
      { store, now },
      actor,
      () => undefined,
      async () => 2,
    );
    await audited(
      { store, now },
      actor,
      () => [],
      async () => 2,
    );
    const failing = audited({ store, now }, actor, act('c'), async (trx) => {
      await changeSetting(trx, 'c', 'made');
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await subjects()).toEqual(['b', 'a1']);
    expect(await readSetting(store.read, 'c')).toBeUndefined();
  });

  it.each([
    ['committed', true],
    ['rolled back', false],
  ])('one whose commit is still on its way is waited for, be it %s', async (_, commits) => {
    const id = randomUUID();
    let recorded = () => {};
    const isThere = new Promise<void>((resolve) => {
      recorded = resolve;
    });
    let over = false;
    const first = store.write.transaction().execute(async (trx) => {
      await recordAudit(trx, event(id));
      recorded();
      await sleep(300);
      over = true;
      if (!commits) throw new Error('rolled back');
    });
    const ended = first.catch(() => undefined);
    await isThere;
    expect(await isRecorded(second.write, id)).toBe(commits);
    expect(over).toBe(true);
    await ended;
  });

  /** A store whose first commit happens, or not, and is not heard of. */
  function unheard(committed: boolean): { write: Db } {
    let first = true;
    const write = {
      isTransaction: false,
      transaction: () => ({
        async execute<T>(work: (trx: Db) => Promise<T>): Promise<T> {
          if (!first) return store.write.transaction().execute(work);
          first = false;
          const done = store.write.transaction().execute(async (trx) => {
            await work(trx);
            if (!committed) throw new Error('never arrived');
          });
          await done.catch(() => undefined);
          throw new UnknownFateError(undefined);
        },
      }),
    };
    return { write: write as unknown as Db };
  }
  it.each([
    ['happened, is not made again', true, 1],
    ['did not happen, is made again', false, 2],
  ])('what %s, and is recorded once', async (_, committed, runs) => {
    const subject = randomUUID();
    let ran = 0;
    const deps = { store: unheard(committed), now };
    const made = await audited(deps, { name: 'li' }, [act(subject), act('too')], async (trx) => {
      ran += 1;
      await changeSetting(trx, subject, 'made');
      return ran;
    });
    expect([made, ran]).toEqual([runs, runs]);
    expect(await readSetting(store.read, subject)).toBe('made');
    expect((await subjects()).filter((each) => each === subject)).toEqual([subject]);
  });

  it('is one chain after all of this', async () => {
    expect((await verifyAudit(store.read, () => undefined)).faults).toBe(0);
  });
});

// SQLite has one writer at a time, whoever records.
describe.each(ENGINES.filter((engine) => engine === 'postgres'))(
  'what takes long to make, on %s',
  (engine) => {
    const store = withTestStore(engine);

    it('keeps nobody waiting who records meanwhile', async () => {
      const second = await openStore(store.database.options);
      const now = () => NOW;
      let go = () => {};
      const others = new Promise<void>((resolve) => {
        go = resolve;
      });
      const slow = audited({ store, now }, { name: 'slow' }, act('slow'), () => others);
      await audited({ store: second, now }, { name: 'quick' }, act('quick'), async () => undefined);
      go();
      await slow;
      const { items } = await listAudit(store.read, {}, { limit: 9 });
      expect(items.map(({ actor }) => actor)).toEqual(['slow', 'quick']);
      await second.close();
    });
  },
);
