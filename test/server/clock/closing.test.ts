import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startClock } from '../../../server/clock/clock.ts';
import { countAccessCodes, insertAccessCodes } from '../../../server/store/access-codes.ts';
import { listAudit } from '../../../server/store/audit.ts';
import { isPostgres } from '../../../server/store/is-postgres.ts';
import { closingToMix } from '../../../server/store/mixing-codes.ts';
import { openStore } from '../../../server/store/open.ts';
import { createResponseWriter } from '../../../server/store/response-writer.ts';
import type { Store } from '../../../server/store/store.ts';
import { findSurvey, insertSurvey, type Survey } from '../../../server/store/surveys.ts';
import { ENGINES } from '../../support/engines.ts';
import { aResponse, aSurvey, startFieldwork } from '../../support/fieldwork.ts';
import { withTestStore } from '../../support/store.ts';
import { dyingAfter, tickAt } from '../../support/ticking.ts';

const END = '2026-03-02T00:00:00.000Z';
const BEFORE = '2026-03-01T23:59:59.999Z';

describe.each(ENGINES)('the end of a survey, %s', (engine) => {
  const store = withTestStore(engine);
  let second: Store;
  let evaluationId: string;
  beforeAll(async () => {
    second = await openStore(store.database.options);
  });
  afterAll(() => second.close());

  /** An evaluation's only survey. */
  async function aSurveyThatEnds(changed: Partial<Survey> = {}): Promise<string> {
    evaluationId = (await startFieldwork(store)).evaluationId;
    const survey = aSurvey(evaluationId, { closesAt: END, ...changed });
    await insertSurvey(store.write, survey);
    return survey.code;
  }
  const closings = async () =>
    (await listAudit(store.read, { evaluationId }, { limit: 20 })).items.filter(
      ({ action }) => action === 'survey.close',
    );
  const closedAt = async (code: string) => (await findSurvey(store.read, code))?.clockClosedAt;

  it('is done by the clock at that moment and not before, once by however many servers, and audited as its doing', async () => {
    const code = await aSurveyThatEnds();
    await tickAt(store, BEFORE);
    expect(await closedAt(code)).toBeNull();
    await Promise.all([tickAt(store, END), tickAt(second, END)]);
    expect(await closedAt(code)).toBe(END);
    await tickAt(store, '2026-03-03T00:00:00.000Z');
    expect(await closedAt(code)).toBe(END);
    expect((await findSurvey(store.read, code))?.state).toBe('open');
    expect(await closings()).toEqual([
      expect.objectContaining({ actor: 'server:clock', subject: code, detail: { closesAt: END } }),
    ]);
  });

  it('is a barrier: what was on its way comes in before it, or not at all', async () => {
    const code = await aSurveyThatEnds();
    const writer = createResponseWriter(second, { maxBatch: 1, maxWaitMs: 0 });
    const late = { whileOpen: true };
    const during = Promise.all(
      Array.from({ length: 20 }, () => writer.write({ ...aResponse(code), ...late })),
    );
    await tickAt(store, END);
    expect(await writer.write({ ...aResponse(code), ...late })).toBe('survey-not-open');
    for (const written of await during) expect(['new', 'survey-not-open']).toContain(written);
  });

  it.each([
    { state: 'draft' as const },
    { state: 'closed' as const },
    { closesAt: null },
    { closesAt: '2026-03-02T00:00:00.001Z' },
  ])('leaves alone what is not open or has no end yet: %o', async (changed) => {
    const code = await aSurveyThatEnds(changed);
    await tickAt(store, END);
    expect(await closedAt(code)).toBeNull();
    expect(await closings()).toEqual([]);
  });

  it('mixes the codes; where the server died before, the next tick does, and so for whoever closed by hand', async () => {
    const code = await aSurveyThatEnds({ access: 'code' });
    await insertAccessCodes(
      store.write,
      code,
      Array.from({ length: 20 }, () => randomUUID()),
    );
    await store.write
      .updateTable('access_codes')
      .set({ spent: 1 })
      .where('survey_code', '=', code)
      .where('code_hash', '<', '8')
      .execute();
    const before = await countAccessCodes(store.read, code);
    const moments = async () =>
      isPostgres(store.read) ? (await xmins(store, code)).size : undefined;

    const lines = await tickAt(dyingAfter(store, 1), END);
    expect(lines.join()).toContain('mixClosedCodes');
    expect(lines.join()).not.toContain(code);
    expect(await closedAt(code)).toBe(END);
    expect(await closingToMix(store.read, code)).not.toBeNull();
    if (engine === 'postgres') expect(await moments()).toBe(2);

    await Promise.all([tickAt(store, END), tickAt(second, END)]);
    expect(await closingToMix(store.read, code)).toBeNull();
    expect(await countAccessCodes(store.read, code)).toEqual(before);
    if (engine === 'postgres') expect(await moments()).toBe(1);
  });

  it('has come long ago in an older database: the first tick does it', async () => {
    const code = await aSurveyThatEnds({ closesAt: '2019-01-01T00:00:00.000Z' });
    await tickAt(second, '2026-11-28T00:00:00.000Z');
    expect(await closedAt(code)).toBe('2026-11-28T00:00:00.000Z');
  });

  it('is done by a clock that goes on by itself, and stops', async () => {
    const code = await aSurveyThatEnds();
    const log = pino({ level: 'silent' });
    let now = new Date(BEFORE);
    const clock = startClock({ store, log, now: () => now }, 5);
    await sleep(50);
    expect(await closedAt(code)).toBeNull();
    now = new Date(END);
    while ((await closedAt(code)) === null) await sleep(5);
    await clock.stop();
    const other = await aSurveyThatEnds();
    await sleep(50);
    expect(await closedAt(other)).toBeNull();
  });
});

/** Which transactions wrote the codes last. */
async function xmins(store: Store, code: string): Promise<Set<string>> {
  const { rows } = await sql<{ x: string }>`
    select xmin::text as x from access_codes where survey_code = ${code}`.execute(store.read);
  return new Set(rows.map(({ x }) => x));
}
