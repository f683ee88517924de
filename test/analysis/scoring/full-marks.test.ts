import { describe, expect, it } from 'vitest';
import { mayGiveFullMarks } from '../../../analysis/scoring/full-marks.ts';
import { exact } from '../../../survey-definitions/fraction.ts';
import { ScoringRule } from '../../../survey-definitions/scoring-rule.ts';

const from = { group: 'public', quantity: 'composite' };
const reaches = (rule: object, lowest: number | string, highest: number | string) =>
  mayGiveFullMarks(ScoringRule.parse({ ...rule, from }), exact(4), {
    lowest: exact(lowest),
    highest: exact(highest),
  });

describe('full marks from values of a range', () => {
  it('of a target: where the best value reaches it', () => {
    const target = { kind: 'target-proportional', target: 90, below: 'value-over-target' };
    expect([reaches(target, 0, 90), reaches(target, 0, '89.999')]).toEqual([true, false]);
    // By value % alone, 100 % gives the full weight, whatever the target.
    const beyond = { kind: 'target-proportional', target: 120, below: 'value' };
    expect([reaches(beyond, 0, 100), reaches(beyond, 0, 99)]).toEqual([true, false]);
  });

  it.each([
    ['>=', 80, true],
    ['>', 80, false],
    ['>', '79.9', true],
    ['<=', 20, true],
    ['<', 20, false],
    ['<', '20.1', true],
  ])('of a threshold %s %s, from 20 to 80: %s', (op, target, expected) => {
    expect(reaches({ kind: 'threshold', op, target }, 20, 80)).toBe(expected);
  });

  it('of steps off: on the side that costs, and as parts of a step are counted', () => {
    const off = { kind: 'step-deduction', step: 1, deduct: { points: 1 } };
    const lower = { ...off, target: 90, side: 'lower' };
    expect(reaches({ ...lower, partialStep: 'proportional' }, 0, '89.5')).toBe(false);
    expect(reaches({ ...lower, partialStep: 'down' }, 0, '89.5')).toBe(true);
    const upper = { ...off, target: 10, side: 'upper', partialStep: 'up' };
    expect([reaches(upper, 10, 100), reaches(upper, '10.01', 100)]).toEqual([true, false]);
  });

  it('of bands: where one that gives them meets the range', () => {
    const bands = (full: object, rest: object[]) => ({
      kind: 'tiered-bands',
      bands: [{ ...full, points: 4 }, ...rest],
    });
    const top = bands({ min: 80 }, [{ maxExclusive: 80, points: 1 }]);
    expect([reaches(top, 0, 80), reaches(top, 0, '79.9')]).toEqual([true, false]);
    const open = bands({ minExclusive: 80 }, [{ max: 80, points: 1 }]);
    expect([reaches(open, 0, 80), reaches(open, 0, '80.1')]).toEqual([false, true]);
    // Between two bounds, and neither of them inside.
    const middle = bands({ minExclusive: 40, maxExclusive: 50 }, [
      { max: 40, points: 1 },
      { min: 50, points: 2 },
    ]);
    expect([reaches(middle, 0, 100), reaches(middle, 50, 100)]).toEqual([true, false]);
  });

  it('are not the range’s fault where no band gives them', () => {
    const none = {
      kind: 'tiered-bands',
      bands: [
        { min: 50, points: 3 },
        { maxExclusive: 50, points: 1 },
      ],
    };
    expect(reaches(none, 0, 100)).toBe(true);
  });
});
