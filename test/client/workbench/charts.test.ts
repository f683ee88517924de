import { describe, expect, it } from 'vitest';
import { byScale } from '../../../client/workbench/results/scales.tsx';

describe('charts', () => {
  const item = (
    id: string,
    options: string[],
    type: 'satisfaction' | 'single' = 'satisfaction',
  ) => ({
    id,
    topic: id,
    type,
    section: 's',
    base: 1,
    answered: 1,
    options: options.map((option) => ({
      id: option,
      label: option,
      count: 0,
      scored: type === 'satisfaction',
      percent: null,
    })),
    satisfaction: null,
  });

  it('put items of one scale together and others on a chart of their own', () => {
    const items = [
      item('a', ['good', 'bad']),
      item('age', ['young', 'old'], 'single'),
      item('b', ['1', '2', '3']),
      item('c', ['good', 'bad']),
    ];
    expect(byScale(items).map((scale) => scale.map(({ id }) => id))).toEqual([['a', 'c'], ['b']]);
  });
});
