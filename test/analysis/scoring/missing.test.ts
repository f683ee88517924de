import { describe, expect, it } from 'vitest';
import { isPending, type Missing } from '../../../analysis/scoring/missing.ts';
import { ONE, ZERO } from '../../../survey-definitions/fraction.ts';

describe('what keeps a rule from scoring', () => {
  it.each<Missing>([
    { reason: 'not-entered', what: 'actual-value' },
    { reason: 'not-judged', ids: ['①'] },
    { reason: 'no-survey', group: 'public' },
    { reason: 'no-answers', survey: 'abcd2345' },
    { reason: 'stratum-empty', surveys: ['abcd2345'] },
  ])('is only not done yet where $reason', (missing) => {
    expect(isPending(missing)).toBe(true);
  });

  it.each<Missing>([
    { reason: 'unreadable' },
    { reason: 'not-explained', ids: ['①'] },
    { reason: 'unknown-case', case: 'gone' },
    { reason: 'nothing-planned' },
    { reason: 'target-not-above-zero', target: ZERO },
    { reason: 'in-no-band', value: { exact: ONE, decimals: 2 } },
    { reason: 'credit-open', shares: [] },
    { reason: 'survey-lacks', survey: 'abcd2345' },
  ])('is wrong, or waits for a decision, where $reason', (missing) => {
    expect(isPending(missing)).toBe(false);
  });
});
