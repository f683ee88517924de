import { describe, expect, it } from 'vitest';
import { gradePosition } from '../../../client/workbench/parts/grade.tsx';
import type { GradeBand } from '../../../survey-definitions/indicator-system.ts';

describe('the shape of a grade', () => {
  const bands: GradeBand[] = [
    { grade: '差', below: 60 },
    { grade: { 'zh-CN': '优', en: 'Excellent' }, min: 90 },
    { grade: '良', min: 80, below: 90 },
    { grade: '中', min: 60, below: 80 },
  ];

  it('is fuller the higher the grade stands, whatever order the bands are written in', () => {
    const fill = (grade: string) => gradePosition(bands, grade, 'zh-CN');
    expect(['优', '良', '中', '差'].map(fill)).toEqual([1, 2 / 3, 1 / 3, 0]);
  });

  it('goes by the reader’s language, and a word that is no grade has none', () => {
    expect(gradePosition(bands, 'Excellent', 'en')).toBe(1);
    expect(gradePosition(bands, 'Excellent', 'zh-CN')).toBeUndefined();
  });
});
