import { describe, expect, it } from 'vitest';
import { scoreThreshold } from '../../../analysis/scoring/threshold.ts';
import { full, none, points, told } from '../../support/rules.ts';

const rule = (op: '<=' | '>=' | '<' | '>') => ({ kind: 'threshold', op, target: 34 }) as const;
const asked = { '<=': '≤', '>=': '≥', '<': '<', '>': '>' };

describe('a threshold', () => {
  it.each([
    ['<=', '33.9999', '2', '33.9999', '≤'],
    ['<=', '34', '2', '34', '≤'],
    ['<=', '34.0001', '0', '34.0001', '>'],
    ['<', '33.9999', '2', '33.9999', '<'],
    ['<', '34', '0', '34', '≥'],
    ['<', '34.0001', '0', '34.0001', '≥'],
    ['>=', '33.9999', '0', '33.9999', '<'],
    ['>=', '34', '2', '34', '≥'],
    ['>=', '34.0001', '2', '34.0001', '≥'],
    ['>', '33.9999', '0', '33.9999', '≤'],
    ['>', '34', '0', '34', '≤'],
    ['>', '34.0001', '2', '34.0001', '>'],
    ['>=', '101999/3000', '0', '101999/3000 as 33.9997', '<'],
    ['>=', '33.999999999', '0', '33.999999999 as 33.999999999', '<'],
    ['<=', '-1', '2', '-1', '≤'],
  ] as const)('%s 34 takes %s to %s of 2', (op, value, score, seen, sign) => {
    const compared = { step: 'compared', value: seen, sign, bound: '34' };
    const missed = { step: 'missed', sign: asked[op], bound: '34' };
    expect(told(scoreThreshold(rule(op), points(2), points(value)))).toEqual({
      score,
      steps: score === '2' ? [compared, ...full('2')] : [compared, missed, ...none],
    });
  });
});
