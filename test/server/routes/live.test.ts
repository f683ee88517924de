import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { insertEvaluation } from '../../../server/store/evaluations.ts';
import { insertSurvey } from '../../../server/store/surveys.ts';
import { said, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { aResponse, aSurvey, QUESTIONNAIRE, SYSTEM } from '../../support/fieldwork.ts';
import { onPort } from '../../support/server.ts';
import { account } from '../../support/signed-in-as.ts';
import { watchEvents } from '../../support/watch-events.ts';

describe.each(ENGINES)('pages that watch the answers come in (%s)', (engine) => {
  const t = withFieldwork(engine);
  const open: { close(): void }[] = [];
  afterAll(() => {
    for (const each of open) each.close();
  });
  const watch = async (path: string, call = t.admin) => {
    const events = await watchEvents(call('GET', path));
    open.push(events);
    return events;
  };

  it('are told at once how it goes, and again when a response has come, within two seconds', async () => {
    const events = await watch(`/api/surveys/${t.code}/progress/stream`);
    expect(events.status).toBe(200);
    expect(Object.fromEntries(events.headers)).toMatchObject({
      'content-type': 'text/event-stream',
      'x-accel-buffering': 'no',
      'cache-control': 'no-store, no-transform',
    });
    const first = await events.next();
    const { received } = first.data;
    expect(first).toMatchObject({ event: 'progress', data: { code: t.code } });
    const from = performance.now();
    await t.deps.writer.write(aResponse(t.code));
    expect((await events.next()).data.received).toBe(received + 1);
    expect(performance.now() - from).toBeLessThan(2000);
  });

  it('of an evaluation have all surveys first, and then what has changed', async () => {
    const events = await watch(`/api/evaluations/${t.evaluationId}/progress/stream`);
    const first = (await events.next()).data;
    expect(first).toMatchObject({ evaluation: t.evaluationId, whole: true });
    expect(first.surveys.map(({ code }: { code: string }) => code)).toContain(t.code);
    await t.deps.writer.write(aResponse(t.code));
    const next = (await events.next()).data;
    expect(next).toMatchObject({ whole: false, surveys: [{ code: t.code }] });
  });

  it('are told nothing where nothing they show has changed, and all again where a survey is added', async () => {
    const events = await watch(`/api/evaluations/${t.evaluationId}/progress/stream`);
    const { length } = (await events.next()).data.surveys;
    t.store.changes.tell([`evaluation:${t.evaluationId}`]);
    const { id, version } = QUESTIONNAIRE;
    const wanted = { questionnaire: { id, version }, plan: { total: 5 }, phase: 'pilot' };
    const path = `/api/evaluations/${t.evaluationId}/surveys`;
    expect((await t.admin('POST', path, { ...wanted, access: 'open' })).status).toBe(201);
    const { whole, surveys } = (await events.next()).data;
    expect([whole, surveys.length]).toEqual([true, length + 1]);
  });

  it('that do not read are kept only the newest, however much comes', async () => {
    const answer = await t.admin('GET', `/api/surveys/${t.code}/progress/stream`);
    const { received } = (await said(t.admin('GET', `/api/surveys/${t.code}/progress`))).body;
    for (let n = 0; n < 8; n += 1) {
      await t.deps.writer.write(aResponse(t.code));
      await sleep(600);
    }
    const events = await watchEvents(answer);
    open.push(events);
    const seen: number[] = [];
    while (seen.at(-1) !== received + 8) seen.push((await events.next()).data.received);
    expect(seen.length).toBeLessThanOrEqual(5);
  });

  it('hear while nothing happens that the line is alive', async () => {
    const events = await watch(`/api/surveys/${t.code}/progress/stream`);
    await events.next();
    expect(events.comments()).toBe(0);
    t.clock.elapsed += 15_000;
    t.store.changes.tell([`evaluation:${t.evaluationId}`]);
    await vi.waitFor(() => expect(events.comments()).toBe(1));
  });

  it('are told of a state that changes by the clock, when it does', async () => {
    const closesAt = new Date(t.clock.now.getTime() + 900).toISOString();
    const survey = aSurvey(t.evaluationId, { closesAt });
    await insertSurvey(t.store.write, survey);
    const events = await watch(`/api/surveys/${survey.code}/progress/stream`);
    expect((await events.next()).data).toMatchObject({ state: 'open' });
    const before = t.clock.now;
    t.clock.now = new Date(closesAt);
    expect((await events.next()).data).toMatchObject({ state: 'closed' });
    t.clock.now = before;
  });

  describe('are told no more', () => {
    const someone = async () => {
      const person = await account(t, 'viewer', [t.evaluationId]);
      const events = await watch(`/api/surveys/${t.code}/progress/stream`, person.call);
      await events.next();
      return { ...person, events };
    };
    const within = (ended: Promise<void>) =>
      Promise.race([ended.then(() => 'ended'), sleep(3_000, 'still open', { ref: false })]);

    it.each<[string, (person: Awaited<ReturnType<typeof someone>>) => Promise<Response>]>([
      ['once they have signed out', ({ call }) => call('DELETE', '/api/session')],
      [
        'once their role is taken away',
        ({ id }) => t.admin('DELETE', `/api/evaluations/${t.evaluationId}/people/${id}`),
      ],
      [
        'once their account is disabled',
        ({ id }) => t.admin('PATCH', `/api/accounts/${id}`, { disabled: true }),
      ],
    ])('%s', async (_, end) => {
      const person = await someone();
      expect([200, 204]).toContain((await end(person)).status);
      expect(await within(person.events.ended)).toBe('ended');
    });

    it('once their token is revoked', async () => {
      const wanted = { name: '大屏', role: 'viewer', expiresAt: '2026-06-01T00:00:00Z' };
      const { id, token } = (await said(t.admin('POST', '/api/tokens', wanted))).body;
      const events = await watch(`/api/surveys/${t.code}/progress/stream`, (method, path) =>
        t.anyone(method, path, undefined, { authorization: `Bearer ${token}` }),
      );
      await events.next();
      expect((await t.admin('DELETE', `/api/tokens/${id}`)).status).toBe(204);
      expect(await within(events.ended)).toBe('ended');
    });

    it('once the evaluation is deleted', async () => {
      const id = randomUUID();
      const { id: system, version } = SYSTEM;
      await insertEvaluation(t.store.write, {
        id,
        department: '市水务局',
        place: '朔州市',
        year: 2019,
        indicatorSystem: { id: system, version },
        feeds: {},
        example: false,
        createdAt: t.clock.now.toISOString(),
      });
      const survey = aSurvey(id);
      await insertSurvey(t.store.write, survey);
      const both = await Promise.all([
        watch(`/api/evaluations/${id}/progress/stream`),
        watch(`/api/surveys/${survey.code}/progress/stream`),
      ]);
      await Promise.all(both.map((events) => events.next()));
      const typed = { department: '市水务局' };
      expect((await t.admin('DELETE', `/api/evaluations/${id}`, typed)).status).toBe(200);
      for (const events of both) expect(await within(events.ended)).toBe('ended');
    });

    it('once their session has idled, though they listened: listening is no doing', async () => {
      const { events } = await someone();
      const before = t.clock.now;
      t.clock.now = new Date(before.getTime() + 31 * 60_000);
      t.clock.elapsed += 15_000;
      await t.deps.writer.write(aResponse(t.code));
      expect(await within(events.ended)).toBe('ended');
      t.clock.now = before;
    });

    it('once the server stops, at once', async () => {
      const served = await onPort(t);
      const address = `http://127.0.0.1:${served.port}/api/surveys/${t.code}/progress/stream`;
      const events = await watchEvents(
        fetch(address, { headers: { cookie: `manping=${t.secret}` } }),
      );
      await events.next();
      const from = performance.now();
      await served.listening.stop();
      expect(await within(events.ended)).toBe('ended');
      expect(performance.now() - from).toBeLessThan(1_000);
    });
  });

  it('may be so many of one account, and are refused beyond that until one of them has gone', async () => {
    const { call } = await account(t, 'viewer', [t.evaluationId]);
    const path = `/api/surveys/${t.code}/progress/stream`;
    const all = await Promise.all(Array.from({ length: 40 }, () => watch(path, call)));
    const refused = await call('GET', path);
    expect(await said(refused)).toMatchObject({ status: 503, body: { code: 'too-many-streams' } });
    expect(refused.headers.get('retry-after')).toBe('60');
    expect((await call('HEAD', path)).status).toBe(200);
    await all[0]?.next();
    all[0]?.close();
    await vi.waitFor(async () => expect((await watch(path, call)).status).toBe(200));
  });
});
