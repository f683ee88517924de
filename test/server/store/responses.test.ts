import { beforeAll, describe, expect, it } from 'vitest';
import { BadCursorError } from '../../../server/store/cursor.ts';
import { createResponseWriter } from '../../../server/store/response-writer.ts';
import {
  listResponses,
  type PagedResponseFilter,
  type StoredResponse,
} from '../../../server/store/responses.ts';
import { listTextAnswers } from '../../../server/store/text-answers.ts';
import { ENGINES } from '../../support/engines.ts';
import { aResponse, QUESTIONNAIRE, startFieldwork } from '../../support/fieldwork.ts';
import { withTestStore } from '../../support/store.ts';

describe.each(ENGINES)('listing responses on %s', (engine) => {
  const store = withTestStore(engine);
  let code: string;
  const stored: StoredResponse[] = [];
  beforeAll(async () => {
    code = (await startFieldwork(store)).code;
    const elsewhere = (await startFieldwork(store)).code;
    const writer = createResponseWriter(store);
    // Only three moments, so that most responses came in at the same time as others.
    const responses = Array.from({ length: 60 }, (_, n) =>
      aResponse(code, {
        channel: n % 3 === 0 ? 'paper' : 'online',
        disposition: n % 4 === 0 ? 'invalid' : 'valid',
        flags: n % 5 === 0 ? [{ code: 'too-fast' }] : [],
        receivedAt: `2026-03-0${1 + (n % 3)}T08:00:00.000Z`,
      }),
    );
    await Promise.all([...responses, aResponse(elsewhere)].map((each) => writer.write(each)));
    stored.push(
      ...responses
        .map(({ questionnaire: _, ...response }) => response)
        .sort((a, b) => (a.receivedAt + a.id < b.receivedAt + b.id ? 1 : -1)),
    );
  });

  const readAll = async (filter: Omit<PagedResponseFilter, 'after'>) => {
    const seen: StoredResponse[] = [];
    let after: string | undefined;
    do {
      const page = await listResponses(store.read, code, { ...filter, after });
      expect(page.items.length).toBeLessThanOrEqual(filter.limit);
      seen.push(...page.items);
      after = page.next ?? undefined;
    } while (after !== undefined);
    return seen;
  };

  it.each([1, 7, 20, 59, 60, 61])(
    'pages of %i visit every response once, in order',
    async (limit) => {
      expect(await readAll({ limit })).toEqual(stored);
    },
  );

  it.each<[string, Omit<PagedResponseFilter, 'limit'>, (response: StoredResponse) => boolean]>([
    ['channel', { channel: 'paper' }, (each) => each.channel === 'paper'],
    ['invalid', { disposition: 'invalid' }, (each) => each.disposition === 'invalid'],
    ['valid', { disposition: 'valid' }, (each) => each.disposition === 'valid'],
    ['flagged', { flagged: true }, (each) => each.flags.length > 0],
    ['not flagged', { flagged: false }, (each) => each.flags.length === 0],
    [
      'all together',
      { channel: 'online', disposition: 'valid', flagged: true },
      (each) => each.channel === 'online' && each.disposition === 'valid' && each.flags.length > 0,
    ],
    ['a channel that brought nothing', { channel: 'import' }, () => false],
  ])('filtered by %s gives just those', async (_, filter, wanted) => {
    expect(await readAll({ ...filter, limit: 4 })).toEqual(stored.filter(wanted));
  });

  it('what comes in meanwhile does not shift the pages', async () => {
    const first = await listResponses(store.read, code, { limit: 30 });
    const newer = aResponse(code, { receivedAt: '2026-04-01T08:00:00.000Z' });
    await createResponseWriter(store).write(newer);
    const rest = await listResponses(store.read, code, { after: first.next ?? '', limit: 100 });
    expect([...first.items, ...rest.items]).toEqual(stored);
  });
});

describe.each(ENGINES)('open answers on %s', (engine) => {
  const store = withTestStore(engine);
  let code: string;
  beforeAll(async () => {
    code = (await startFieldwork(store)).code;
    const writer = createResponseWriter(store);
    const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 8, minute)).toISOString();
    const said = (say: string, age: string, minute: number, changed = {}) =>
      writer.write(
        aResponse(code, {
          answers: { age, air: 'neutral', say },
          receivedAt: at(minute),
          ...changed,
        }),
      );
    await said('first', 'old', 1);
    await said('second', 'old', 2, { channel: 'paper' });
    await said('third', 'old', 3, { point: 'hall' });
    await said('  ', 'old', 4);
    await said('not asked of the young', 'young', 5);
    await said('of an invalid response', 'old', 6, { disposition: 'invalid' });
    await Promise.all(
      Array.from({ length: 300 }, (_, n) => said('nor were these', 'young', 10 + n)),
    );
  });

  type Filter = Parameters<typeof listTextAnswers>[3];
  const page = (filter: Partial<Filter> = {}, of = code) =>
    listTextAnswers(store.read, of, QUESTIONNAIRE, { items: ['say'], limit: 50, ...filter });
  const written = async (filter: Partial<Filter> = {}, of = code) =>
    (await page(filter, of)).items.map(({ text }) => text);

  it('are those that count, newest first, however many do not', async () => {
    expect(await written()).toEqual(['third', 'second', 'first']);
  });
  it('come by pages of what was asked for, one behind the other', async () => {
    const first = await page({ limit: 2 });
    expect(first.items.map(({ text }) => text)).toEqual(['third', 'second']);
    const rest = await page({ limit: 2, after: first.next ?? '' });
    expect(rest).toMatchObject({ items: [{ text: 'first' }], next: null });
    await expect(page({ after: 'nonsense' })).rejects.toThrow(BadCursorError);
  });
  it('can be looked for however they are typed, spaces, width and case aside', async () => {
    expect(await written({ q: ' ＴＨＩ rd' })).toEqual(['third']);
    expect(await written({ q: 'nor were' })).toEqual([]);
  });
  it('can be those of one channel', async () => {
    expect(await written({ channel: 'paper' })).toEqual(['second']);
  });
  it('can be those of one collection point', async () => {
    expect(await written({ point: 'hall' })).toEqual(['third']);
    expect(await written({ point: 'hall', channel: 'paper' })).toEqual([]);
  });
  it('of an item or a survey that does not exist are none', async () => {
    expect(await written({ items: ['constructor'] })).toEqual([]);
    expect(await written({}, 'none')).toEqual([]);
  });
});
