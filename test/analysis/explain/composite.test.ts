import { describe, expect, it } from 'vitest';
import { explainComposite } from '../../../analysis/explain-composite.ts';
import { surveyResults } from '../../../analysis/satisfaction.ts';
import { countsOf, item, questionnaire, section } from '../../support/questionnaires.ts';

describe('the composite in words', () => {
  /** Item -> of how many all are satisfied, and of how many in all. */
  const inWords = (given: Record<string, [number, number]>, composite?: object) => {
    const rated = Object.keys(given).map((id) => item(id, 'satisfaction'));
    const q = questionnaire([section('s', 'satisfaction', rated)], composite && { composite });
    const counts = Object.entries(given).map(([id, [satisfied, all]]) => [
      id,
      { '': all, 'very-satisfied': satisfied, dissatisfied: all - satisfied },
    ]);
    const { composite: value, made } = surveyResults(
      q,
      countsOf(Object.fromEntries(counts)),
      'exact',
    );
    const names = { topicOf: (id: string) => id, nameOf: (id: string) => id };
    return explainComposite({ value, made }, 'exact', names, 'en');
  };

  it('shows two decimals where they lead to the number', () => {
    expect(inWords({ a: [2, 3], b: [1, 6] })).toBe(
      'Mean of 2 items = (66.67 + 16.67) ÷ 2 ≈ 41.67.',
    );
  });

  // By two decimals, 54.77: who recalculates it would take the composite for wrong.
  it('shows as many more as whoever recalculates it needs', () => {
    expect(inWords({ a: [2, 3], b: [3, 7] })).toBe(
      'Mean of 2 items = (66.667 + 42.857) ÷ 2 ≈ 54.76.',
    );
  });

  it('does so for weighted items', () => {
    const weights = { a: 0.2, b: 0.8 };
    expect(inWords({ a: [1, 3], b: [6, 7] }, { method: 'items', weights })).toBe(
      'Weighted mean of 2 items = 0.2 × 33.333 + 0.8 × 85.714 ≈ 75.24.',
    );
  });
});
