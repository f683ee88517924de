import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreChecklist } from '../../../analysis/scoring/checklist.ts';
import { compare, exact, ZERO } from '../../../survey-definitions/fraction.ts';
import { RULE_KINDS } from '../../../survey-definitions/scoring-rule.ts';
import { none, points, rounded, told } from '../../support/rules.ts';

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

/** Entries with full credit unless said otherwise: id and worth, then credit, then a weight of its own. */
const term = (id: string, worth: string, credit = '1', weight: string | null = null) => ({
  id,
  worth,
  credit,
  weight,
});
type Term = ReturnType<typeof term>;
const summed = (terms: Term[], weight: string | null, gives: string) => ({
  step: 'summed',
  terms,
  weight,
  gives,
});
const uncredited = (...ids: string[]) => ({ step: 'uncredited', ids, every: false });
const capped = (from: string, to: string) => ({ step: 'capped', by: 'weight', from, to });

describe('a checklist in shares of the weight', () => {
  const [a, b, c] = [term('①', '0.4'), term('②', '0.3'), term('③', '0.3')];
  const third = (id: string) => term(id, '1/3');
  it.each([
    [shares(0.4, 0.3, 0.3), 2, credits(1, 1, 1), '2', [summed([a, b, c], '2', '2'), rounded('2')]],
    [
      shares(0.4, 0.3, 0.3),
      2,
      credits(0, 1, 1),
      '1.2',
      [uncredited('①'), summed([b, c], '2', '1.2'), rounded('1.2')],
    ],
    [
      shares(0.4, 0.3, 0.3),
      2,
      credits(0, 0, 1),
      '0.6',
      [uncredited('①', '②'), summed([c], '2', '0.6'), rounded('0.6')],
    ],
    [
      shares(0.5, 0.5),
      5,
      credits(0, 0),
      '0',
      [{ step: 'uncredited', ids: ['①', '②'], every: true }, ...none],
    ],
    [
      shares('1/3', '1/3', '1/3'),
      3,
      credits(1, 1, 1),
      '3',
      [summed([third('①'), third('②'), third('③')], '3', '3'), rounded('3')],
    ],
    [
      shares('1/3', '1/3', '1/3'),
      2,
      credits(1, 1, 0),
      '4/3',
      [uncredited('③'), summed([third('①'), third('②')], '2', '4/3'), rounded('4/3', '1.33')],
    ],
    [
      shares(0.5, 0.5),
      3,
      credits('1/3', 1),
      '2',
      [summed([term('①', '0.5', '1/3'), term('②', '0.5')], '3', '2'), rounded('2')],
    ],
    [
      shares(0.5, 0.5),
      3,
      credits('1/3', '2/3'),
      '1.5',
      [summed([term('①', '0.5', '1/3'), term('②', '0.5', '2/3')], '3', '1.5'), rounded('1.5')],
    ],
    [
      shares(0.5, 0.5),
      3,
      credits(0.25, 0),
      '0.375',
      [uncredited('②'), summed([term('①', '0.5', '0.25')], '3', '0.375'), rounded('0.375', '0.38')],
    ],
    [
      shares(0.3, 0.3, 0.1),
      2,
      credits(1, 1, 1),
      '1.4',
      [summed([term('①', '0.3'), b, term('③', '0.1')], '2', '1.4'), rounded('1.4')],
    ],
    [
      shares(0.7, 0.7),
      2,
      credits(1, 1),
      '2',
      [summed([term('①', '0.7'), term('②', '0.7')], '2', '2.8'), capped('2.8', '2'), rounded('2')],
    ],
  ])('%#: scores what is met', (rule, weight, inputs, score, steps) => {
    expect(told(scoreChecklist(rule, points(weight), inputs))).toEqual({ score, steps });
  });
});

