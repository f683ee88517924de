import { afterEach, describe, expect, it } from 'vitest';
import { recordAudit } from '../../../server/store/audit.ts';
import { storeBatch } from '../../../server/store/response-batch.ts';
import type { StoredResponse } from '../../../server/store/responses.ts';
import type { Survey } from '../../../server/store/surveys.ts';
import { said, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { ANSWERS, aResponse, NOW } from '../../support/fieldwork.ts';
import { plannedSurvey } from '../../support/planned-surveys.ts';

const HOUR = 60 * 60 * 1000;
/** As ISO 8601, so many hours from now. */
const inHours = (hours: number) => new Date(NOW.getTime() + hours * HOUR).toISOString();
const times = <T>(n: number, one: (n: number) => T) => Array.from({ length: n }, (_, i) => one(i));

describe.each(ENGINES)('what is pointed out of a survey (%s)', (engine) => {
  const t = withFieldwork(engine, { PUBLIC_URL: 'https://diaocha.example.cn' });
  const begin = async (changed: Partial<Survey> = {}) =>
    (await plannedSurvey(t.store, t.evaluationId, changed)).code;
  const add = (code: string, changed: Partial<StoredResponse>[]) =>
    t.store.write.transaction().execute((trx) =>
      storeBatch(
        trx,
        t.store.shard,
        changed.map((each) => aResponse(code, each)),
      ),
    );
  const path = (code: string, notice: string) =>
    `/api/surveys/${code}/notices/${encodeURIComponent(notice)}`;
  const putAside = (code: string, notice: string, reason = '现场集中填写') =>
    said(t.admin('PUT', path(code, notice), { reason }));
  const takeBack = (code: string, notice: string) => said(t.admin('DELETE', path(code, notice)));
  const notices = async (code: string) =>
    (await said(t.admin('GET', `/api/surveys/${code}/progress`))).body.notices;
  const audit = async (code: string) => {
    const all = `/api/evaluations/${t.evaluationId}/audit?action=notice&limit=200`;
    const { items } = (await said(t.admin('GET', all))).body;
    return items
      .filter((each: { subject: string }) => each.subject === code)
      .map(({ action, detail }: { action: string; detail: object }) => ({ action, detail }))
      .reverse();
  };
  /** Ten people of one hall, at 16:00 in China. */
  const burst = (code: string) =>
    add(
      code,
      times(10, () => ({ receivedAt: NOW.toISOString() })),
    );
  afterEach(() => {
    t.clock.now = NOW;
  });

  it('is nothing of a survey that was just opened', async () => {
    expect(await notices(await begin({ closesAt: inHours(24 * 14) }))).toEqual([]);
  });

  it('is what its counts say: a burst, one device, a point gone quiet, a quota', async () => {
    const quotas = [
      {
        item: 'age',
        options: [
          { id: 'young', n: 20 },
          { id: 'old', n: 40 },
        ],
      },
    ];
    const code = await begin({ plan: { total: 100, quotas }, closesAt: inHours(24 * 14) });
    await burst(code);
    await add(code, [
      ...times(6, () => ({
        receivedAt: inHours(-60),
        point: 'hall',
        flags: [{ code: 'same-device' as const }],
      })),
      ...times(5, (n) => ({ receivedAt: inHours(-n - 1) })),
      // What was keyed in a stack is no burst.
      ...times(12, () => ({
        receivedAt: inHours(-30),
        channel: 'paper' as const,
        answers: { ...ANSWERS, age: 'old' },
      })),
    ]);
    expect(await notices(code)).toEqual([
      {
        id: 'burst:2026-03-01',
        code: 'burst',
        values: { n: 10, minute: '2026-03-01 16:00', minutes: 1 },
        aside: null,
      },
      { id: 'same-device', code: 'same-device', values: { n: 6, received: 21 }, aside: null },
      {
        id: 'quota-over:age:young:20',
        code: 'quota-over',
        item: 'age',
        option: 'young',
        values: {
          n: 1,
          wanted: 20,
          valid: 21,
          topic: expect.any(String),
          label: expect.any(String),
        },
        aside: null,
      },
      {
        id: 'point-quiet:hall:2026-02-27T04',
        code: 'point-quiet',
        point: 'hall',
        values: { name: '办事大厅', received: 6, planned: 30, since: '2026-02-27T04' },
        aside: null,
      },
    ]);
  });

  it('near the end knows since when the survey is open', async () => {
    const code = await begin({ closesAt: inHours(4) });
    const opened = (hours: number) =>
      recordAudit(t.store.write, {
        at: inHours(hours),
        actor: 'admin',
        action: 'survey.open',
        evaluationId: t.evaluationId,
        subject: code,
        detail: {},
      });
    await opened(-3.8);
    expect(await notices(code)).toEqual([]);
    t.clock.now = new Date(NOW.getTime() + HOUR / 4);
    expect(await notices(code)).toMatchObject([
      {
        code: 'below-plan',
        values: { received: 0, planned: 100, share: 80, hoursLeft: 3, perDayNeeded: 100 },
      },
      { code: 'few-valid', values: { valid: 0, fewest: 30 } },
    ]);
  });

  it('is put aside with a reason, for everybody, and pointed out again', async () => {
    const code = await begin();
    await burst(code);
    const before = (await t.admin('GET', '/api/evaluations')).headers.get('etag');
    const put = await putAside(code, 'burst:2026-03-01');
    const aside = { reason: '现场集中填写', author: 'admin', at: NOW.toISOString() };
    expect(put).toMatchObject({ status: 200, body: { id: 'burst:2026-03-01', aside } });
    expect(await notices(code)).toEqual([put.body]);
    const after = (await t.admin('GET', '/api/evaluations')).headers.get('etag');
    expect(after).not.toBe(before);
    expect((await putAside(code, 'burst:2026-03-01', '村民大会')).body.aside.reason).toBe(
      '村民大会',
    );
    expect(await takeBack(code, 'burst:2026-03-01')).toEqual({ status: 204, body: undefined });
    expect(await notices(code)).toMatchObject([{ id: 'burst:2026-03-01', aside: null }]);
    // Somebody else who was a moment later.
    expect((await takeBack(code, 'burst:2026-03-01')).status).toBe(204);
    const notice = 'burst:2026-03-01';
    const values = { n: 10, minute: '2026-03-01 16:00', minutes: 1 };
    expect(await audit(code)).toEqual([
      { action: 'notice.put-aside', detail: { notice, values, reason: '现场集中填写' } },
      { action: 'notice.put-aside', detail: { notice, values, reason: '村民大会' } },
      {
        action: 'notice.take-back',
        detail: { notice, before: { reason: '村民大会', author: 'admin' } },
      },
    ]);
  });

  it('comes back where it has become far more, and on another day', async () => {
    const code = await begin();
    await burst(code);
    await putAside(code, 'burst:2026-03-01');
    await add(
      code,
      times(9, () => ({ receivedAt: NOW.toISOString() })),
    );
    expect(await notices(code)).toMatchObject([{ values: { n: 19 }, aside: { author: 'admin' } }]);
    await add(code, [{ receivedAt: NOW.toISOString() }]);
    expect(await notices(code)).toMatchObject([{ values: { n: 20 }, aside: null }]);
    await putAside(code, 'burst:2026-03-01');
    await add(
      code,
      times(10, () => ({ receivedAt: inHours(24) })),
    );
    expect(await notices(code)).toMatchObject([
      { id: 'burst:2026-03-02', aside: null },
      { id: 'burst:2026-03-01', aside: { author: 'admin' } },
    ]);
  });

  it('can be taken back once it holds no longer, but not put aside', async () => {
    const code = await begin({ closesAt: inHours(24) });
    expect((await putAside(code, 'few-valid')).status).toBe(200);
    await add(
      code,
      times(30, (n) => ({ receivedAt: inHours(-n) })),
    );
    expect((await putAside(code, 'few-valid')).body.code).toBe('unknown-notice');
    expect((await takeBack(code, 'few-valid')).status).toBe(204);
    expect(await takeBack(code, 'few-valid')).toMatchObject({
      status: 404,
      body: { code: 'unknown-notice' },
    });
  });

  it.each<[string, unknown, number, string]>([
    ['without a reason', {}, 422, 'not-acceptable'],
    ['with a blank one', { reason: ' 　' }, 422, 'not-acceptable'],
    ['with more than that', { reason: 'x', at: '2026' }, 422, 'not-acceptable'],
  ])('is not put aside %s', async (_, body, status, problem) => {
    const code = await begin();
    await burst(code);
    const refused = await said(t.admin('PUT', path(code, 'burst:2026-03-01'), body));
    expect([refused.status, refused.body.code]).toEqual([status, problem]);
    expect(await audit(code)).toEqual([]);
  });

  it('is nothing where nobody knows of it', async () => {
    const code = await begin();
    for (const id of ['burst:2026-03-01', '%', "' or 1=1", '搁'.repeat(300)])
      expect((await putAside(code, id)).body.code).toBe('unknown-notice');
    expect((await putAside(code, 'x'.repeat(301))).status).toBe(404);
    expect((await putAside('nosuch', 'few-valid')).body.code).toBe('unknown-survey');
  });
});

describe('a link that a telephone cannot open', () => {
  const t = withFieldwork(ENGINES[0] ?? 'sqlite3');
  const asked = async (address: string) => {
    const path = `${address}/api/surveys/${t.code}/progress`;
    return (await said(t.admin('GET', path))).body.notices.map(({ id }: { id: string }) => id);
  };
  it.each<[string, string[]]>([
    ['http://localhost:8787', ['link-unreachable:this-machine']],
    ['http://192.168.1.8:8787', ['link-unreachable:same-network']],
    ['http://diaocha.example.cn', []],
  ])('is told by the address that it is asked for at: %s', async (address, ids) => {
    expect(await asked(address)).toEqual(ids);
  });
});
