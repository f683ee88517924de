import { describe, expect, it } from 'vitest';
import { openedSurveys, readDetails } from '../../../client/workbench/details/read-details.ts';
import { evaluation, survey } from './samples.ts';

const BEFORE = evaluation({ department: '市水务局', place: '某市', year: 2025 });

const filled = (fields: Record<string, string>) => {
  const form = new FormData();
  const all = { department: '市水务局', place: '某市', year: '2025', ...fields };
  for (const [name, value] of Object.entries(all)) form.set(name, value);
  return form;
};

describe('what is changed about an evaluation', () => {
  it.each([
    [{}, {}],
    [{ department: ' 市水务局 ' }, {}],
    [{ year: '2026' }, { year: 2026 }],
    [
      { department: '市水利局', place: '某县' },
      { department: '市水利局', place: '某县' },
    ],
    [{ place: ' ' }, { place: '' }],
  ])('where the form says %o is %o and nothing that stays as it was', (fields, change) => {
    expect(readDetails(filled(fields), BEFORE)).toEqual(change);
  });
});

describe('the surveys that fix it', () => {
  it('are those that were ever opened, closed again or not', () => {
    const surveys = (['draft', 'open', 'closed'] as const).map((state) =>
      survey({ code: state, state }),
    );
    const codes = openedSurveys(evaluation({ surveys })).map(({ code }) => code);
    expect(codes).toEqual(['open', 'closed']);
  });
});
