import { describe, expect, it } from 'vitest';
import { scoreThreshold } from '../../../analysis/scoring/threshold.ts';
import { inEnglish, points, said } from '../../support/rules.ts';

const rule = (op: '<=' | '>=' | '<' | '>') => ({ kind: 'threshold', op, target: 34 }) as const;

describe('a threshold', () => {
  it.each([
    ['<=', '33.9999', '2', '33.9999 ≤ 34：满分 2.00'],
    ['<=', '34', '2', '34 ≤ 34：满分 2.00'],
    ['<=', '34.0001', '0', '34.0001 > 34，未达到 ≤ 34：0.00'],
    ['<', '33.9999', '2', '33.9999 < 34：满分 2.00'],
    ['<', '34', '0', '34 ≥ 34，未达到 < 34：0.00'],
    ['<', '34.0001', '0', '34.0001 ≥ 34，未达到 < 34：0.00'],
    ['>=', '33.9999', '0', '33.9999 < 34，未达到 ≥ 34：0.00'],
    ['>=', '34', '2', '34 ≥ 34：满分 2.00'],
    ['>=', '34.0001', '2', '34.0001 ≥ 34：满分 2.00'],
    ['>', '33.9999', '0', '33.9999 ≤ 34，未达到 > 34：0.00'],
    ['>', '34', '0', '34 ≤ 34，未达到 > 34：0.00'],
    ['>', '34.0001', '2', '34.0001 > 34：满分 2.00'],
    ['>=', '101999/3000', '0', '33.9997 < 34，未达到 ≥ 34：0.00'],
    ['>=', '33.999999999', '0', '33.999999999 < 34，未达到 ≥ 34：0.00'],
    ['<=', '-1', '2', '-1 ≤ 34：满分 2.00'],
  ] as const)('%s 34 takes %s to %s of 2', (op, value, score, because) => {
    expect(said(scoreThreshold(rule(op), points(2), points(value)))).toEqual({ score, because });
  });

  it('reads in English', () => {
    expect(inEnglish(scoreThreshold(rule('<='), points(2), points(39)))).toBe(
      '39 > 34, which misses ≤ 34: 0.00',
    );
    expect(inEnglish(scoreThreshold(rule('<='), points(2), points(30)))).toBe(
      '30 ≤ 34: full marks, 2.00',
    );
  });
});
