import { describe, expect, it } from 'vitest';
import type { Survey } from '../../../client/workbench/api/surveys.ts';
import { OF_QUESTIONNAIRE } from '../../../client/workbench/planning/quotas.ts';
import { readCorrection } from '../../../client/workbench/survey/read-correction.ts';

const ITEMS = [
  { id: 'gender', options: ['male', 'female'] },
  { id: 'age', options: ['young', 'old'] },
];
/** As another program stored it: in another order than the questionnaire's. */
const STORED = {
  total: 100,
  quotas: [
    {
      item: 'age',
      options: [
        { id: 'old', n: 30 },
        { id: 'young', n: 20 },
      ],
    },
    { item: 'gender', options: [{ id: 'female', n: 40 }], endsWhenFull: true },
  ],
  shares: [
    {
      item: 'gender',
      options: [
        { id: 'female', share: '0.477' },
        { id: 'male', share: 0.523 },
      ],
    },
  ],
};
const survey = { plan: STORED, opensAt: null, closesAt: null } as unknown as Survey;

function typed(changed: Record<string, string> = {}): FormData {
  const form = new FormData();
  const fields = {
    total: '100',
    [OF_QUESTIONNAIRE]: JSON.stringify(ITEMS),
    'quota.gender.female': '40',
    'ends.gender': '1',
    'quota.age.young': '20',
    'quota.age.old': '30',
    'share.gender.male': '52.3',
    'share.gender.female': '47.7',
    ...changed,
  };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

describe('a correction of a survey with quotas and shares', () => {
  it('changes nothing where the same stands there, in whatever order it was stored', () => {
    expect(readCorrection(typed(), survey)).toEqual({});
  });

  it.each([
    ['a quota', { 'quota.age.old': '31' }],
    ['what a full one does', { 'ends.gender': '' }],
    ['a share', { 'share.gender.male': '52', 'share.gender.female': '48' }],
    ['the source of the shares', { 'source.gender': '年鉴' }],
  ])('takes %s that is typed otherwise', (_, changed) => {
    expect(Object.keys(readCorrection(typed(changed), survey))).toEqual(['plan']);
  });
});
