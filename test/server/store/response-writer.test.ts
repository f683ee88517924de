import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { readCounts, readProgress } from '../../../server/store/counts.ts';
import { isUnavailable } from '../../../server/store/failures.ts';
import { openStore } from '../../../server/store/open.ts';
import { compareCounts } from '../../../server/store/rebuild-counts.ts';
import { storeBatch } from '../../../server/store/response-batch.ts';
import { createResponseWriter, WriteRefusedError } from '../../../server/store/response-writer.ts';
import { findResponse } from '../../../server/store/responses.ts';
import { readSetting } from '../../../server/store/settings.ts';
import { setSurveyState } from '../../../server/store/surveys.ts';
import { countingTransactions } from '../../support/counting-transactions.ts';
import { ENGINES } from '../../support/engines.ts';
import { ANSWERS, aResponse, NOW, startFieldwork } from '../../support/fieldwork.ts';
import { withTestStore } from '../../support/store.ts';

describe.each(ENGINES)('writing responses on %s', (engine) => {
  const store = withTestStore(engine);
  let code: string;

  const another = async () => {
    code = (await startFieldwork(store)).code;
    return createResponseWriter(store);
  };
  const received = async () => (await readCounts(store.read, code)).get('')?.get('') ?? 0;

  it('a response is there, as it was given, when it is acknowledged', async () => {
    const writer = await another();
    const response = aResponse(code, {
      answers: { ...ANSWERS, age: 'old', say: '空气好了 \u0000 \ud83d\ude00 "\'; --' },
      startedAt: '2026-03-01T07:55:00.000Z',
      reasons: [{ code: 'item-skipped', item: 'air', section: 'satisfaction' }],
      disposition: 'invalid',
      flags: [{ code: 'too-fast', seconds: 3 }],
    });
    expect(await writer.write(response)).toBe('new');
    const { questionnaire: _, ...stored } = response;
    expect(await findResponse(store.read, response.id)).toEqual(stored);
  });

  it('the same content again is accepted and counted once', async () => {
    const writer = await another();
    const response = aResponse(code);
    expect(await writer.write(response)).toBe('new');
    expect(await writer.write(response)).toBe('exists');
    expect(await received()).toBe(1);
  });

  it('is told to whoever shows it, also where a first attempt may have committed it unheard', async () => {
    const writer = await another();
    const told: string[] = [];
    const stop = store.changes.listen((topics) => told.push(...topics));
    const response = aResponse(code);
    await writer.write(response);
    await writer.write(response);
    stop();
    expect(told).toEqual([`survey:${code}`, `survey:${code}`]);
  });

  it('of the same id many times at once one is new, also within one batch', async () => {
    const writer = await another();
    const response = aResponse(code);
    const others = Array.from({ length: 20 }, () => aResponse(code));
    const written = await Promise.all(
      others.flatMap((other) => [response, other, response]).map((each) => writer.write(each)),
    );
    expect(written.filter((result) => result === 'new')).toHaveLength(21);
    expect(await received()).toBe(21);
  });

  it('of other content under the same id the first stays, and its counts', async () => {
    const writer = await another();
    const first = aResponse(code);
    const second = aResponse(code, { id: first.id, answers: { age: 'old', air: 'neutral' } });
    expect(await Promise.all([writer.write(first), writer.write(second)])).toEqual([
      'new',
      'exists',
    ]);
    expect((await findResponse(store.read, first.id))?.contentHash).toBe(first.contentHash);
    expect((await readCounts(store.read, code)).get('air')).toEqual(
      new Map([
        ['', 1],
        ['satisfied', 1],
      ]),
    );
  });

  it('what arrives together is committed together, and what comes alone does not wait long', async () => {
    code = (await startFieldwork(store)).code;
    const counting = countingTransactions(store);
    const writer = createResponseWriter(counting, { maxBatch: 64, maxWaitMs: 50 });
    await Promise.all(Array.from({ length: 128 }, () => writer.write(aResponse(code))));
    expect(counting.transactions()).toBe(2);
    await writer.write(aResponse(code));
    expect(counting.transactions()).toBe(3);
    expect(await received()).toBe(129);
  });

  it('a bad row spoils only itself', async () => {
    const writer = await another();
    const good = Array.from({ length: 10 }, () => aResponse(code));
    const homeless = aResponse('no-such-survey');
    const results = await Promise.allSettled(
      [...good.slice(0, 5), homeless, ...good.slice(5)].map((each) => writer.write(each)),
    );
    expect(results.map((result) => result.status)).toEqual([
      ...Array(5).fill('fulfilled'),
      'rejected',
      ...Array(5).fill('fulfilled'),
    ]);
    expect(await findResponse(store.read, homeless.id)).toBeUndefined();
    expect(await received()).toBe(10);
    expect((await compareCounts(store.read)).differences).toEqual([]);
  });

  it('an answer that cannot be written leaves nothing behind, neither row nor count', async () => {
    const writer = await another();
    const bad = aResponse(code, { disposition: 'doubtful' as 'valid' });
    await expect(writer.write(bad)).rejects.toThrow();
    expect(await findResponse(store.read, bad.id)).toBeUndefined();
    expect((await readProgress(store.read, code)).byChannel).toEqual([]);
  });

  it('a batch counts every survey, channel and disposition by itself', async () => {
    const writer = await another();
    const other = (await startFieldwork(store)).code;
    await Promise.all([
      writer.write(aResponse(code)),
      writer.write(aResponse(code, { channel: 'paper', disposition: 'invalid' })),
      writer.write(aResponse(other, { channel: 'paper' })),
    ]);
    expect(await received()).toBe(1);
    const invalid = await readCounts(store.read, code, { disposition: 'invalid' });
    expect(invalid.get('air')?.get('satisfied')).toBe(1);
    expect((await readCounts(store.read, other, { channel: 'online' })).size).toBe(0);
    expect((await readCounts(store.read, other, { channel: 'paper' })).get('')?.get('')).toBe(1);
  });

  describe('into a survey that must be open', () => {
    const throughTheForm = (surveyCode = code) => aResponse(surveyCode, { whileOpen: true });

    it('a response that waits while the survey closes is not stored, and the others of its batch are', async () => {
      const other = (await startFieldwork(store)).code;
      code = (await startFieldwork(store)).code;
      const writer = createResponseWriter(store, { maxWaitMs: 300 });
      const late = throughTheForm();
      const batch = [throughTheForm(other), late, aResponse(code, { channel: 'paper' })];
      const written = Promise.all(batch.map((each) => writer.write(each)));
      await setSurveyState(store.write, code, 'closed');
      expect(await written).toEqual(['new', 'survey-not-open', 'new']);
      expect(await findResponse(store.read, late.id)).toBeUndefined();
      expect((await compareCounts(store.read)).differences).toEqual([]);
      expect(await writer.write(throughTheForm())).toBe('survey-not-open');
      expect(await writer.write(throughTheForm('no-such-survey'))).toBe('survey-not-open');
    });

    it.each(['clock_closed_at', 'answers_removed_at'] as const)(
      'nothing is stored once %s is set, and again where it is taken back',
      async (column) => {
        code = (await startFieldwork(store)).code;
        const writer = createResponseWriter(store);
        const set = (time: string | null) =>
          store.write
            .updateTable('surveys')
            .set({ [column]: time })
            .where('code', '=', code)
            .execute();
        await set('2026-03-01T08:00:00.000Z');
        expect(await writer.write(throughTheForm())).toBe('survey-not-open');
        await set(null);
        expect(await writer.write(throughTheForm())).toBe('new');
      },
    );

    it('closing waits for what is being written', async () => {
      code = (await startFieldwork(store)).code;
      const second = await openStore(store.database.options);
      try {
        const order: string[] = [];
        const closing = await second.write.transaction().execute(async (trx) => {
          await storeBatch(trx, second.shard, [throughTheForm()]);
          const closed = setSurveyState(store.write, code, 'closed').then(() =>
            order.push('closed'),
          );
          await sleep(200);
          order.push('written');
          return { closed };
        });
        await closing.closed;
        expect(order).toEqual(['written', 'closed']);
        expect(await received()).toBe(1);
      } finally {
        await second.close();
      }
    });

    it('behind the answer to a close under load nothing more is stored, on any server', async () => {
      code = (await startFieldwork(store)).code;
      const second = await openStore(store.database.options);
      try {
        const writers = [store, second].map((from) =>
          createResponseWriter(from, { maxBatch: 4, maxWaitMs: 0 }),
        );
        const send = (each: number) =>
          writers.flatMap((writer) =>
            Array.from({ length: each }, () => writer.write(throughTheForm())),
          );
        const sent = send(300);
        await Promise.all([sent[0], sent[300]]);
        await setSurveyState(store.write, code, 'closed');
        sent.push(...send(5));
        const atTheClose = await received();
        const written = await Promise.all(sent);
        expect(written.filter((each) => each === 'new')).toHaveLength(atTheClose);
        expect(new Set(written)).toEqual(new Set(['new', 'survey-not-open']));
        expect(await received()).toBe(atTheClose);
      } finally {
        await second.close();
      }
    });

    it('its state is looked at once a batch, however many responses are in it', async () => {
      code = (await startFieldwork(store)).code;
      const looks: string[] = [];
      const write = store.write.withPlugin({
        transformQuery({ node }) {
          if (node.kind === 'SelectQueryNode' && JSON.stringify(node).includes('"state"'))
            looks.push(node.kind);
          return node;
        },
        transformResult: async ({ result }) => result,
      });
      const writer = createResponseWriter({ shard: store.shard, write }, { maxWaitMs: 50 });
      await Promise.all(Array.from({ length: 40 }, () => writer.write(throughTheForm())));
      expect(looks).toHaveLength(1);
      await writer.write(aResponse(code));
      expect(looks).toHaveLength(1);
    });
  });

  it('after draining, everything accepted is stored and nothing more is', async () => {
    const writer = await another();
    const accepted = Array.from({ length: 200 }, () => writer.write(aResponse(code)));
    await writer.drain();
    expect(await received()).toBe(200);
    await expect(writer.write(aResponse(code))).rejects.toEqual(new WriteRefusedError('closed'));
    expect(await Promise.all(accepted)).toHaveLength(200);
    await writer.drain();
  });

  it('refuses when too many wait, and accepts again when they are stored', async () => {
    code = (await startFieldwork(store)).code;
    const writer = createResponseWriter(store, { maxBatch: 4, maxWaiting: 8 });
    const results = await Promise.allSettled(
      Array.from({ length: 40 }, () => writer.write(aResponse(code))),
    );
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    for (const { reason } of refused) expect(reason).toEqual(new WriteRefusedError('busy'));
    expect(await received()).toBe(40 - refused.length);
    expect(await writer.write(aResponse(code))).toBe('new');
  });

  it('knows what each response adds from the questionnaire it answers', async () => {
    const writer = await another();
    await writer.write(
      aResponse(code, {
        answers: { age: 'young', air: 'neutral', wishes: ['clean', 'open'], say: 'not asked' },
      }),
    );
    const counts = await readCounts(store.read, code);
    expect(counts.get('wishes')?.get('')).toBe(1);
    expect(counts.get('wishes')?.get('open')).toBe(1);
    expect(counts.has('say')).toBe(false);
  });

  it('a probe goes the way of responses, and knows for a while that they could not be stored', async () => {
    const writer = await another();
    await writer.probe(NOW);
    expect(await readSetting(store.read, 'health')).toBe(NOW.toISOString());
    // There is room for a probe, and none for a response.
    const [full, room] =
      engine === 'postgres'
        ? [
            `create function no_room() returns trigger language plpgsql as
              $$ begin raise 'full' using errcode = '53100'; end $$;
            create trigger no_room before insert on responses execute function no_room()`,
            'drop function no_room cascade',
          ]
        : ['pragma max_page_count = 1', 'pragma max_page_count = 1000000'];
    await sql.raw(full).execute(store.write);
    let failure: unknown;
    while (failure === undefined)
      await writer.write(aResponse(code)).catch((error: unknown) => {
        failure = error;
      });
    expect(isUnavailable(failure)).toBe(true);
    await expect(writer.probe(NOW)).rejects.toBe(failure);
    await sql.raw(room).execute(store.write);
    expect(await writer.write(aResponse(code))).toBe('new');
    await writer.probe(NOW);
  });
});
