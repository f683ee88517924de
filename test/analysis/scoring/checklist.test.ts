import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreChecklist } from '../../../analysis/scoring/checklist.ts';
import { compare, exact, ZERO } from '../../../survey-definitions/fraction.ts';
import { RULE_KINDS } from '../../../survey-definitions/scoring-rule.ts';
import { inEnglish, points, said } from '../../support/rules.ts';

type Rule = Parameters<typeof scoreChecklist>[0];
type Inputs = Parameters<typeof scoreChecklist>[2];

const shares = (...worth: (number | string)[]): Rule => ({
  kind: 'checklist',
  items: worth.map((share, place) => ({ id: '①②③④⑤'.charAt(place), label: `p${place}`, share })),
});
const inPoints = (...worth: (number | string)[]): Rule => ({
  kind: 'checklist',
  items: worth.map((each, place) => ({
    id: '①②③④⑤'.charAt(place),
    label: `p${place}`,
    points: each,
  })),
});
const credits = (...credit: (number | string)[]): Inputs => ({
  credit: Object.fromEntries(credit.map((each, place) => ['①②③④⑤'.charAt(place), each])),
  reasons: Object.fromEntries([...'①②③④⑤'].map((id) => [id, '理由'])),
});

describe('a checklist in shares of the weight', () => {
  it.each([
    [shares(0.4, 0.3, 0.3), 2, credits(1, 1, 1), '2', '(① 0.4 + ② 0.3 + ③ 0.3) × 2 = 2.00'],
    [shares(0.4, 0.3, 0.3), 2, credits(0, 1, 1), '1.2', '① 不得分；(② 0.3 + ③ 0.3) × 2 = 1.20'],
    [shares(0.4, 0.3, 0.3), 2, credits(0, 0, 1), '0.6', '①② 不得分；③ 0.3 × 2 = 0.60'],
    [shares(0.5, 0.5), 5, credits(0, 0), '0', '①② 均不得分：0.00'],
    [shares('1/3', '1/3', '1/3'), 3, credits(1, 1, 1), '3', '(① 1/3 + ② 1/3 + ③ 1/3) × 3 = 3.00'],
    [
      shares('1/3', '1/3', '1/3'),
      2,
      credits(1, 1, 0),
      '4/3',
      '③ 不得分；(① 1/3 + ② 1/3) × 2 ≈ 1.33',
    ],
    [shares(0.5, 0.5), 3, credits('1/3', 1), '2', '(① 0.5×1/3 + ② 0.5) × 3 = 2.00'],
    [shares(0.5, 0.5), 3, credits('1/3', '2/3'), '1.5', '(① 0.5×1/3 + ② 0.5×2/3) × 3 = 1.50'],
    [shares(0.5, 0.5), 3, credits(0.25, 0), '0.375', '② 不得分；① 0.5×0.25 × 3 ≈ 0.38'],
    [shares(0.3, 0.3, 0.1), 2, credits(1, 1, 1), '1.4', '(① 0.3 + ② 0.3 + ③ 0.1) × 2 = 1.40'],
    [shares(0.7, 0.7), 2, credits(1, 1), '2', '(① 0.7 + ② 0.7) × 2 = 2.80，以分值 2 为限：2.00'],
  ])('%#: scores what is met', (rule, weight, inputs, score, because) => {
    expect(said(scoreChecklist(rule, points(weight), inputs))).toEqual({ score, because });
  });
});

describe('a checklist in points', () => {
  it.each([
    [inPoints(1, 0.5, 0.5), 3, credits(1, 1, 1), '2', '① 1 + ② 0.5 + ③ 0.5 = 2.00'],
    [inPoints(1, 0.5), 3, credits(1, 0.5), '1.25', '① 1 + ② 0.5×0.5 = 1.25'],
    [inPoints(2, 2), 3, credits(1, 1), '3', '① 2 + ② 2 = 4.00，以分值 3 为限：3.00'],
    [inPoints('1/3'), 3, credits(1), '1/3', '① 1/3 ≈ 0.33'],
  ])('%#: adds the points of what is met', (rule, weight, inputs, score, because) => {
    expect(said(scoreChecklist(rule, points(weight), inputs))).toEqual({ score, because });
  });

  it('may stand beside shares, each of which is then weighed by itself', () => {
    const mixed: Rule = {
      kind: 'checklist',
      items: [...inPoints(1).items, { id: '②', label: 'p', share: 0.4 }],
    };
    expect(said(scoreChecklist(mixed, points(3), credits(1, 1)))).toEqual({
      score: '2.2',
      because: '① 1 + ② 0.4×3 = 2.20',
    });
  });
});

