import { beforeAll, describe, expect, it } from 'vitest';
import { said, withExample } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { account } from '../../support/signed-in-as.ts';

/** Every name of a number made of answers or scores, wherever in an answer it stands. */
const MADE_OF_ANSWERS = ['composite', 'compositeBase', 'base', 'total', 'grade'];

function madeOfAnswers(body: unknown, name = ''): string[] {
  if (Array.isArray(body)) return body.flatMap((each) => madeOfAnswers(each, name));
  if (typeof body === 'object' && body !== null)
    return MADE_OF_ANSWERS.includes(name)
      ? [name]
      : Object.entries(body).flatMap(([key, value]) =>
          // What was planned is nobody's answer.
          key === 'plan' ? [] : madeOfAnswers(value, key),
        );
  return body !== null && MADE_OF_ANSWERS.includes(name) ? [name] : [];
}

describe.each(ENGINES)('what an answer holds for each role (%s)', (engine) => {
  const t = withExample(engine);
  const as: Partial<Record<'clerk' | 'viewer', Awaited<ReturnType<typeof account>>>> = {};
  const ask = async (role: 'clerk' | 'viewer', path: string) => {
    const { call } = as[role] ?? (await account(t, role));
    const answered = await said(call('GET', path));
    expect(answered.status).toBe(200);
    return answered.body;
  };
  beforeAll(async () => {
    as.clerk = await account(t, 'clerk');
    as.viewer = await account(t, 'viewer');
  });

  it('a clerk is told of an evaluation nothing that is made of answers or scores, not even what lacks a score', async () => {
    const [survey] = (await ask('viewer', `/api/evaluations/${t.evaluationId}`)).surveys;
    for (const path of [
      `/api/evaluations/${t.evaluationId}`,
      '/api/evaluations',
      `/api/surveys/${survey.code}`,
      `/api/surveys/${survey.code}/progress`,
      `/api/surveys/${survey.code}/plan-versions`,
    ]) {
      expect([path, madeOfAnswers(await ask('clerk', path))]).toEqual([path, []]);
    }
    const named = madeOfAnswers(await ask('viewer', `/api/evaluations/${t.evaluationId}`));
    expect(new Set(named)).toEqual(new Set(MADE_OF_ANSWERS));
  });

  it('a clerk is told which groups have no survey and which surveys are drafts, not what is not scored', async () => {
    const { body } = await said(
      t.admin('POST', '/api/evaluations', {
        department: '市教育局',
        place: '某市',
        year: 2025,
        indicatorSystem: { id: 'miluo-2020-self-evaluation', version: 1 },
      }),
    );
    const partsOf = async (role: 'clerk' | 'viewer') => {
      const { call } = await account(t, role, [body.id]);
      const { missing } = (await said(call('GET', `/api/evaluations/${body.id}`))).body;
      return missing.map(({ part }: { part: string }) => part);
    };
    expect(await partsOf('viewer')).toEqual(['groups-without-survey', 'indicators-without-score']);
    expect(await partsOf('clerk')).toEqual(['groups-without-survey']);
  });

  it('the order by total says nothing of a total to whoever may not see it', async () => {
    // Begun in the same instant as the example, their order would be that of random ids.
    t.clock.now = new Date(t.clock.now.getTime() + 1000);
    const other = await said(
      t.admin('POST', '/api/evaluations', {
        department: '市财政局',
        place: '某市',
        year: 2025,
        indicatorSystem: { id: 'miluo-2020-self-evaluation', version: 1 },
      }),
    );
    const both = [t.evaluationId, other.body.id];
    const ordered = async (role: 'clerk' | 'viewer') => {
      const { call } = await account(t, role, both);
      const { body } = await said(call('GET', '/api/evaluations?sort=total'));
      return body.items.map(({ id }: { id: string }) => id);
    };
    expect(await ordered('viewer')).toEqual(both);
    expect(await ordered('clerk')).toEqual(both.toReversed());
  });
});
