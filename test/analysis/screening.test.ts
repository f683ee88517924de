import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAnswers } from '../../analysis/acceptance.ts';
import { answersToTheEnd, applicability } from '../../analysis/applicability.ts';
import { contributionsOf } from '../../analysis/counts.ts';
import { judge } from '../../analysis/validity.ts';
import { item, questionnaire, section } from '../support/questionnaires.ts';

const form = questionnaire(
  [
    section('profile', 'profile', [
      item('age', 'single', { options: ['young', 'old'] }),
      item('lives', 'single', { options: ['here', { id: 'elsewhere', endsHere: true }] }),
      item('uses', 'multiple', {
        options: ['bus', 'metro', { id: 'none', exclusive: true, endsHere: true }],
        min: 2,
        showIf: { item: 'lives', options: ['here'] },
      }),
    ]),
    section('rating', 'satisfaction', [
      item('speed', 'satisfaction'),
      item('staff', 'satisfaction'),
    ]),
  ],
  { validity: [{ rule: 'complete-section', section: 'rating' }, { rule: 'no-double-mark' }] },
);
const belongs = {
  age: 'old',
  lives: 'here',
  uses: ['bus', 'metro'],
  speed: 'neutral',
  staff: 'neutral',
};
const paper = { channel: 'paper', durationSeconds: null, repeat: null } as const;

