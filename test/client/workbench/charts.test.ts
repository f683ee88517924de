import { describe, expect, it } from 'vitest';
import { byScale } from '../../../client/workbench/results/scales.tsx';

describe('charts', () => {
  const item = (
    id: string,
    options: string[],
    type: 'satisfaction' | 'single' = 'satisfaction',
    scale = options.join(),
  ) => ({
    id,
    topic: id,
    type,
    section: 's',
    base: 1,
    answered: 1,
    scale: type === 'satisfaction' ? { id: scale, outOf: '100' } : null,
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

  it('keep scales apart whose options are called the same and weigh otherwise', () => {
    const items = ['hundred', 'five', 'hundred'].map((scale, n) =>
      item(`i${n}`, ['o0', 'o1'], 'satisfaction', scale),
    );
    expect(byScale(items).map((scale) => scale.map(({ id }) => id))).toEqual([
      ['i0', 'i2'],
      ['i1'],
    ]);
  });
});
