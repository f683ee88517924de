import { describe, expect, it } from 'vitest';
import { gradeOf } from '../../analysis/grade.ts';
import { exact } from '../../survey-definitions/fraction.ts';

const bands = [
  { grade: '优', min: 90 },
  { grade: '良', min: 80, below: 90 },
  { grade: '中', min: 60, below: 80 },
  { grade: '差', below: 60 },
];

describe('the grade of a total', () => {
  it.each([
    ['100', '优'],
    ['90', '优'],
    ['89.996', '良'],
    ['89.99', '良'],
    ['80', '良'],
    ['79.99', '中'],
    ['60', '中'],
    ['59.99', '差'],
    ['0', '差'],
  ])('of %s is %s', (total, grade) => {
    expect(gradeOf(bands, exact(total))).toBe(grade);
  });

  it('does not depend on the order in which the bands are written', () => {
    const worstFirst = bands.toReversed();
    for (const total of ['90', '89.99', '80', '79.99', '60', '59.99'])
      expect(gradeOf(worstFirst, exact(total))).toBe(gradeOf(bands, exact(total)));
  });

  it('is nothing where no band holds the total', () => {
    expect(gradeOf(bands.slice(0, 2), exact(79))).toBeNull();
  });
});
