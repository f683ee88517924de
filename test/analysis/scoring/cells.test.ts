import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failingChecks } from '../../../analysis/scoring/cell-checks.ts';
import { cellsOf, compute } from '../../../analysis/scoring/cells.ts';
import {
  computeFaultWords,
  inNames,
  inNumbers,
} from '../../../analysis/scoring/expression-words.ts';
import { readExpression } from '../../../survey-definitions/expression.ts';
import { asWritten } from '../../../survey-definitions/fraction.ts';

const CELLS = cellsOf({
  cells: [
    {
      code: 'three-public',
      name: '“三公经费”',
      unit: '万元',
      values: { '2018': '15', '2019': '17.79' },
    },
    { code: 'parts', name: '三项之和', values: { '2019': '17.78' } },
    { code: 'none', name: '无', values: { '2018': '0', '2019': '-3' } },
    { code: 'new', name: '新增', values: {} },
  ],
});

const read = (text: string) => {
  const { expression, fault } = readExpression(text);
  if (fault) throw fault;
  return expression;
};
const result = (text: string) => {
  const { value, fault } = compute(read(text), CELLS);
  return fault ? computeFaultWords(fault)['zh-CN'] : asWritten(value);
};

describe('an expression over cells', () => {
  it.each(['1.', '-', '1,5', '', '1e+9', '1/2'])('has no value while a cell says %j', (typed) => {
    const cells = cellsOf({ cells: [{ code: 'a', name: '甲', values: { '2019': typed } }] });
    expect(compute(read('a@2019 + 1'), cells).fault).toEqual({
      reason: 'no-number',
      code: 'a',
      name: '甲',
      column: '2019',
    });
    const checks = [{ name: '相等', left: 'a@2019', right: '1' }];
    expect(failingChecks(checks, cells)).toHaveLength(1);
  });

  it.each([
    ['(three-public@2019 - three-public@2018) / three-public@2018 * 100', '18.6'],
    ['1 / 3 - 1 / 2', '-1/6'],
    ['8 - 4 - 2', '2'],
    ['8 / 4 / 2', '1'],
    ['--2 * -none@2019', '6'],
    ['0.1 + 0.2', '0.3'],
  ])('%s comes to %s exactly', (text, value) => {
    expect(result(text)).toBe(value);
  });

  it.each([
    ['1 / none@2018', '除数 none@2018 为 0'],
    ['1 / (2 - 1 - 1)', '除数 2-1-1 为 0'],
    ['nothing@2019', '基础数据中没有编码为“nothing”的一项'],
    ['parts@2020', '基础数据没有“2020”这一列'],
    ['parts@2018', '“三项之和”（parts）还没有2018的数值'],
    [Array(4).fill('123456789012345678').join('*'), '算得的数位数太多，请减少小数位数或者分步计算'],
  ])('%s has no value, and says why', (text, words) => {
    expect(result(text)).toBe(words);
  });

  it('looks a column up among the cell’s own, whatever every object has', () => {
    expect(result('parts@constructor')).toContain('没有“constructor”这一列');
  });

  it('is said with names, and with numbers and the result', () => {
    const rate = read('(three-public@2019-three-public@2018)/three-public@2018*100');
    expect(inNames(rate, CELLS)).toBe(
      '(“三公经费” 2019 − “三公经费” 2018) ÷ “三公经费” 2018 × 100',
    );
    expect(inNumbers(rate, CELLS)).toBe('(17.79 − 15) ÷ 15 × 100 = 18.6');
    expect(inNumbers(read('5--none@2019/9'), CELLS)).toBe('5 − −(−3) ÷ 9 ≈ 4.67');
    expect(inNumbers(read('1/none@2018'), CELLS)).toBeNull();
  });

  it('takes a moment, however its numbers grow', () => {
    const digits = fc.bigInt({ min: 10n ** 16n, max: 10n ** 17n }).map(String);
    const terms = fc.array(fc.tuple(digits, fc.constantFrom('+', '-', '*', '/')), {
      minLength: 20,
      maxLength: 25,
    });
    fc.assert(
      fc.property(terms, (parts) => {
        const expression = read(`${parts.flat().join('')}7`);
        const took = [1, 2, 3].map(() => {
          const begun = performance.now();
          compute(expression, CELLS);
          return performance.now() - begun;
        });
        expect(Math.min(...took)).toBeLessThan(50);
      }),
    );
  });
});

describe('checks between cells', () => {
  const check = (left: string, right: string) =>
    failingChecks([{ name: '相等', left, right }], CELLS).map((failing) => ({
      left: failing.left && asWritten(failing.left),
      right: failing.right && asWritten(failing.right),
      difference: failing.difference && asWritten(failing.difference),
      because: failing.because?.['zh-CN'] ?? null,
    }));

  it('hold where the difference is 0', () => {
    expect(check('three-public@2019', '15 + 2.79')).toEqual([]);
  });

  it('fail by a cent, with both sides', () => {
    expect(check('three-public@2019', 'parts@2019')).toEqual([
      { left: '17.79', right: '17.78', difference: '0.01', because: null },
    ]);
  });

  it('say why they cannot be computed', () => {
    expect(check('three-public@2018', 'parts@2018')).toEqual([
      { left: '15', right: null, difference: null, because: '“三项之和”（parts）还没有2018的数值' },
    ]);
  });
});
