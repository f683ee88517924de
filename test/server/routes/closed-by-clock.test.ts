import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findSurvey } from '../../../server/store/surveys.ts';
import { said, withTestApp } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { ANSWERS, startFieldwork } from '../../support/fieldwork.ts';
import { tickAt } from '../../support/ticking.ts';

const AT = (minute: number) => new Date(Date.parse('2026-03-01T08:00:00.000Z') + minute * 60_000);

describe.each(ENGINES)('a survey that the clock closed (%s)', (engine) => {
  const t = withTestApp(engine);
  const shown = async (code: string) => (await said(t.admin('GET', `/api/surveys/${code}`))).body;
  const handIn = async (code: string) =>
    (
      await said(
        t.anyone('PUT', `/api/surveys/${code}/responses/${randomUUID()}`, { answers: ANSWERS }),
      )
    ).status;
  const moveOn = (code: string, closesAt: string | null) =>
    said(t.admin('PATCH', `/api/surveys/${code}`, { closesAt, reason: '延长两分钟' }));
  const tick = async (minute: number) => {
    t.clock.now = AT(minute);
    expect(await tickAt(t.store, t.clock.now)).toEqual([]);
  };

  it('opens again where its end is moved on, and is closed again when that has come', async () => {
    const { code } = await startFieldwork(t.store);
    await tick(0);
    expect((await moveOn(code, AT(2).toISOString())).status).toBe(200);
    expect(await handIn(code)).toBe(201);
    await tick(2);
    expect(await shown(code)).toMatchObject({ state: 'closed', closedBy: 'clock' });
    expect(await handIn(code)).toBe(403);
    expect((await moveOn(code, AT(4).toISOString())).status).toBe(200);
    expect(await shown(code)).toMatchObject({ state: 'open', closedBy: null });
    expect((await findSurvey(t.store.read, code))?.clockClosedAt).toBeNull();
    expect(await handIn(code)).toBe(201);
    await tick(3);
    expect(await handIn(code)).toBe(201);
    await tick(4);
    expect((await findSurvey(t.store.read, code))?.clockClosedAt).toBe(AT(4).toISOString());
    expect(await handIn(code)).toBe(403);
    const { items } = (
      await said(t.admin('GET', `/api/evaluations/${(await shown(code)).evaluation.id}/audit`))
    ).body;
    const closings = items.filter(({ action }: { action: string }) => action === 'survey.close');
    expect(closings.map(({ actor }: { actor: string }) => actor)).toEqual([
      'server:clock',
      'server:clock',
    ]);
  });

  it('takes nothing from a server whose clock is behind', async () => {
    const { code } = await startFieldwork(t.store);
    t.clock.now = AT(0);
    await moveOn(code, AT(2).toISOString());
    await tickAt(t.store, AT(2));
    t.clock.now = AT(1);
    expect(await handIn(code)).toBe(403);
    expect(await shown(code)).toMatchObject({ state: 'closed', closedBy: 'clock' });
  });
});
