import { beforeAll, describe, expect, it } from 'vitest';
import { readEntries, writeEntry } from '../../../server/store/scoring-entries.ts';
import { ENGINES } from '../../support/engines.ts';
import { NOW, startFieldwork } from '../../support/fieldwork.ts';
import { withTestStore } from '../../support/store.ts';

describe.each(ENGINES)('what scorers enter, on %s', (engine) => {
  const store = withTestStore(engine);
  let id: string;
  beforeAll(async () => {
    id = (await startFieldwork(store)).evaluationId;
  });

  it('inputs, override and note change apart from each other, and null takes back', async () => {
    const inputs = { done: 5, planned: '20/3' };
    await writeEntry(store.write, id, 'A101', { inputs }, 'wang', NOW);
    expect(await readEntries(store.read, id)).toEqual({ A101: { inputs } });

    const later = new Date(NOW.getTime() + 1000);
    const override = { score: '0.8', reason: 'as published' };
    await writeEntry(store.write, id, 'A101', { override, note: 'see report' }, 'li', later);
    const signed = { ...override, author: 'li', at: later.toISOString() };
    expect(await readEntries(store.read, id)).toEqual({
      A101: { inputs, override: signed, note: 'see report' },
    });

    await writeEntry(store.write, id, 'A101', { inputs: null }, 'wang', NOW);
    expect(await readEntries(store.read, id)).toEqual({
      A101: { override: signed, note: 'see report' },
    });
    await writeEntry(store.write, id, 'A101', { override: null, note: null }, 'wang', NOW);
    expect(await readEntries(store.read, id)).toEqual({ A101: {} });
  });

  it('every indicator of every evaluation has its own', async () => {
    const other = (await startFieldwork(store)).evaluationId;
    await writeEntry(store.write, other, 'A101', { inputs: { met: true } }, 'wang', NOW);
    await writeEntry(store.write, other, 'B201', { inputs: { met: false } }, 'wang', NOW);
    expect(await readEntries(store.read, other)).toEqual({
      A101: { inputs: { met: true } },
      B201: { inputs: { met: false } },
    });
    expect(Object.keys(await readEntries(store.read, id))).toEqual(['A101']);
  });

  it('nothing is entered into an evaluation that does not exist', async () => {
    await expect(
      writeEntry(store.write, 'none', 'A101', { inputs: {} }, 'wang', NOW),
    ).rejects.toThrow();
  });
});
