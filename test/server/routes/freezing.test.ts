import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../survey-definitions/canonical-json.ts';
import { BESIDE_CONTENT } from '../../../survey-definitions/frozen-figures.ts';
import { said, withExample } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';

describe.each(ENGINES)('freezing figures (%s)', (engine) => {
  const t = withExample(engine);
  const figures = () => `/api/evaluations/${t.evaluationId}/figures`;
  const indicator = async (code: string) => {
    const { body } = await said(t.admin('GET', `/api/evaluations/${t.evaluationId}/scoring`));
    return body.indicators.find((each: { code: string }) => each.code === code);
  };
  let first: { id: string };

  it('keeps what the groups say, with a hash over its canonical JSON', async () => {
    const { status, body } = await said(t.admin('POST', figures(), {}));
    expect(status).toBe(201);
    const composite = body.figures.find(
      (each: { group: string; quantity: string }) =>
        each.group === 'public' && each.quantity === 'composite',
    );
    expect(composite.value).toMatchObject({ display: '89.34' });
    const [survey] = body.groups.find((each: { group: string }) => each.group === 'public').surveys;
    expect(survey).toMatchObject({
      code: 'pubeca34',
      returns: { planned: 100, received: 137, valid: 137 },
      responses: { n: 137, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    const content = Object.fromEntries(
      Object.entries(body).filter(([key]) => !BESIDE_CONTENT.includes(key as 'hash')),
    );
    expect(createHash('sha256').update(canonicalJson(content)).digest('hex')).toBe(body.hash);
    expect(body).toMatchObject({
      stale: false,
      changes: [],
      scores: expect.arrayContaining(['public']),
    });
    first = body;
  });

  it('scores by what was frozen, and says by which', async () => {
    expect((await indicator('C301')).source).toMatchObject({
      value: { display: '89.34' },
      figures: { id: first.id, stale: false, live: { display: '89.34' } },
    });
  });

  it('is stale once responses are judged otherwise, with what that did in numbers, and does not move', async () => {
    const { body: page } = await said(
      t.admin('GET', '/api/surveys/pubeca34/responses?limit=3&answers=none'),
    );
    const ids = page.items.map(({ id }: { id: string }) => id);
    const judged = await said(
      t.admin('POST', '/api/surveys/pubeca34/dispositions', {
        ids,
        disposition: 'invalid',
        reason: '核实后作废',
      }),
    );
    expect(judged.body.judged).toHaveLength(3);
    const { body } = await said(t.admin('GET', `${figures()}/frozen/${first.id}`));
    expect(body.stale).toBe(true);
    expect(body.summary).toEqual([
      { group: 'public', message: expect.stringMatching(/^3 份改判无效：89\.34 → \d\d\.\d\d$/) },
    ]);
    const fed = await indicator('C301');
    expect(fed.source).toMatchObject({ value: { display: '89.34' }, figures: { stale: true } });
    expect(fed.source.figures.live.display).not.toBe('89.34');
  });

  it('freezing again keeps the one before, scores by the new one, and says what lies between', async () => {
    const { body: tried } = await said(
      t.admin('POST', `${figures()}?dryRun=1`, { groups: ['public'] }),
    );
    expect(tried.groups).toMatchObject([{ group: 'public', open: [], replaces: { id: first.id } }]);
    const { body: second } = await said(t.admin('POST', figures(), { groups: ['public'] }));
    expect((await indicator('C301')).source.figures).toMatchObject({ id: second.id, stale: false });
    expect((await indicator('C302')).source.figures).toMatchObject({ id: first.id });
    const { body: list } = await said(t.admin('GET', `${figures()}/frozen`));
    expect(list.items.map(({ id }: { id: string }) => id).sort()).toEqual(
      [first.id, second.id].sort(),
    );
    const between = await said(
      t.admin('GET', `${figures()}/frozen/${first.id}/differences/${second.id}`),
    );
    expect(between.body.summary).toMatchObject([{ group: 'public' }]);
    expect((await indicator('C301')).score).toEqual(
      tried.indicators.find((each: { code: string }) => each.code === 'C301').after,
    );
  });
});
