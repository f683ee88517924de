import { describe, expect, it } from 'vitest';
import { type JudgeContext, judge } from '../../analysis/validity.ts';
import { item, questionnaire, section } from '../support/questionnaires.ts';

const sections = [
  section('profile', 'profile', [
    item('age', 'single', { options: ['under-25', 'over-50'] }),
    item('tenure', 'single', { options: ['under-5', 'over-20'] }),
    item('moved', 'single', { showIf: { item: 'tenure', options: ['under-5'] } }),
  ]),
  section('rating', 'satisfaction', [
    item('service', 'satisfaction'),
    item('speed', 'satisfaction'),
    item('honesty', 'satisfaction', { required: false }),
  ]),
  section('opinion', 'opinion', [
    item('topics', 'multiple', { options: ['air', 'water', 'soil'], required: false, max: 2 }),
    item('remark', 'text', { required: false }),
  ]),
];
const validity = [
  { rule: 'complete-section', section: 'rating' },
  { rule: 'no-double-mark' },
  { rule: 'one-return' },
  {
    rule: 'contradiction',
    id: 'young-veteran',
    reason: '25岁以下不可能工作20年以上',
    when: [
      { item: 'age', options: ['under-25'] },
      { item: 'tenure', options: ['over-20'] },
    ],
  },
  { rule: 'minimum-duration', seconds: 30 },
  { rule: 'straight-line', section: 'rating' },
];
const form = questionnaire(sections, { validity });
const lenient = questionnaire(sections);

const paper: JudgeContext = { channel: 'paper', durationSeconds: null, repeat: null };
const good = {
  age: 'over-50',
  tenure: 'over-20',
  service: 'satisfied',
  speed: 'neutral',
};
const without = (...ids: string[]) =>
  Object.fromEntries(Object.entries(good).filter(([id]) => !ids.includes(id)));

describe('a response', () => {
  it.each<[string, Record<string, unknown>]>([
    ['everything required is answered', good],
    [
      'everything is answered',
      { ...good, honesty: 'neutral', topics: ['air', 'soil'], remark: '好' },
    ],
    ['an item that does not apply is left out', { ...good, tenure: 'over-20' }],
    ['an item that does not apply holds what nobody can read', { ...good, moved: 'perhaps' }],
    [
      'one of the two profile answers of a contradiction is given',
      { ...good, age: 'under-25', tenure: 'under-5', moved: 'no' },
    ],
    ['one mark comes in a list', { ...good, service: ['satisfied'] }],
    ['the same option is marked twice', { ...good, service: ['satisfied', 'satisfied'] }],
  ])('is valid where %s', (_, answers) => {
    expect(judge(form, answers, paper)).toEqual({ disposition: 'valid', reasons: [], flags: [] });
  });

  it.each<[string, Record<string, unknown>, object[]]>([
    [
      'the satisfaction section is not filled in: one reason, not one per item',
      without('service', 'speed'),
      [{ code: 'section-not-filled', section: 'rating' }],
    ],
    [
      'a satisfaction item is skipped',
      without('speed'),
      [{ code: 'item-skipped', item: 'speed', section: 'rating' }],
    ],
    [
      'the required items are skipped and an optional one is answered',
      { ...without('service', 'speed'), honesty: 'neutral' },
      [
        { code: 'item-skipped', item: 'service', section: 'rating' },
        { code: 'item-skipped', item: 'speed', section: 'rating' },
      ],
    ],
    [
      'a required item of another section is skipped',
      without('age'),
      [{ code: 'item-skipped', item: 'age', section: 'profile' }],
    ],
    [
      'a required item that applies is skipped',
      { ...good, tenure: 'under-5' },
      [{ code: 'item-skipped', item: 'moved', section: 'profile' }],
    ],
    [
      'an item is marked twice',
      { ...good, service: ['satisfied', 'neutral'] },
      [{ code: 'double-mark', item: 'service' }],
    ],
    [
      'more options are marked than may be chosen',
      { ...good, topics: ['air', 'water', 'soil'] },
      [{ code: 'double-mark', item: 'topics' }],
    ],
    [
      'an option does not exist',
      { ...good, service: 'great' },
      [{ code: 'unknown-answer', item: 'service' }],
    ],
    [
      'an item does not exist',
      { ...good, colour: 'red' },
      [{ code: 'unknown-answer', item: 'colour' }],
    ],
    ['an answer is no text', { ...good, remark: 7 }, [{ code: 'unknown-answer', item: 'remark' }]],
    [
      'its profile answers cannot all be true',
      { ...good, age: 'under-25' },
      [{ code: 'contradiction', rule: 'young-veteran' }],
    ],
  ])('is invalid where %s', (_, answers, reasons) => {
    expect(judge(form, answers, paper)).toEqual({ disposition: 'invalid', reasons, flags: [] });
  });

  it.each(['serial', 'code'] as const)('is invalid where its %s came back before', (repeat) => {
    const judged = judge(form, good, { ...paper, repeat });
    expect(judged).toEqual({ disposition: 'invalid', reasons: [{ code: 'repeat' }], flags: [] });
  });

  it('is given every reason, not the first alone', () => {
    const answers = JSON.parse(
      '{ "age": "under-25", "tenure": "over-20", "service": ["satisfied", "neutral"], "__proto__": "x" }',
    );
    const { reasons } = judge(form, answers, { ...paper, repeat: 'serial' });
    expect(reasons).toEqual([
      { code: 'item-skipped', item: 'speed', section: 'rating' },
      { code: 'double-mark', item: 'service' },
      { code: 'unknown-answer', item: '__proto__' },
      { code: 'contradiction', rule: 'young-veteran' },
      { code: 'repeat' },
    ]);
  });

  it('is judged by the rules of its questionnaire alone, apart from what nobody could count', () => {
    const context: JudgeContext = { channel: 'import', durationSeconds: 1, repeat: 'code' };
    const odd = { ...good, age: 'under-25', service: ['neutral', 'satisfied'] };
    expect(judge(lenient, odd, context).disposition).toBe('valid');
    expect(judge(lenient, without('service', 'speed'), context).reasons).toEqual([
      { code: 'item-skipped', item: 'service', section: 'rating' },
      { code: 'item-skipped', item: 'speed', section: 'rating' },
    ]);
    expect(judge(lenient, { ...good, colour: 'red' }, context).reasons).toEqual([
      { code: 'unknown-answer', item: 'colour' },
    ]);
  });
});

