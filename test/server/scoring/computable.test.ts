import { describe, expect, it } from 'vitest';
import { uncomputable } from '../../../server/scoring/computable.ts';
import { MOST_OPERANDS_TOGETHER } from '../../../survey-definitions/expression.ts';
import { indicatorsOf } from '../../../survey-definitions/indicator-system.ts';
import { largestSystem } from '../../support/largest-definitions.ts';

describe('the expressions of an evaluation together', () => {
  const system = largestSystem();
  const codes = indicatorsOf(system).map(({ indicator }) => indicator.code);
  /** So many indicators, each with four inputs of fifty numbers. */
  const entered = (indicators: number, longest = '1') => {
    const expression = Array(49).fill('1').concat(longest).join('+');
    const credit = Object.fromEntries([...'abcd'].map((id) => [id, { expression }]));
    return Object.fromEntries(
      codes.slice(0, indicators).map((code) => [code, { inputs: { credit } }]),
    );
  };

  it('have as many numbers and cells as can be computed in a moment', () => {
    expect(uncomputable(system, entered(MOST_OPERANDS_TOGETHER / 200))).toEqual([]);
    expect(uncomputable(system, { ...entered(0), nobody: {} })).toEqual([]);
  });

  it('are refused beyond, with what to do', () => {
    const found = uncomputable(system, entered(MOST_OPERANDS_TOGETHER / 200 + 1));
    expect(found).toMatchObject([{ steps: ['inputs'], code: 'too-many-operands' }]);
    expect(found[0]?.words['zh-CN']).toContain('基础数据');
  });

  it('that cannot be read are computed no more, and do not count', () => {
    expect(uncomputable(system, entered(100, ''))).toEqual([]);
  });
});
