import { beforeAll, describe, expect, it } from 'vitest';
import { setRole } from '../../../server/store/memberships.ts';
import { insertSurvey } from '../../../server/store/surveys.ts';
import { EVALUATION_SORTS, EVALUATION_STATES } from '../../../survey-definitions/evaluation.ts';
import { said, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { aSurvey, NOW, SYSTEM } from '../../support/fieldwork.ts';
import { account } from '../../support/signed-in-as.ts';

type Account = Awaited<ReturnType<typeof account>>;

describe.each(ENGINES)('what is told of an evaluation in which one has no role (%s)', (engine) => {
  const t = withFieldwork(engine);
  let his: Account;
  let mine: string;
  let foreign: string;
  let theirs: string;

  const begin = async (department: string) => {
    const { id, version } = SYSTEM;
    const wanted = { department, place: '某市', year: 2026, indicatorSystem: { id, version } };
    return (await said(t.admin('POST', '/api/evaluations', wanted))).body.id;
  };
  beforeAll(async () => {
    [mine, foreign] = [await begin('市水务局'), await begin('市水务局')];
    const survey = aSurvey(foreign);
    await insertSurvey(t.store.write, survey);
    theirs = survey.code;
    await t.admin('PUT', `/api/evaluations/${foreign}/scoring/A101`, { inputs: { score: 91 } });
    his = await account(t, 'evaluator', [mine]);
  });
  const list = async (query: string, call = his.call) =>
    (await said(call('GET', `/api/evaluations?archived=all&${query}`))).body;

  it.each(EVALUATION_SORTS)(
    'is nothing in a list in the order of %s, nor in how it goes on',
    async (sort) => {
      const { items, next } = await list(`limit=1&sort=${sort}`);
      expect(items.map(({ id, namesakes }: Record<string, unknown>) => [id, namesakes])).toEqual([
        [mine, 0],
      ]);
      expect(next).toBeNull();
      // As somebody who sees all of them would go on, from each of them.
      let after = (await list(`limit=1&sort=${sort}`, t.admin)).next;
      for (let n = 0; after !== null && n < 5; n += 1) {
        const page = await list(`limit=1&sort=${sort}&after=${encodeURIComponent(after)}`);
        for (const { id } of page.items) expect(id).toBe(mine);
        after = (await list(`limit=1&sort=${sort}&after=${encodeURIComponent(after)}`, t.admin))
          .next;
      }
    },
  );

  it('is not found by its words, its survey, or where it stands', async () => {
    for (const query of [`q=${theirs}`, `q=${foreign}`])
      expect((await list(query)).items).toEqual([]);
    for (const state of EVALUATION_STATES)
      for (const { id } of (await list(`state=${state}`)).items) expect(id).toBe(mine);
    expect((await list(`q=${encodeURIComponent('市水务局')}`)).items).toHaveLength(1);
  });

  it('is no fault of what one sends: naming its survey is naming none', async () => {
    const faults = async (code: string) => {
      const answers = [
        await said(his.call('PATCH', `/api/evaluations/${mine}`, { feeds: { public: code } })),
        await said(
          his.call('PATCH', `/api/evaluations/${mine}`, {
            feeds: { public: { combine: 'pooled', surveys: [{ code }, { code: 'second' }] } },
          }),
        ),
        await said(
          his.call('POST', '/api/evaluations', {
            department: '某局',
            place: '某市',
            year: 2026,
            indicatorSystem: { id: SYSTEM.id, version: SYSTEM.version },
            feeds: { public: code },
          }),
        ),
      ];
      expect(answers.map(({ status }) => status)).toEqual([422, 422, 422]);
      return JSON.stringify(answers).replaceAll(code, 'CODE');
    };
    expect(await faults(theirs)).toBe(await faults('nosuch12'));
  });

  it('is not what a tag from before stands for, once the role was taken away', async () => {
    const her = await account(t, 'viewer', [mine]);
    const paths = ['/scoring', '/base-data'].map((path) => `/api/evaluations/${mine}${path}`);
    const tags = await Promise.all(
      paths.map(async (path) => (await her.call('GET', path)).headers.get('etag') ?? ''),
    );
    const all = (await her.call('GET', '/api/evaluations')).headers.get('etag') ?? '';
    const again = (path: string, tag: string) =>
      her.call('GET', path, undefined, { 'if-none-match': `${tag}, *` });
    for (const [n, path] of paths.entries())
      expect((await again(path, tags[n] ?? '')).status).toBe(304);
    await t.store.write.deleteFrom('memberships').where('user_id', '=', her.id).execute();
    for (const [n, path] of paths.entries())
      expect((await again(path, tags[n] ?? '')).status).toBe(404);
    const listed = her.call('GET', '/api/evaluations', undefined, { 'if-none-match': all });
    expect((await said(listed)).body?.items ?? []).toEqual([]);
  });

  it('is not in a list under the tag of somebody else', async () => {
    for (const other of [t.admin, (await account(t, 'nobody')).call]) {
      const tag = (await other('GET', '/api/evaluations')).headers.get('etag') ?? '';
      const answer = await his.call('GET', '/api/evaluations', undefined, { 'if-none-match': tag });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('etag')).not.toBe(tag);
    }
  });

  it('changes with the role: the list under the tag of before is answered anew', async () => {
    const her = await account(t, 'viewer', [mine]);
    const tag = (await her.call('GET', '/api/evaluations')).headers.get('etag') ?? '';
    await setRole(t.store.write, {
      evaluationId: mine,
      userId: her.id,
      role: 'clerk',
      since: NOW.toISOString(),
      grantedBy: 'admin',
    });
    const answer = await her.call('GET', '/api/evaluations', undefined, { 'if-none-match': tag });
    expect((await said(answer)).body.items[0].role).toBe('clerk');
  });

  it('is nothing of what a token for another one says of its maker', async () => {
    const both = await account(t, 'evaluator', [mine, foreign]);
    const body = {
      name: '报表',
      role: 'viewer',
      evaluation: mine,
      expiresAt: '2026-04-01T00:00:00Z',
    };
    const { token } = (await said(both.call('POST', '/api/tokens', body))).body;
    const headers = { authorization: `Bearer ${token}` };
    for (const path of ['/api/session', '/api/evaluations', `/api/evaluations/${mine}`]) {
      const answer = await t.anyone('GET', path, undefined, headers);
      const text = await answer.text();
      expect([path, answer.status]).toEqual([path, 200]);
      expect(text).not.toContain(foreign);
      expect(text).not.toContain(theirs);
    }
  });

  it('is nothing either of one that was deleted, to whoever was its evaluator', async () => {
    const gone = await begin('旧局');
    const her = await account(t, 'evaluator', [gone]);
    const audit = `/api/evaluations/${gone}/audit`;
    expect((await her.call('GET', audit)).status).toBe(200);
    await t.admin('DELETE', `/api/evaluations/${gone}`, { department: '旧局' });
    expect((await her.call('GET', audit)).status).toBe(404);
    const all = `/api/audit?evaluation=${gone}`;
    // He is evaluator of none any more, and of it least of all.
    expect([403, 404]).toContain((await her.call('GET', all)).status);
    expect((await his.call('GET', all)).status).toBe(404);
    expect((await t.admin('GET', all)).status).toBe(200);
  });

  it('clerks are told no total: not by an order, nor by where a page goes on', async () => {
    const best = await begin('市教育局');
    await t.admin('PUT', `/api/evaluations/${best}/scoring/A101`, { inputs: { score: 97 } });
    const third = await begin('市体育局');
    const clerk = await account(t, 'clerk', [mine, best, third]);
    const page = await list('limit=1&sort=total', clerk.call);
    const [sort, total] = JSON.parse(Buffer.from(page.next ?? '', 'base64url').toString());
    expect([sort, total]).toEqual(['total', '']);
    const order = (await list('limit=9&sort=total', clerk.call)).items.map(
      ({ id }: { id: string }) => id,
    );
    const newest = (await list('limit=9&sort=newest', clerk.call)).items.map(
      ({ id }: { id: string }) => id,
    );
    expect(order).toEqual(newest);
  });
});