describe('a flag', () => {
  const timed = (durationSeconds: number | null) =>
    judge(form, good, { channel: 'online', durationSeconds, repeat: null });

  it.each([
    [29, [{ code: 'too-fast', seconds: 29 }]],
    [0, [{ code: 'too-fast', seconds: 0 }]],
    [30, []],
    [31, []],
    [null, []],
    [-600, []],
  ])('for haste goes by the seconds: %s', (seconds, flags) => {
    expect(timed(seconds)).toEqual({ disposition: 'valid', reasons: [], flags });
  });

  it('for a device that answered before is a hint and never makes a response invalid', () => {
    const judged = judge(form, good, { ...paper, channel: 'online', sameDevice: true });
    expect(judged).toEqual({ disposition: 'valid', reasons: [], flags: [{ code: 'same-device' }] });
    expect(judge(form, good, { ...paper, sameDevice: false }).flags).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, boolean]>([
    ['the same place all the way', { ...good, speed: 'satisfied', honesty: 'satisfied' }, true],
    ['the same place with an optional item skipped', { ...good, speed: 'satisfied' }, true],
    ['one answer that differs', { ...good, speed: 'satisfied', honesty: 'neutral' }, false],
    ['a single answer', without('speed'), false],
    ['no answer', without('service', 'speed'), false],
    ['a double mark beside one answer', { ...good, speed: ['neutral', 'satisfied'] }, false],
  ])('for a straight line goes by the section’s satisfaction items: %s', (_, answers, flagged) => {
    expect(judge(form, answers, paper).flags).toEqual(
      flagged ? [{ code: 'straight-line', section: 'rating' }] : [],
    );
  });

  it('never invalidates, not even with another', () => {
    const judged = judge(form, { ...good, speed: 'satisfied' }, { ...paper, durationSeconds: 2 });
    expect(judged.disposition).toBe('valid');
    expect(judged.flags.map(({ code }) => code)).toEqual(['too-fast', 'straight-line']);
  });

  it('is raised beside a reason too', () => {
    const judged = judge(form, { ...without('age'), speed: 'satisfied' }, paper);
    expect(judged.disposition).toBe('invalid');
    expect(judged.flags).toHaveLength(1);
  });
});
