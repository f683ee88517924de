import { noSuchCode, noSuchColumn } from '../../survey-definitions/base-data-faults.ts';
import {
  type Expression,
  type Notation,
  type Operation,
  printExpression,
} from '../../survey-definitions/expression.ts';
import { asWritten, exact, type Fraction } from '../../survey-definitions/fraction.ts';
import type { Language } from '../../survey-definitions/text.ts';
import { type Cells, type ComputeFault, compute } from './cells.ts';
import { digits, displayNumber } from './display-number.ts';

const SPACED: Record<Operation | 'negative', string> = {
  '+': ' + ',
  '-': ' − ',
  '*': ' × ',
  '/': ' ÷ ',
  negative: '−',
};
const sign: Notation['sign'] = (operation) => SPACED[operation];
const number = (value: Fraction) => {
  const text = asWritten(value);
  // What is below 0 stands apart from the sign before it.
  return text.startsWith('-') ? `(−${text.slice(1)})` : text;
};

/** An expression with the names of its cells in place of their codes: (“三公经费” 2019预算 − …) ÷ … × 100. */
export function inNames(expression: Expression, cells: Cells): string {
  return printExpression(expression, {
    number,
    sign,
    cell: ({ code, column }) => `${cells.byCode.get(code)?.name ?? code} ${column}`,
  });
}

/** The same with their numbers, and what it comes to: (17.79 − 15) ÷ 15 × 100 = 18.6. Null where it has no value. */
export function inNumbers(expression: Expression, cells: Cells): string | null {
  const { value } = compute(expression, cells);
  if (value === undefined) return null;
  const text = printExpression(expression, {
    number,
    sign,
    cell: ({ code, column }) => number(exact(cells.byCode.get(code)?.values[column] ?? '0')),
  });
  const shown = displayNumber(value);
  const result = digits(shown).replace(/^-/, '−');
  // A cell alone comes to itself.
  if (expression.is === 'cell' || expression.is === 'number') return result;
  const equals = shown.decimals === null ? '=' : '≈';
  return `${text} ${equals} ${result}`;
}

/** What keeps an expression from having a value. */
export function computeFaultWords(fault: ComputeFault): Record<Language, string> {
  switch (fault.reason) {
    case 'division-by-zero': {
      const divisor = printExpression(fault.divisor);
      return { 'zh-CN': `除数 ${divisor} 为 0`, en: `the divisor ${divisor} is 0` };
    }
    case 'unknown-code':
      return noSuchCode(fault.code);
    case 'unknown-column':
      return noSuchColumn(fault.column);
    case 'no-number':
      return {
        'zh-CN': `“${fault.name}”（${fault.code}）还没有${fault.column}的数值`,
        en: `“${fault.name}” (${fault.code}) has no value for ${fault.column} yet`,
      };
    case 'too-many-digits':
      return {
        'zh-CN': '算得的数位数太多，请减少小数位数或者分步计算',
        en: 'the result has too many digits; please use fewer decimals or compute in steps',
      };
  }
}
