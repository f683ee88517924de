import { describe, expect, it } from 'vitest';
import { compareCounts } from '../../../server/store/rebuild-counts.ts';
import { storeBatch } from '../../../server/store/response-batch.ts';
import { said, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { aResponse } from '../../support/fieldwork.ts';

describe.each(ENGINES)('judging a response (%s)', (engine) => {
  const t = withFieldwork(engine);
  const store = async (changed: Parameters<typeof aResponse>[1] = {}) => {
    const response = aResponse(t.code, changed);
    await t.store.write.transaction().execute((trx) => storeBatch(trx, t.store.shard, [response]));
    return response.id;
  };

  it('moves it to what was decided, with its counts, and back to what the rules said', async () => {
    const id = await store();
    const judged = await said(
      t.admin('PATCH', `/api/responses/${id}`, { disposition: 'on-hold', reason: '同一手机两次' }),
    );
    expect(judged).toMatchObject({
      status: 200,
      body: { judged: [{ id, before: 'valid', disposition: 'on-hold' }] },
    });
    const progress = await said(t.admin('GET', `/api/surveys/${t.code}/progress`));
    expect(progress.body).toMatchObject({ received: 1, valid: 0, onHold: 1 });
    expect((await compareCounts(t.store.read)).differences).toEqual([]);
    const back = await said(t.admin('PATCH', `/api/responses/${id}`, { disposition: null }));
    expect(back.body.judged).toMatchObject([{ before: 'on-hold', disposition: 'valid' }]);
    const read = await said(t.admin('GET', `/api/surveys/${t.code}/responses/${id}`));
    expect(read.body).toMatchObject({ disposition: 'valid', ruled: null });
    expect(read.body.judgements).toMatchObject([
      { before: 'valid', disposition: 'on-hold', reason: '同一手机两次', author: 'admin' },
      { before: 'on-hold', disposition: null, reason: '', author: 'admin' },
    ]);
    expect((await compareCounts(t.store.read)).differences).toEqual([]);
  });
});
