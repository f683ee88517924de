import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storeBatch } from '../../../server/store/response-batch.ts';
import { listResponses } from '../../../server/store/responses.ts';
import { insertSurvey } from '../../../server/store/surveys.ts';
import { said, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { ANSWERS, aResponse, aSurvey } from '../../support/fieldwork.ts';
import { HALL, plannedSurvey, TOWN } from '../../support/planned-surveys.ts';

const LATE = { id: 'late', name: '新增点' };

describe.each(ENGINES)('the collection points of a survey (%s)', (engine) => {
  const t = withFieldwork(engine);
  const patch = (code: string, body: object) =>
    said(t.admin('PATCH', `/api/surveys/${code}`, { reason: '调整布点', ...body }));
  const show = async (code: string) => (await said(t.admin('GET', `/api/surveys/${code}`))).body;
  const versions = async (code: string) =>
    (await said(t.admin('GET', `/api/surveys/${code}/plan-versions`))).body;
  const put = (code: string, point?: string, id: string = randomUUID()) =>
    said(
      t.anyone('PUT', `/api/surveys/${code}/responses/${id}`, {
        answers: ANSWERS,
        ...(point !== undefined && { point }),
      }),
    );
  const open = () => plannedSurvey(t.store, t.evaluationId);

  it('are planned with it, each with a link of its own', async () => {
    const made = await said(
      t.admin('POST', `/api/evaluations/${t.evaluationId}/surveys`, {
        questionnaire: { id: 'tiny', version: 1 },
        plan: { total: 50 },
        points: [HALL, { id: TOWN.id, name: TOWN.name }],
        phase: 'formal',
        access: 'open',
      }),
    );
    const { code, url } = made.body;
    expect((await show(code)).points).toEqual([
      { ...HALL, closed: false, url: `${url}?p=hall` },
      { id: 'town', name: '城关镇', plan: null, closed: false, url: `${url}?p=town` },
    ]);
    expect(await versions(code)).toEqual({
      items: [
        {
          version: 1,
          plan: { total: 50 },
          points: [
            { ...HALL, closed: false },
            { id: 'town', name: '城关镇', plan: null, closed: false },
          ],
          reason: null,
          author: 'admin',
          at: expect.any(String),
        },
      ],
      next: null,
    });
  });

  it.each([
    ['one id twice', [HALL, { id: 'hall', name: '另一处' }], '$.points[1].id'],
    ['one name twice', [HALL, { ...TOWN, name: '办事大厅 ' }], '$.points[1].name'],
    ['more together than in all', [{ ...HALL, plan: 51 }], '$.points'],
    ['a blank name', [{ id: 'hall', name: '\u3164' }], '$.points[0].name'],
    ['an id that no link holds', [{ id: '大厅', name: '大厅' }], '$.points[0].id'],
  ])('are refused with %s', async (_, points, path) => {
    const answer = await said(
      t.admin('POST', `/api/evaluations/${t.evaluationId}/surveys`, {
        questionnaire: { id: 'tiny', version: 1 },
        plan: { total: 50 },
        points,
        phase: 'formal',
        access: 'open',
      }),
    );
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toEqual([expect.objectContaining({ path })]);
  });

  it('that are left out go, and one that responses came from stays, closed', async () => {
    const { code } = await open();
    await put(code, 'hall');
    const { body } = await patch(code, { points: [LATE] });
    expect(body.points).toMatchObject([
      { ...LATE, plan: null, closed: false },
      { ...HALL, closed: true },
    ]);
    // Whoever opened the form before still hands in; the point that is gone is unknown.
    expect((await put(code, 'hall')).status).toBe(201);
    expect((await put(code, 'town')).body.errors).toMatchObject([{ code: 'unknown-point' }]);
    // It is opened again by being listed as such, and stays closed where nobody says so.
    const again = await patch(code, { points: [HALL, LATE] });
    expect(again.body.points[0].closed).toBe(true);
    const reopened = await patch(code, { points: [{ ...HALL, closed: false }, LATE] });
    expect(reopened.body.points[0].closed).toBe(false);
  });

  it('count in the plan while they stay, and keep their name to themselves', async () => {
    const { code } = await open();
    await put(code, 'hall');
    const more = await patch(code, { points: [{ ...LATE, plan: 80 }] });
    expect(more).toMatchObject({ status: 422, body: { errors: [{ path: '$.points' }] } });
    expect(more.body.errors[0].message).toContain('含仍保留的“办事大厅”');
    const alike = await patch(code, { points: [{ id: 'new', name: '办事大厅' }] });
    expect(alike.body.errors).toMatchObject([{ path: '$.points[0].name', code: 'not-told-apart' }]);
  });

  it('where something was handed out stay as well, until that is taken back', async () => {
    const { code } = await open();
    const handedOut = [{ channel: 'paper', point: 'town', n: 20 }];
    await patch(code, { handedOut });
    const kept = await patch(code, { points: [HALL] });
    expect(
      kept.body.points.map(({ id, closed }: { id: string; closed: boolean }) => [id, closed]),
    ).toEqual([
      ['hall', false],
      ['town', true],
    ]);
    const gone = await patch(code, { points: [HALL], handedOut: [{ ...handedOut[0], n: null }] });
    expect(gone.body).toMatchObject({ points: [{ id: 'hall' }], handedOut: [] });
  });

  it('of a draft go with what was entered for them', async () => {
    const { code } = await plannedSurvey(t.store, t.evaluationId, { state: 'draft' });
    await patch(code, { handedOut: [{ channel: 'paper', point: 'town', n: 20 }] });
    expect((await patch(code, { points: [HALL] })).body).toMatchObject({
      points: [{ id: 'hall' }],
      handedOut: [],
    });
    expect((await patch(code, { points: [HALL, TOWN] })).body.handedOut).toEqual([]);
  });

  it('are not taken away behind a response that is on its way', async () => {
    const { code } = await open();
    const answers = Array.from({ length: 60 }, () => put(code, 'town'));
    await answers[0];
    const changed = await patch(code, { points: [HALL] });
    const told = await Promise.all(answers);
    const { items } = await listResponses(t.store.read, code, { limit: 200 });
    const stored = told.filter(({ status }) => status === 201).length;
    expect(items).toHaveLength(stored);
    // The first was there before: so the point stays, and takes the others too.
    expect(changed.body.points.at(-1)).toMatchObject({ id: 'town', closed: true });
    expect(stored).toBe(60);
  });

  it('that went while a response waited to be written are unknown to it, and nothing is stored', async () => {
    const { code } = await open();
    const { write } = t.deps.writer;
    const held: (() => void)[] = [];
    t.deps.writer.write = async (response) => {
      await new Promise<void>((resolve) => held.push(resolve));
      return write(response);
    };
    try {
      const inFlight = [put(code, 'town'), put(code, 'hall')];
      while (held.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
      await patch(code, { points: [HALL] });
      for (const release of held) release();
      expect(await Promise.all(inFlight)).toMatchObject([
        { status: 422, body: { errors: [{ code: 'unknown-point' }] } },
        { status: 201 },
      ]);
    } finally {
      t.deps.writer.write = write;
    }
    expect((await show(code)).points).toHaveLength(1);
  });

  it('are changed after the responses that are being written, and what came last is seen', async () => {
    const { code } = await open();
    const order: string[] = [];
    // The way in for responses is the same connection on SQLite, whose writers take turns by themselves.
    const changing = await t.store.write.transaction().execute(async (trx) => {
      await storeBatch(trx, 7, [aResponse(code, { point: 'town', whileOpen: true })]);
      const changed = patch(code, { points: [HALL] }).then((answer) => {
        order.push('changed');
        return answer;
      });
      await new Promise((resolve) => setTimeout(resolve, 100));
      order.push('written');
      return { changed };
    });
    const { body } = await changing.changed;
    expect(order).toEqual(['written', 'changed']);
    expect(body.points.at(-1)).toMatchObject({ id: 'town', closed: true });
  });

  it('changed by two at once are as one of them says, and both are in the history', async () => {
    const { code } = await open();
    const some = await Promise.all(
      [40, 50, 60].map((total) => patch(code, { plan: { total: total + 50 }, points: [HALL] })),
    );
    expect(some.map(({ status }) => status)).toEqual([200, 200, 200]);
    const { items } = await versions(code);
    expect(items.map(({ version }: { version: number }) => version)).toEqual([1, 2, 3, 4]);
    expect(items.at(-1).plan).toEqual((await show(code)).plan);
  });

  it('and plans have a history that ends with what stands now', async () => {
    const plan = fc.record({ total: fc.integer({ min: 60, max: 500 }) });
    const points = fc
      .shuffledSubarray([HALL, TOWN, LATE])
      .chain((some) =>
        fc.tuple(...some.map((point) => fc.boolean().map((closed) => ({ ...point, closed })))),
      );
    const step = fc.record(
      { plan, points, population: fc.nat(9).map((n) => n + 1) },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
        const { code } = await open();
        for (const [index, body] of steps.entries()) {
          const reason = `第 ${index} 次`;
          const before = await versions(code);
          const { status, body: now } = await patch(code, { ...body, reason });
          expect(status).toBe(200);
          const { items } = await versions(code);
          const [last] = items.slice(-1);
          const bare = now.points.map(({ url, ...point }: { url: string }) => point);
          expect({ plan: last.plan, points: bare }).toEqual({
            plan: now.plan,
            points: last.points,
          });
          // What was kept before is never rewritten, and a change that is none is not kept.
          expect(items.slice(0, before.items.length)).toEqual(before.items);
          const grew = items.length - before.items.length;
          const earlier = before.items.at(-1);
          const moved =
            JSON.stringify([earlier.plan, earlier.points]) !==
            JSON.stringify([last.plan, last.points]);
          expect(grew).toBe(moved ? 1 : 0);
          if (moved) expect(last).toMatchObject({ reason, author: 'admin' });
        }
      }),
      { numRuns: 15 },
    );
  });

  it.each(['results', 'responses'])('that it does not have are told of in %s', async (what) => {
    const { code } = await open();
    await put(code, 'hall');
    const ask = (point: string) =>
      said(t.admin('GET', `/api/surveys/${code}/${what}?point=${point}`));
    expect((await ask('hall')).status).toBe(200);
    for (const point of ['gone', 'town-2'])
      expect(await ask(point)).toMatchObject({
        status: 422,
        body: {
          errors: [
            { path: '$.point', code: 'unknown-point', message: `这项调查没有调查点 ${point}` },
          ],
        },
      });
    expect((await ask('大厅')).status).toBe(422);
  });

  it('tell nothing of a survey that was rebuilt from published counts', async () => {
    const rebuilt = aSurvey(t.evaluationId, { provenance: 'reconstructed', state: 'closed' });
    await insertSurvey(t.store.write, rebuilt);
    const path = `/api/surveys/${rebuilt.code}/results?point=hall`;
    expect(await said(t.admin('GET', path))).toMatchObject({
      status: 409,
      body: { code: 'not-derivable' },
    });
  });
});
