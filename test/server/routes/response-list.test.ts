import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { listAudit } from '../../../server/store/audit.ts';
import { createResponseWriter } from '../../../server/store/response-writer.ts';
import { insertSurvey } from '../../../server/store/surveys.ts';
import { said, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { ANSWERS, aResponse, aSurvey } from '../../support/fieldwork.ts';

/** Eight responses, a minute apart; `n` counts from the oldest. */
const KINDS: Parameters<typeof aResponse>[1][] = [
  { startedAt: '2026-03-01T07:58:00.000Z', receivedAt: '2026-03-01T08:00:00.500Z' },
  { channel: 'paper' },
  { disposition: 'invalid', reasons: [{ code: 'item-skipped', item: 'air' }] },
  { flags: [{ code: 'too-fast', seconds: 4 }] },
  { flags: [{ code: 'same-device' }, { code: 'straight-line', section: 'satisfaction' }] },
  { disposition: 'ineligible', reasons: [{ code: 'quota-full', item: 'age' }] },
  { answers: { ...ANSWERS, air: 'dissatisfied' } },
  { answers: { ...ANSWERS, air: 'dissatisfied' }, channel: 'paper' },
];

describe.each(ENGINES)('the list of responses (%s)', (engine) => {
  const t = withFieldwork(engine);
  let code: string;
  const stored: ReturnType<typeof aResponse>[] = [];

  beforeAll(async () => {
    const survey = aSurvey(t.evaluationId);
    await insertSurvey(t.store.write, survey);
    code = survey.code;
    const writer = createResponseWriter(t.store);
    for (const [n, kind] of KINDS.entries()) {
      const receivedAt = new Date(Date.UTC(2026, 2, 1, 8, n)).toISOString();
      const response = aResponse(code, { receivedAt, ...kind });
      stored.push(response);
      await writer.write(response);
    }
    await writer.drain();
  });

  const get = (query = '', of = code) =>
    said(t.admin('GET', `/api/surveys/${of}/responses${query}`));
  const open = (n: number, query = '') => get(`/${stored[n]?.id}${query}`);
  /** Which of the eight. */
  const numbers = (body: { items: { id: string }[] }) =>
    body.items.map(({ id }) => stored.findIndex((one) => one.id === id));
  const events = async () =>
    (await listAudit(t.store.read, {}, { limit: 200 })).items.filter(({ action }) =>
      /^(responses?|texts)\.read$/.test(action),
    );

  it('is the newest first, with receipt, duration and how many there are', async () => {
    const { body } = await get('?answers=none');
    expect(numbers(body)).toEqual([7, 6, 5, 4, 3, 2, 1, 0]);
    expect(body).toMatchObject({ total: 8, next: null });
    expect(body.items[7]).toMatchObject({
      receipt: stored[0]?.receipt,
      serial: null,
      point: null,
      durationSeconds: 120,
    });
    expect(body.items[6].durationSeconds).toBeNull();
  });

  it.each([
    ['channel=paper', [7, 1], 2],
    ['disposition=invalid', [2], 1],
    ['flagged=1', [4, 3], 2],
    ['flagged=0', [7, 6, 5, 2, 1, 0], 6],
    ['flag=straight-line', [4], 1],
    ['flag=same-device&channel=paper', [], 0],
    ['flag=too-fast&flagged=0', [], 0],
    ['reason=item-skipped', [2], null],
    ['reason=quota-full', [5], null],
    ['serial=17', [], 0],
    ['item=air&option=dissatisfied', [7, 6], 2],
    ['item=air&option=dissatisfied&channel=paper', [7], 1],
    ['item=air&option=dissatisfied&flagged=0', [7, 6], null],
  ])('under %s is %j, and says that these are %j', async (query, expected, total) => {
    const { status, body } = await get(`?answers=none&${query}`);
    expect([status, numbers(body), body.total]).toEqual([200, expected, total]);
  });

  it('knows the receipt number that is read out, however it is typed', async () => {
    const receipt = stored[3]?.receipt ?? '';
    const [left = '', right = ''] = receipt.toLowerCase().split('-');
    for (const typed of [receipt, ` ${left} ${right} `, `${left}－${right}`, left + right]) {
      const { body } = await get(`?answers=none&receipt=${encodeURIComponent(typed)}`);
      expect([typed, numbers(body), body.total]).toEqual([typed, [3], 1]);
    }
    const { status, body } = await get('?receipt=7K3F');
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ path: '$.receipt', code: 'not-a-receipt' }]);
  });

  it('goes on where it was while responses come in', async () => {
    const survey = aSurvey(t.evaluationId);
    await insertSurvey(t.store.write, survey);
    const writer = createResponseWriter(t.store);
    const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 8, minute)).toISOString();
    const ids = await Promise.all(
      [0, 1, 2, 3].map(async (n) => {
        const response = aResponse(survey.code, { receivedAt: at(n) });
        await writer.write(response);
        return response.id;
      }),
    );
    const first = (await get('?answers=none&limit=2', survey.code)).body;
    await writer.write(aResponse(survey.code, { receivedAt: at(9) }));
    const rest = (await get(`?answers=none&limit=2&after=${first.next}`, survey.code)).body;
    const seen = [...first.items, ...rest.items].map(({ id }: { id: string }) => id);
    expect(seen).toEqual([...ids].reverse());
    expect(rest).toMatchObject({ next: null, total: 5 });
    await writer.drain();
  });

  it('opens one, with the newer and the older beside it under the same filters', async () => {
    const { body } = await open(3);
    expect(body).toMatchObject({
      id: stored[3]?.id,
      answers: ANSWERS,
      previous: stored[4]?.id,
      next: stored[2]?.id,
    });
    expect((await open(7)).body).toMatchObject({ previous: null, next: stored[6]?.id });
    expect((await open(0)).body).toMatchObject({ previous: stored[1]?.id, next: null });
    const flagged = (await open(4, '?flagged=1')).body;
    expect(flagged).toMatchObject({ previous: null, next: stored[3]?.id });
    const answered = (await open(6, '?item=air&option=dissatisfied')).body;
    expect(answered).toMatchObject({ previous: stored[7]?.id, next: null });
    const capital = `/${stored[3]?.id.toUpperCase()}`;
    expect((await get(capital)).body.id).toBe(stored[3]?.id);
  });

  it('opens none of another survey, and none that is not there', async () => {
    for (const [path, of] of [
      [`/${stored[0]?.id}`, t.code],
      [`/${randomUUID()}`, code],
      ['/nonsense', code],
    ] as const)
      expect((await get(path, of)).body).toMatchObject({ status: 404, code: 'unknown-response' });
  });

  it('is audited where answers are read or found by, once, and not where they are not', async () => {
    const before = (await events()).length;
    await get('?answers=none');
    await get('?answers=none&disposition=invalid');
    expect(await events()).toHaveLength(before);
    await open(2);
    await get();
    await get('?answers=none&item=air');
    const [byItem, listed, opened, ...others] = await events();
    expect(others).toHaveLength(before);
    expect(opened).toMatchObject({
      action: 'response.read',
      subject: stored[2]?.id,
      detail: { survey: code, receipt: stored[2]?.receipt },
    });
    expect(listed).toMatchObject({ action: 'responses.read', subject: code });
    expect(byItem).toMatchObject({ detail: { item: 'air' } });
    expect((await get('/nonsense')).status).toBe(404);
    expect(await events()).toHaveLength(before + 3);
  });
});
