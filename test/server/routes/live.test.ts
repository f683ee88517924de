import { afterAll, describe, expect, it } from 'vitest';
import { withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { aResponse } from '../../support/fieldwork.ts';
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
});