describe('a veto', () => {
  const rule: Rule = {
    ...shares(0.5, 0.5),
    veto: [
      { id: '⑤', label: { 'zh-CN': '挪用资金', en: 'funds were diverted' } },
      { id: '⑥', label: '虚列支出' },
    ],
  };
  const judged = (veto: Record<string, boolean>) =>
    scoreChecklist(rule, points(5), { ...credits(1, 1), veto });

  it.each([
    [{ '⑤': true, '⑥': false }, '否决项 ⑤ 成立（挪用资金）：0.00'],
    [{ '⑤': false, '⑥': true }, '否决项 ⑥ 成立（虚列支出）：0.00'],
    [{ '⑤': true, '⑥': true }, '否决项 ⑤ 成立（挪用资金）：0.00'],
  ])('takes all where it applies: %o', (veto, because) => {
    expect(said(judged(veto))).toEqual({ score: '0', because });
  });

  it('takes nothing where it does not apply', () => {
    expect(said(judged({ '⑤': false, '⑥': false }))).toMatchObject({ score: '5' });
  });

  it('takes all before the rest is judged', () => {
    const early = scoreChecklist(rule, points(5), { credit: {}, veto: { '⑤': true } });
    expect(said(early)).toMatchObject({ score: '0' });
    expect(inEnglish(early)).toBe('veto ⑤ applies (funds were diverted): 0.00');
  });

  it('that nobody judged leaves the score open', () => {
    expect(said(judged({ '⑤': false }))).toEqual({ missing: '尚未评定：⑥' });
    expect(said(scoreChecklist(rule, points(5), credits(1, 1)))).toEqual({
      missing: '尚未评定：⑤、⑥',
    });
  });
});

describe('a checklist that is not finished', () => {
  it('names each point that nobody judged, instead of taking it for 0', () => {
    const outcome = scoreChecklist(shares(0.4, 0.3, 0.3), points(2), { credit: { '②': 1 } });
    expect(said(outcome)).toEqual({ missing: '尚未评定：①、③' });
    expect(inEnglish(outcome)).toBe('not judged yet: ①, ③');
  });

  it('does not take for judged what every object has', () => {
    const rule: Rule = { kind: 'checklist', items: [{ id: 'constructor', label: 'p', share: 1 }] };
    expect(said(scoreChecklist(rule, points(2), { credit: {} }))).toEqual({
      missing: '尚未评定：constructor',
    });
  });

  it.each([
    [{ '①': 0.5 }, undefined, { missing: '部分得分须说明理由：①' }],
    [{ '①': 0.5 }, { '①': '  ' }, { missing: '部分得分须说明理由：①' }],
    [{ '①': '999/1000' }, { '②': '理由' }, { missing: '部分得分须说明理由：①' }],
  ])('asks for the reason of a partial credit: %o, %o', (credit, reasons, missing) => {
    expect(said(scoreChecklist(shares(1), points(2), { credit, reasons }))).toEqual(missing);
  });

  it('asks for no reason where the credit is none or all', () => {
    const outcome = scoreChecklist(shares(0.5, 0.5), points(2), { credit: { '①': 0, '②': '3/3' } });
    expect(said(outcome)).toMatchObject({ score: '1' });
  });

  it('reads in English', () => {
    const english = (inputs: Inputs) =>
      inEnglish(scoreChecklist(shares(0.5, 0.5), points(3), inputs));
    expect(english(credits(1, 0))).toBe('no credit for ②; ① 0.5 × 3 = 1.50');
    expect(english(credits(0, 0))).toBe('no credit for ① ②: 0.00');
    expect(english({ credit: { '①': 0.5, '②': 1 } })).toBe('partial credit needs a reason: ①');
  });
});

describe('a credit', () => {
  it.each([[-0.1], [1.1], ['4/3'], ['-1']])('of %s is refused', (credit) => {
    expect(RULE_KINDS.checklist.inputs.safeParse({ credit: { '①': credit } }).success).toBe(false);
  });

  it('never takes the score out of 0 to the weight, whatever the shares', () => {
    const share = fc.integer({ min: 0, max: 200 }).map((n) => n / 100);
    const credit = fc.tuple(fc.nat({ max: 12 }), fc.constant(12)).map(([n, d]) => `${n}/${d}`);
    fc.assert(
      fc.property(fc.array(fc.tuple(share, credit), { minLength: 1, maxLength: 5 }), (lines) => {
        const rule = shares(...lines.map(([worth]) => worth));
        const outcome = scoreChecklist(
          rule,
          points(7),
          credits(...lines.map(([, given]) => given)),
        );
        if (!('score' in outcome)) throw new Error('no score');
        expect(compare(outcome.score, ZERO)).toBeGreaterThanOrEqual(0);
        expect(compare(outcome.score, exact(7))).toBeLessThanOrEqual(0);
      }),
    );
  });
});
