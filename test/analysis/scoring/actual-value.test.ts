import { describe, expect, it } from 'vitest';
import { actualValue } from '../../../analysis/scoring/score-rule.ts';
import { ScoringRule } from '../../../survey-definitions/scoring-rule.ts';

const threshold = { kind: 'threshold', op: '<=', target: 34 };
const steps = {
  kind: 'step-deduction',
  target: 0,
  side: 'upper',
  step: 1,
  deduct: { share: 0.05 },
  partialStep: 'up',
};

describe('the actual value that was entered', () => {
  it.each<[object, unknown, string | null]>([
    [{ kind: 'completion-ratio' }, { done: '7.50', planned: 9 }, '7.5 / 9'],
    [{ kind: 'event-deduction', pointsPerEvent: 1 }, { events: 0 }, '0'],
    [threshold, { value: '18.60' }, '18.6%'],
    [steps, { value: '1/3' }, '1/3%'],
    [{ kind: 'target-proportional', target: 90, below: 'value' }, { value: -5 }, '-5%'],
  ])('of %o, %o, is written in full with its unit: %s', (rule, inputs, written) => {
    expect(actualValue(ScoringRule.parse(rule), inputs, '%')).toBe(written);
  });

  it.each<[string, object, unknown]>([
    ['nothing was entered', threshold, undefined],
    ['it was taken back', threshold, null],
    ['what was entered is not what the rule takes', threshold, { value: 'much' }],
    ['the rule goes by judgement', { kind: 'all-or-nothing' }, { met: true }],
    ['a scorer gives the score', { kind: 'manual' }, { score: 5 }],
  ])('is none where %s', (_, rule, inputs) => {
    expect(actualValue(ScoringRule.parse(rule), inputs, '%')).toBeNull();
  });
});
