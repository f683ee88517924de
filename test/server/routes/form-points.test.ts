import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readCounts } from '../../../server/store/counts.ts';
import { updateEvaluation } from '../../../server/store/evaluations.ts';
import { type StoredPoint, writePoints } from '../../../server/store/points.ts';
import { findResponse } from '../../../server/store/responses.ts';
import { insertSurvey } from '../../../server/store/surveys.ts';
import { said, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { ANSWERS, aSurvey } from '../../support/fieldwork.ts';
import { filledIn, openPage, postPage } from '../../support/respondent-page.ts';

const NORTH = { id: 'north-hall', name: '城北便民服务中心', closedAt: null };
const CLOSED = { id: 'old-town', name: '老城“一站式”大厅', closedAt: '2026-02-01T00:00:00.000Z' };

describe.each(ENGINES)('the link of a collection point (%s)', (engine) => {
  const t = withFieldwork(engine);

  async function survey(
    changed: Parameters<typeof aSurvey>[1] = {},
    points: StoredPoint[] = [NORTH, CLOSED],
  ) {
    const made = aSurvey(t.evaluationId, changed);
    await insertSurvey(t.store.write, made);
    await writePoints(t.store.write, made, points);
    return made;
  }
  const count = async (of: string) => (await readCounts(t.store.read, of)).get('')?.get('') ?? 0;

  it('opens the form of that point: its name in the head, itself wherever the page leads', async () => {
    const { code } = await survey();
    const { answer, html, id } = await openPage(t, `${code}?p=north-hall&k=7K3F`);
    expect(answer.status).toBe(200);
    expect(html).toContain('<p class="soft">调查点：城北便民服务中心</p>');
    expect(html).toContain('name="_p" value="north-hall"');
    expect(html).toContain('action="?lang=zh-CN&amp;p=north-hall"');
    expect(html).toContain('href="?lang=zh-CN&amp;elder=1&amp;p=north-hall&amp;k=7K3F"');
    expect(html).toContain('"point":"north-hall"');
    const posted = await postPage(t, `${code}?p=north-hall`, [
      ...filledIn(id),
      ['_p', 'north-hall'],
    ]);
    expect(posted.status).toBe(200);
    expect(posted.html).toContain('href="?lang=zh-CN&amp;p=north-hall"');
    expect(await findResponse(t.store.read, id)).toMatchObject({ point: 'north-hall' });
  });

  it('is understood as people type it', async () => {
    const { code } = await survey();
    for (const typed of ['North-Hall', ' north－hall ', 'north—hall', 'ｎｏｒｔｈ-hall\u200b']) {
      const { answer, html } = await openPage(t, `${code}?p=${encodeURIComponent(typed)}`);
      expect([typed, answer.status]).toEqual([typed, 200]);
      expect(html).toContain('name="_p" value="north-hall"');
    }
  });

  it('without a point is of none, and accepted', async () => {
    const { code } = await survey();
    const { html, id } = await openPage(t, code);
    expect(html).not.toContain('name="_p"');
    expect(html).not.toContain('调查点');
    expect((await postPage(t, code, filledIn(id))).status).toBe(200);
    expect(await findResponse(t.store.read, id)).toMatchObject({ point: null });
  });

  it('comes back with its point where something is missing, and keeps its code', async () => {
    const { code } = await survey({ access: 'code' });
    const { id } = await openPage(t, code);
    const fields: [string, string][] = [...filledIn(id), ['_p', 'north-hall'], ['_k', '7K3F']];
    const { status, html } = await postPage(t, code, fields);
    expect(status).toBe(403);
    expect(html).toContain('name="_p" value="north-hall"');
    expect(html).toContain('调查点：城北便民服务中心');
    expect(html).toContain('7K3F');
  });

  it.each(['nowhere', '', 'north', '%00', 'x'.repeat(300)])(
    'of no such point, “%s”, says that it is incomplete or miscopied, and leads on without one',
    async (typed) => {
      await updateEvaluation(t.store.write, t.evaluationId, {
        particulars: { contact: '0349-2281234' },
      });
      const { code } = await survey();
      const { answer, html } = await openPage(t, `${code}?p=${typed}&k=7K3F`);
      expect(answer.status).toBe(404);
      expect(html).toContain('没有找到这个调查点');
      expect(html).toContain('href="?lang=zh-CN&amp;k=7K3F"');
      expect(html).toContain('tel:03492281234');
      expect(html).not.toContain('<form');
    },
  );

  it('of a point that is closed says so kindly, whom to call, and which point it was', async () => {
    await updateEvaluation(t.store.write, t.evaluationId, {
      particulars: { contact: '0349-2281234' },
    });
    const { code } = await survey();
    const { answer, html } = await openPage(t, `${code}?p=old-town`);
    expect(answer.status).toBe(403);
    expect(html).toContain('这个调查点已经结束');
    expect(html).toContain('“老城“一站式”大厅”不再接收答卷');
    expect(html).toContain('tel:03492281234');
    expect(html).not.toContain('<form');
  });

  it('of a survey that is not open says that, whatever the point', async () => {
    const { code } = await survey({ state: 'closed' });
    for (const point of ['north-hall', 'old-town', 'nowhere']) {
      const { answer, html } = await openPage(t, `${code}?p=${point}`);
      expect(answer.status).toBe(403);
      expect(html).toContain('调查已经结束');
    }
  });

  it('that is closed since takes what was begun there, put or posted', async () => {
    const made = await survey();
    const { code } = made;
    const begun = await openPage(t, `${code}?p=north-hall`);
    const closed = { ...NORTH, closedAt: '2026-03-01T07:00:00.000Z' };
    await writePoints(t.store.write, made, [closed]);
    expect((await openPage(t, `${code}?p=north-hall`)).answer.status).toBe(403);
    const posted = await postPage(t, `${code}?p=north-hall`, [
      ...filledIn(begun.id),
      ['_p', 'north-hall'],
    ]);
    expect(posted.status).toBe(200);
    const id = randomUUID();
    const put = { answers: ANSWERS, point: 'north-hall' };
    expect((await t.anyone('PUT', `/api/surveys/${code}/responses/${id}`, put)).status).toBe(201);
    for (const each of [begun.id, id]) {
      expect(await findResponse(t.store.read, each)).toMatchObject({ point: 'north-hall' });
    }
    // Its device comes back by the notice, which knows what is begun; nobody else is led here.
    const again = await openPage(t, `${code}?p=north-hall&begun=1`);
    expect(again.answer.status).toBe(200);
    expect(again.html).toContain('name="_p" value="north-hall"');
  });

  it('that the survey has no more gives everything back, and takes it without a point', async () => {
    const { code } = await survey();
    const { id } = await openPage(t, code);
    const fields: [string, string][] = [...filledIn(id), ['_p', 'gone-since']];
    const { status, html } = await postPage(t, `${code}?p=gone-since`, fields);
    expect(status).toBe(422);
    expect(html).toContain('这个调查点已经取消');
    expect(html).toMatch(/<input[^>]*name="air"[^>]*value="satisfied"[^>]*checked/);
    expect(html).toContain('第一行\n第二行');
    expect(html).toContain(`value="${id}"`);
    expect(html).not.toContain('name="_p"');
    expect(html).toContain('action="?lang=zh-CN"');
    expect(await count(code)).toBe(0);
    expect((await postPage(t, code, filledIn(id))).status).toBe(200);
    expect(await findResponse(t.store.read, id)).toMatchObject({ point: null });
    const put = { answers: ANSWERS, point: 'gone-since' };
    const path = `/api/surveys/${code}/responses/${randomUUID()}`;
    expect(await said(t.anyone('PUT', path, put))).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'unknown-point' }] },
    });
  });

  it('typed with a slash at its end leads to the form with its point', async () => {
    const { code } = await survey();
    for (const path of [`/s/${code}/?p=north-hall`, `/s/${code.toUpperCase()}?p=north-hall`]) {
      const answer = await t.anyone('GET', path);
      expect(answer.status).toBe(308);
      expect(answer.headers.get('location')).toBe(`http://localhost/s/${code}?p=north-hall`);
    }
  });
});
