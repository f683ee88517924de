import { describe, expect, it } from 'vitest';
import type { Calculated } from '../../../client/workbench/api/evaluations.ts';
import { stopStates } from '../../../client/workbench/evaluation/stop-states.ts';
import {
  combinedWith,
  formalFirst,
  furthestStop,
  isAsked,
  openStops,
  scoreRelevantNumbers,
  scoreRelevantSurveys,
} from '../../../client/workbench/stops.ts';
import { evaluation, shown, survey } from './samples.ts';

const staff = survey({
  code: 'staff234',
  respondentGroup: 'management-object',
  plan: { total: 60 },
  received: 58,
  valid: 56,
  invalid: 2,
  composite: shown(94.35),
  feeds: ['C302'],
});
const pilot = survey({ code: 'pilot234', phase: 'pilot', feeds: [], valid: 3, received: 3 });
const scored = evaluation({
  surveys: [pilot, staff, survey()],
  score: { total: shown(80.5), grade: '良', complete: true },
});
const nothing = { ...survey(), received: 0, valid: 0, composite: null, state: 'draft' as const };

describe('the stops of an evaluation', () => {
  it('say where each group’s numbers stand: valid of planned, satisfaction, total and grade', () => {
    const states = stopStates(scored, 'zh-CN');
    expect(states.questionnaires.lines).toEqual([{ value: '3', unit: '项调查' }]);
    expect(states.returns.lines).toEqual([
      { label: '管理对象', value: '56\u00a0/\u00a060', unit: '有效' },
      { label: '受益群众', value: '137\u00a0/\u00a0100', unit: '有效' },
    ]);
    expect(states.results.lines.map(({ value }) => value)).toEqual(['94.35', '89.34']);
    expect(states.scoring.lines).toEqual([{ value: '80.50', unit: '良' }]);
    expect(Object.values(states).map(({ progress }) => progress)).toEqual(Array(4).fill('done'));
  });

  it('are all ahead while nothing has been set up', () => {
    const states = stopStates(evaluation(), 'zh-CN');
    expect(Object.values(states).map(({ progress }) => progress)).toEqual(Array(4).fill('ahead'));
    expect(states.scoring.lines).toEqual([{ value: '暂无' }]);
  });

  it('show what came in as begun while the survey is open', () => {
    const open = evaluation({ surveys: [survey({ state: 'open' })] });
    expect(stopStates(open, 'zh-CN').returns.progress).toBe('begun');
    expect(stopStates(open, 'zh-CN').results.progress).toBe('begun');
  });

  it('give a sum of what is there, and say that it is not the whole', () => {
    const part = evaluation({ score: { total: shown(12), grade: null, complete: false } });
    expect(stopStates(part, 'zh-CN').scoring).toEqual({
      progress: 'begun',
      lines: [{ value: '12.00', unit: '未完成' }],
    });
  });

  it('count the surveys that have no room instead of dropping them', () => {
    const many = evaluation({ surveys: [staff, survey(), survey({ code: 'third234' })] });
    expect(stopStates(many, 'zh-CN').returns.lines.at(-1)?.unit).toBe('有效 +1');
    expect(stopStates(many, 'zh-CN').returns.lines).toHaveLength(2);
  });
});

describe('the surveys that travel on to the score', () => {
  it('are those that feed an indicator', () => {
    const spare = survey({ code: 'spare234', feeds: [] });
    const codes = scoreRelevantSurveys(evaluation({ surveys: [spare, staff, pilot] })).map(
      ({ code }) => code,
    );
    expect(codes).toEqual(['staff234']);
  });

  it('are every formal one while none feeds an indicator, and never a pilot', () => {
    const spare = survey({ code: 'spare234', feeds: [] });
    const codes = scoreRelevantSurveys(evaluation({ surveys: [pilot, spare] })).map(
      ({ code }) => code,
    );
    expect(codes).toEqual(['spare234']);
  });

  it('stand before pilots in every list, otherwise in their order', () => {
    expect(formalFirst([pilot, staff, survey()]).map(({ code }) => code)).toEqual([
      'staff234',
      'abcd2345',
      'pilot234',
    ]);
  });
});

describe('surveys that feed a group together', () => {
  const city = survey({
    code: 'city2345',
    valid: 80,
    plan: { total: 100 },
    composite: shown(91.2),
  });
  const suburbs = survey({
    code: 'subu2345',
    valid: 40,
    plan: { total: 50 },
    composite: shown(88),
  });
  const of = (combine: 'weighted' | 'pooled', composite: Calculated) =>
    evaluation({
      surveys: [city, staff, suburbs],
      feeds: {
        'management-object': 'staff234',
        public: { combine, surveys: [{ code: 'city2345' }, { code: 'subu2345' }] },
      },
      asks: [
        {
          group: 'public',
          name: '受益群众',
          indicators: ['C301'],
          surveys: ['city2345', 'subu2345'],
          composite,
          base: 120,
        },
      ],
    });

  it('are one number on its way, that of all of them, and what came in is added', () => {
    const states = stopStates(of('weighted', shown(89.92)), 'zh-CN');
    expect(states.returns.lines).toEqual([
      { label: '受益群众', value: '120\u00a0/\u00a0150', unit: '有效' },
      { label: '管理对象', value: '56\u00a0/\u00a060', unit: '有效' },
    ]);
    expect(states.results.lines).toEqual([
      { label: '受益群众', value: '89.92' },
      { label: '管理对象', value: '94.35' },
    ]);
  });

  it('are no number while one of the strata has none', () => {
    const [first, ...others] = scoreRelevantNumbers(of('weighted', null));
    expect(first).toMatchObject({ composite: null, base: 120 });
    expect(others.map(({ surveys }) => surveys.map(({ code }) => code))).toEqual([['staff234']]);
  });

  it('say with which others each of them does', () => {
    const together = of('pooled', shown(90));
    expect(combinedWith(together, suburbs)).toEqual(['city2345', 'subu2345']);
    expect(combinedWith(together, staff)).toEqual([]);
    expect([isAsked(together, city), isAsked(together, staff)]).toEqual([true, false]);
  });
});

describe('where an evaluation opens', () => {
  it.each([
    ['questionnaires', 'while it has no survey', evaluation()],
    ['returns', 'while nobody has answered', evaluation({ surveys: [nothing] })],
    ['results', 'while indicators are missing', evaluation({ surveys: [survey()] })],
    ['scoring', 'once it is scored', scored],
  ] as const)('%s, %s', (stop, _, opened) => {
    expect(furthestStop(opened)).toBe(stop);
  });
});

describe('the stops of whoever may not see all of them', () => {
  const clerk = { permissions: ['evaluations.read', 'surveys.read', 'progress.read'] } as const;
  const asClerk = (changed: Parameters<typeof evaluation>[0]) =>
    evaluation({ ...changed, permissions: [...clerk.permissions] });

  it('are those he may go to, in their order', () => {
    expect(openStops(scored)).toEqual(['questionnaires', 'returns', 'results', 'scoring']);
    expect(openStops(asClerk({}))).toEqual(['questionnaires', 'returns']);
  });

  it('end with the last one that has something to read for him', () => {
    expect(furthestStop(scored)).toBe('scoring');
    expect(furthestStop(asClerk({ surveys: [survey()] }))).toBe('returns');
    expect(furthestStop(asClerk({}))).toBe('questionnaires');
    expect(furthestStop(evaluation({ permissions: ['evaluations.read'] }))).toBe('questionnaires');
  });
});
