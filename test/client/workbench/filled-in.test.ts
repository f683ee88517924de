import { describe, expect, it } from 'vitest';
import { readNewSurvey } from '../../../client/workbench/questionnaires/read-new-survey.ts';
import { readFilter } from '../../../client/workbench/responses/filter-bar.tsx';

describe('the address of a list of responses', () => {
  it('names its filter', () => {
    const query = { channel: 'paper', disposition: 'valid', item: 'air', option: 'satisfied' };
    expect(readFilter(query)).toEqual(query);
  });

  it('is read without what is no choice', () => {
    expect(readFilter({ channel: 'pigeon', disposition: '', flagged: '2', after: 'x' })).toEqual(
      {},
    );
  });
});

describe('a new survey', () => {
  const read = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return readNewSurvey({ id: 'public-ecology', version: 1 }, form);
  };

  it('leaves out what was left empty', () => {
    expect(read({ total: '100', online: '', paper: '', opensAt: '', sampling: '' })).toEqual({
      questionnaire: { id: 'public-ecology', version: 1 },
      phase: 'formal',
      access: 'open',
      proofOfWork: false,
      plan: { total: 100 },
    });
  });

  it('takes how it is protected', () => {
    expect(read({ total: '9', access: 'code', proofOfWork: '1' })).toMatchObject({
      access: 'code',
      proofOfWork: true,
    });
  });

  it('takes the plan by channel and local times as UTC', () => {
    const opensAt = '2026-03-01T09:30';
    const made = read({ total: '100', online: '70', paper: '30', opensAt, sampling: 'census' });
    expect(made.plan).toEqual({ total: 100, byChannel: { online: 70, paper: 30 } });
    expect(made.opensAt).toBe(new Date(2026, 2, 1, 9, 30).toISOString());
    expect(made.sampling).toBe('census');
  });
});
