import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { compareCounts } from '../../../server/store/rebuild-counts.ts';
import { said, withTestApp } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { VISITORS, VISITORS_SYSTEM } from '../../support/wide-questionnaire.ts';

describe.each(ENGINES)('a questionnaire of its own group, to the grade (%s)', (engine) => {
  const t = withTestApp(engine);
  let id = '';
  let code = '';

  const RATED = { visited: 'yes', used: ['bus'] };
  const SENT: Record<string, string | string[]>[] = [
    { ...RATED, clean: 'g5', safe: 'g4', price: 'g2' },
    { ...RATED, clean: 'g4', safe: 'dk', price: 'g4' },
    // Nothing about prices, which are optional.
    { ...RATED, clean: 'g3', safe: 'g5', used: ['none'] },
    // Nothing but 不了解: complete, and in no base.
    { ...RATED, clean: 'dk', safe: 'dk' },
    // Not of the group: what was filled in after that is not kept.
    { visited: 'no', used: ['guide'], clean: 'g1', safe: 'g1', price: 'g1' },
    { visited: 'no' },
  ];

  beforeAll(async () => {
    const post = (path: string, body: unknown) => said(t.admin('POST', path, body));
    expect(await post('/api/questionnaires', VISITORS)).toMatchObject({
      status: 201,
      body: { warnings: [] },
    });
    expect(await post('/api/indicator-systems', VISITORS_SYSTEM)).toMatchObject({ status: 201 });
    const begun = await post('/api/evaluations', {
      department: '文旅局',
      place: '晋祠',
      year: 2025,
      indicatorSystem: { id: VISITORS_SYSTEM.id, version: 1 },
    });
    id = begun.body.id;
    const made = await post(`/api/evaluations/${id}/surveys`, {
      questionnaire: { id: VISITORS.id, version: 1 },
      plan: { total: 10 },
      phase: 'formal',
      access: 'open',
    });
    code = made.body.code;
    expect(await post(`/api/surveys/${code}/open`, undefined)).toMatchObject({ status: 200 });
    for (const answers of SENT) {
      const path = `/api/surveys/${code}/responses/${randomUUID()}`;
      expect(await said(t.anyone('PUT', path, { answers }))).toMatchObject({ status: 201 });
      // The very same again is the same response.
      expect(await said(t.anyone('PUT', path, { answers }))).toMatchObject({ status: 200 });
    }
  });

  const results = async (query = '') =>
    (await said(t.admin('GET', `/api/surveys/${code}/results${query}`))).body;

  it('receives who does not belong, in no base', async () => {
    const { body } = await said(t.admin('GET', `/api/surveys/${code}/progress`));
    expect(body).toMatchObject({ received: 6, valid: 4, invalid: 0, ineligible: 2 });
    expect(await results()).toMatchObject({ base: 4, compositeBase: 3 });
    const listed = await said(
      t.admin('GET', `/api/surveys/${code}/responses?disposition=ineligible`),
    );
    expect(listed.body.items.map((each: { answers: object }) => each.answers)).toEqual([
      { visited: 'no' },
      { visited: 'no' },
    ]);
  });

  it('takes shares of grades from who gave one, and of 不了解 from who answered', async () => {
    const { items } = await results();
    const clean = items.find((item: { id: string }) => item.id === 'clean');
    expect(clean).toMatchObject({ base: 3, answered: 4, satisfaction: { display: '80.00' } });
    const shown = clean.options.map(
      (option: { id: string; scored: boolean; count: number; percent: { display: string } }) =>
        [option.id, option.scored, option.count, option.percent.display] as const,
    );
    expect(shown).toEqual([
      ['g5', true, 1, '33.33'],
      ['g4', true, 1, '33.33'],
      ['g3', true, 1, '33.33'],
      ['g2', true, 0, '0.00'],
      ['g1', true, 0, '0.00'],
      ['dk', false, 1, '25.00'],
    ]);
  });

  it('makes its number of dimensions', async () => {
    // clean (5 + 4 + 3) / 15 = 80, safe (4 + 5) / 10 = 90, price (2 + 4) / 10 = 60: 0.6 × 85 + 0.4 × 60 = 75
    expect(await results()).toMatchObject({
      composite: { value: 75, display: '75.00' },
      compositeMethod: 'dimensions',
      compositeItems: ['clean', 'safe', 'price'],
      // (80 + 90 + 60) / 3, and all seven answers: (12 + 9 + 6) / 35
      comparators: { itemMean: { display: '76.67' }, pooled: { display: '77.14' } },
    });
  });

  it('feeds the indicator that asks for its group, and gives the grade', async () => {
    const { body } = await said(t.admin('GET', `/api/evaluations/${id}/scoring`));
    expect(body).toMatchObject({ total: { display: '75.00' }, grade: '中', complete: true });
    expect(body.indicators[0].source).toMatchObject({ group: 'visitors', survey: code, base: 3 });
    const figures = await said(t.admin('GET', `/api/evaluations/${id}/figures`));
    const told = figures.body.items.map(
      (figure: { item: string | null; base: number; value: { display: string } }) =>
        [figure.item, figure.base, figure.value.display] as const,
    );
    expect(told).toEqual([
      [null, 3, '75.00'],
      ['clean', 3, '80.00'],
      ['safe', 2, '90.00'],
      ['price', 2, '60.00'],
    ]);
  });

  it('calls its group by its name, in the language asked for', async () => {
    const english = await t.admin('GET', `/api/surveys/${code}`, undefined, {
      'accept-language': 'en',
    });
    expect(await english.json()).toMatchObject({
      title: 'Survey of visitors to 晋祠',
      respondentGroup: 'visitors',
      respondentGroupName: 'Visitors',
    });
    const { body } = await said(t.admin('GET', `/api/evaluations/${id}`));
    expect(body.surveys[0]).toMatchObject({ respondentGroupName: '游客' });
  });

  it('tells a respondent’s page what each option does', async () => {
    const { body } = await said(t.anyone('GET', `/api/surveys/${code}/form`));
    const option = (item: string, wanted: string) =>
      body.questionnaire.items
        .find((each: { id: string }) => each.id === item)
        .options.find((each: { id: string }) => each.id === wanted);
    expect(option('visited', 'no')).toMatchObject({
      endsHere: true,
      exclusive: false,
      scored: false,
    });
    expect(option('used', 'none')).toMatchObject({ endsHere: false, exclusive: true });
    expect(option('clean', 'g5')).toMatchObject({ scored: true });
    expect(option('clean', 'dk')).toMatchObject({ scored: false });
  });

  it('keeps the counts that a rebuild from the answers gives', async () => {
    expect((await compareCounts(t.store.read)).differences).toEqual([]);
  });
});