describe('a checklist in points', () => {
  it.each([
    [
      inPoints(1, 0.5, 0.5),
      3,
      credits(1, 1, 1),
      '2',
      [summed([term('①', '1'), term('②', '0.5'), term('③', '0.5')], null, '2'), rounded('2')],
    ],
    [
      inPoints(1, 0.5),
      3,
      credits(1, 0.5),
      '1.25',
      [summed([term('①', '1'), term('②', '0.5', '0.5')], null, '1.25'), rounded('1.25')],
    ],
    [
      inPoints(2, 2),
      3,
      credits(1, 1),
      '3',
      [summed([term('①', '2'), term('②', '2')], null, '4'), capped('4', '3'), rounded('3')],
    ],
    [
      inPoints('1/3'),
      3,
      credits(1),
      '1/3',
      [summed([term('①', '1/3')], null, '1/3'), rounded('1/3', '0.33')],
    ],
  ])('%#: adds the points of what is met', (rule, weight, inputs, score, steps) => {
    expect(told(scoreChecklist(rule, points(weight), inputs))).toEqual({ score, steps });
  });

  it('may stand beside shares, each of which is then weighed by itself', () => {
    const mixed: Rule = {
      kind: 'checklist',
      items: [...inPoints(1).items, { id: '②', label: 'p', share: 0.4 }],
    };
    expect(told(scoreChecklist(mixed, points(3), credits(1, 1)))).toEqual({
      score: '2.2',
      steps: [summed([term('①', '1'), term('②', '0.4', '1', '3')], null, '2.2'), rounded('2.2')],
    });
  });
});

describe('a veto', () => {
  const diverted = { 'zh-CN': '挪用资金', en: 'funds were diverted' };
  const rule: Rule = {
    ...shares(0.5, 0.5),
    veto: [
      { id: '⑤', label: diverted },
      { id: '⑥', label: '虚列支出' },
    ],
  };
  const judged = (veto: Record<string, boolean>) =>
    scoreChecklist(rule, points(5), { ...credits(1, 1), veto });

  it.each([
    [
      { '⑤': true, '⑥': false },
      { id: '⑤', label: diverted },
    ],
    [
      { '⑤': false, '⑥': true },
      { id: '⑥', label: '虚列支出' },
    ],
    [
      { '⑤': true, '⑥': true },
      { id: '⑤', label: diverted },
    ],
  ])('takes all where it applies: %o', (veto, applies) => {
    expect(told(judged(veto))).toEqual({
      score: '0',
      steps: [{ step: 'vetoed', ...applies }, ...none],
    });
  });

  it('takes nothing where it does not apply', () => {
    expect(told(judged({ '⑤': false, '⑥': false }))).toMatchObject({ score: '5' });
  });

  it('takes all before the rest is judged', () => {
    const early = scoreChecklist(rule, points(5), { credit: {}, veto: { '⑤': true } });
    expect(told(early)).toMatchObject({ score: '0' });
  });

  it('that nobody judged leaves the score open', () => {
    expect(told(judged({ '⑤': false }))).toEqual({
      missing: { reason: 'not-judged', ids: ['⑥'] },
    });
    expect(told(scoreChecklist(rule, points(5), credits(1, 1)))).toEqual({
      missing: { reason: 'not-judged', ids: ['⑤', '⑥'] },
    });
  });
});

describe('a checklist that is not finished', () => {
  it('names each point that nobody judged, instead of taking it for 0', () => {
    const outcome = scoreChecklist(shares(0.4, 0.3, 0.3), points(2), { credit: { '②': 1 } });
    expect(told(outcome)).toEqual({ missing: { reason: 'not-judged', ids: ['①', '③'] } });
  });

  it('does not take for judged what every object has', () => {
    const rule: Rule = { kind: 'checklist', items: [{ id: 'constructor', label: 'p', share: 1 }] };
    expect(told(scoreChecklist(rule, points(2), { credit: {} }))).toEqual({
      missing: { reason: 'not-judged', ids: ['constructor'] },
    });
  });

  it.each([
    [{ '①': 0.5 }, undefined],
    [{ '①': 0.5 }, { '①': '  ' }],
    [{ '①': '999/1000' }, { '②': '理由' }],
  ])('asks for the reason of a partial credit: %o, %o', (credit, reasons) => {
    expect(told(scoreChecklist(shares(1), points(2), { credit, reasons }))).toEqual({
      missing: { reason: 'not-explained', ids: ['①'] },
    });
  });

  it('asks for no reason where the credit is none or all', () => {
    const outcome = scoreChecklist(shares(0.5, 0.5), points(2), { credit: { '①': 0, '②': '3/3' } });
    expect(told(outcome)).toMatchObject({ score: '1' });
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
