import { describe, expect, it } from 'vitest';
import { createResponseWriter } from '../../../server/store/response-writer.ts';
import { said, withFieldwork } from '../../support/app.ts';
import { jinanQuestionnaire } from '../../support/cases.ts';
import { ENGINES } from '../../support/engines.ts';
import { aResponse } from '../../support/fieldwork.ts';
import { asPrinted, COMMUNITY, communityAnswers, PRINTED } from '../../support/jinan.ts';

interface Option {
  id: string;
  percent: { display: string };
}

describe.each(ENGINES)('the published Jinan 2022 shares through the server (%s)', (engine) => {
  const t = withFieldwork(engine);

  it('come back from 187 stored responses, with the number that nobody printed', async () => {
    const published = await said(t.admin('POST', '/api/questionnaires', jinanQuestionnaire));
    expect(published.status).toBe(201);
    const survey = await said(
      t.admin('POST', `/api/evaluations/${t.evaluationId}/surveys`, {
        questionnaire: { id: COMMUNITY.id, version: COMMUNITY.version },
        plan: { total: 187 },
        phase: 'formal',
        access: 'open',
      }),
    );
    const { code } = survey.body;
    const writer = createResponseWriter(t.store);
    await Promise.all(
      communityAnswers().map((answers) =>
        writer.write(aResponse(code, { answers, questionnaire: COMMUNITY })),
      ),
    );
    const { body } = await said(t.admin('GET', `/api/surveys/${code}/results`));
    const shownOf = (item: string, option: string) =>
      body.items
        .find(({ id }: { id: string }) => id === item)
        .options.find(({ id }: Option) => id === option).percent.display;
    expect(
      PRINTED.map(({ item, option }) => [item, option, asPrinted(shownOf(item, option))]),
    ).toEqual(PRINTED.map(({ item, option, share }) => [item, option, share]));
    expect(body).toMatchObject({
      base: 187,
      composite: { display: '92.19' },
      compositeBase: 187,
      compositeInWords: '六题平均 = (95.94 + 93.37 + 90.59 + 88.24 + 91.44 + 93.58) ÷ 6 ≈ 92.19。',
      comparators: { pooled: { display: '92.19' }, topTwoBox: { display: '93.14' } },
      comparatorGaps: { itemMean: 'the-composite' },
    });
    // The published way rounds each share first: 88.77 + 8.56 × 0.8 + 0.53 × 0.6 and so on, over six.
    const rounded = await said(t.admin('GET', `/api/surveys/${code}/results?rounding=published`));
    expect(rounded.body.items.find(({ id }: Option) => id === 'epidemic-control')).toMatchObject({
      satisfaction: { value: 95.936, display: '95.94' },
    });
  });
});