describe('whoever does not belong to the group', () => {
  it.each<[string, Record<string, unknown>, string, string[]]>([
    [
      'ends with the answer that says so',
      { age: 'old', lives: 'elsewhere' },
      'lives',
      ['age', 'lives'],
    ],
    [
      'has nothing asked before the end demanded',
      { lives: 'elsewhere' },
      'lives',
      ['age', 'lives'],
    ],
    [
      'ends with the first of two such answers',
      { ...belongs, lives: 'elsewhere', uses: ['none'] },
      'lives',
      ['age', 'lives'],
    ],
    [
      'ends by one option of several, though fewer than asked for',
      { ...belongs, uses: ['none'] },
      'uses',
      ['age', 'lives', 'uses'],
    ],
  ])('%s', (_, answers, endedAt, asked) => {
    expect(applicability(form, answers)).toEqual({
      items: new Set(asked),
      endedAt,
      because: 'screened-out',
    });
    expect(checkAnswers(form, answers)).toEqual([]);
    expect(judge(form, answers, paper)).toEqual({
      disposition: 'ineligible',
      reasons: [{ code: 'screened-out', item: endedAt }],
      flags: [],
    });
    expect(Object.keys(answersToTheEnd(form, answers))).toEqual(
      Object.keys(answers).filter((id) => asked.includes(id)),
    );
  });

  it('comes before every other judgement: a repeat, haste, blanks, two marks and unknown answers', () => {
    const answers = { lives: 'elsewhere', age: ['young', 'old'], nothing: 'x', speed: 'none' };
    const judged = judge(form, answers, {
      channel: 'online',
      durationSeconds: 1,
      repeat: 'serial',
      sameDevice: true,
    });
    expect(judged).toMatchObject({ disposition: 'ineligible', flags: [] });
    expect(judged.reasons).toHaveLength(1);
  });

  it('may have answered anything after the end: it is neither looked at nor kept', () => {
    const answers = { age: 'old', lives: 'elsewhere', uses: 7, speed: { no: 1 }, staff: 'x' };
    expect(checkAnswers(form, answers)).toEqual([]);
    expect(answersToTheEnd(form, answers)).toEqual({ age: 'old', lives: 'elsewhere' });
  });

  it('must have answered up to the end what can be kept', () => {
    expect(checkAnswers(form, { age: 'ancient', lives: 'elsewhere', extra: 'x' })).toEqual([
      { item: 'age', code: 'unknown-option' },
      { item: 'extra', code: 'unknown-item' },
    ]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['two marks on the question', { ...belongs, lives: ['here', 'elsewhere'] }],
    ['an option that does not exist', { ...belongs, lives: 'nowhere' }],
    ['an item that does not apply', { ...belongs, lives: '', uses: ['none'] }],
    [
      '“none of these” beside another mark, which says neither',
      { ...belongs, uses: ['none', 'bus'] },
    ],
  ])('is not said by %s', (_, answers) => {
    expect(applicability(form, answers).endedAt).toBeUndefined();
    expect(judge(form, answers, paper).disposition).toBe('invalid');
  });

  it('is counted by what was kept, and has no part in the composite', () => {
    const contributed = contributionsOf(form, { ...belongs, lives: 'elsewhere' });
    expect(contributed.map(({ item: id, option }) => `${id}/${option}`)).toEqual([
      '/',
      'age/',
      'age/old',
      'lives/',
      'lives/elsewhere',
    ]);
  });

  it('counts the same by all that was sent as by what was kept', () => {
    const options = (...ids: string[]) => fc.option(fc.constantFrom(...ids), { nil: undefined });
    fc.assert(
      fc.property(
        options('young', 'old'),
        options('here', 'elsewhere', 'nowhere'),
        fc.option(fc.subarray(['bus', 'metro', 'none']), { nil: undefined }),
        options('satisfied', 'neutral'),
        (age, lives, uses, speed) => {
          const sent = { age, lives, uses, speed };
          const kept = answersToTheEnd(form, sent);
          expect(contributionsOf(form, kept)).toEqual(contributionsOf(form, sent));
          expect(judge(form, kept, paper)).toEqual(judge(form, sent, paper));
        },
      ),
    );
  });
});

describe('an option of several that ends the questionnaire', () => {
  const several = questionnaire([
    section('profile', 'profile', [
      item('ties', 'multiple', {
        options: ['lives', 'works', 'studies', { id: 'neither', endsHere: true }],
        min: 2,
        max: 2,
      }),
    ]),
    section('rating', 'satisfaction', [item('speed', 'satisfaction')]),
  ]);

  it('is a whole answer by itself, however many are asked for', () => {
    expect(checkAnswers(several, { ties: ['neither'] })).toEqual([]);
    expect(judge(several, { ties: ['neither'] }, paper).disposition).toBe('ineligible');
    expect(checkAnswers(several, { ties: ['lives'], speed: 'neutral' })).toMatchObject([
      { item: 'ties', code: 'too-few' },
    ]);
  });

  it('ends nothing among more than go together, and twice is still a slip', () => {
    expect(checkAnswers(several, { ties: ['lives', 'works', 'neither'] })).toMatchObject([
      { item: 'ties', code: 'too-many' },
      { item: 'speed', code: 'required' },
    ]);
    expect(checkAnswers(several, { ties: ['neither', 'neither'] })).toMatchObject([
      { item: 'ties', code: 'duplicate-option' },
    ]);
  });
});

describe('an option that cannot stand beside another', () => {
  const given = (uses: string[]) => ({ ...belongs, uses });
  const plain = questionnaire([
    section('rating', 'satisfaction', [
      item('uses', 'multiple', {
        options: ['bus', 'metro', { id: 'none', exclusive: true }],
        min: 2,
      }),
    ]),
  ]);

  it('is a whole answer by itself, however many are asked for', () => {
    expect(checkAnswers(plain, { uses: ['none'] })).toEqual([]);
    expect(checkAnswers(plain, { uses: ['bus'] })).toMatchObject([{ code: 'too-few' }]);
  });

  it('is refused online beside another, at its item', () => {
    expect(checkAnswers(form, given(['none', 'bus']))).toEqual([
      { item: 'uses', code: 'exclusive' },
    ]);
    expect(checkAnswers(form, given(['none', 'none']))).toMatchObject([
      { code: 'duplicate-option' },
    ]);
  });

  it('makes a response on paper invalid as any double mark, and counts for nothing', () => {
    expect(judge(form, given(['none', 'bus']), paper)).toEqual({
      disposition: 'invalid',
      reasons: [{ code: 'double-mark', item: 'uses' }],
      flags: [],
    });
    const items = contributionsOf(form, given(['none', 'bus'])).map((each) => each.item);
    expect(items).not.toContain('uses');
  });
});

describe('a grade outside the base', () => {
  const scale = {
    id: 'satisfaction',
    options: [
      { id: 'good', label: '满意', weight: 100 },
      { id: 'bad', label: '不满意', weight: 0 },
      { id: 'dk', label: '不了解', scored: false },
    ],
  };
  const rated = questionnaire(
    [section('rating', 'satisfaction', [item('a', 'satisfaction'), item('b', 'satisfaction')])],
    {
      scales: [scale],
      validity: [
        { rule: 'complete-section', section: 'rating' },
        { rule: 'straight-line', section: 'rating' },
      ],
    },
  );

  it('completes the item: a response made of them only is valid, and is no straight line', () => {
    expect(checkAnswers(rated, { a: 'dk', b: 'dk' })).toEqual([]);
    expect(judge(rated, { a: 'dk', b: 'dk' }, paper)).toEqual({
      disposition: 'valid',
      reasons: [],
      flags: [],
    });
    expect(judge(rated, { a: 'good', b: 'good' }, paper).flags).toHaveLength(1);
  });

  it('is counted with its item, and has no part in the composite', () => {
    const keys = (answers: object) =>
      contributionsOf(rated, answers as never).map((each) => `${each.item}/${each.option}`);
    expect(keys({ a: 'dk', b: 'dk' })).toEqual(['/', 'a/', 'a/dk', 'b/', 'b/dk']);
    expect(keys({ a: 'dk', b: 'bad' })).toContain('/composite');
  });
});
