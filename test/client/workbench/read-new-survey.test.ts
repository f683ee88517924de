import { describe, expect, it } from 'vitest';
import { readNewSurvey } from '../../../client/workbench/questionnaires/read-new-survey.ts';

const OF = { id: 'public-general', version: 1 };

function read(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ total: '200', phase: 'formal', ...fields }))
    form.set(name, value);
  return readNewSurvey(OF, form);
}

describe('a survey as it is planned', () => {
  it.each([
    ['１００', 100],
    ['1,000', 1000],
    ['12，000', 12_000],
    [' 1 000 ', 1000],
    ['100\u200b', 100],
  ])('takes %j for a number', (typed, total) => {
    expect(read({ total: typed }).plan).toEqual({ total });
  });

  it.each(['', '\u3000', '1e3', '1,5', '一百', '12.5'])(
    'takes %j for none, which is refused and never 0',
    (typed) => {
      expect(JSON.parse(JSON.stringify(read({ total: typed }).plan))).toEqual({ total: null });
    },
  );

  it('leaves out what nobody filled in', () => {
    expect(read({ online: ' ', paper: '\u200b', population: '', closesAt: '' })).toEqual({
      questionnaire: OF,
      phase: 'formal',
      access: 'open',
      proofOfWork: false,
      plan: { total: 200 },
    });
  });
});
