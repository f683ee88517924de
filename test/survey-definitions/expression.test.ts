import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cellsNamed,
  type Expression,
  isColumn,
  LONGEST_EXPRESSION,
  printExpression,
  readExpression,
} from '../../survey-definitions/expression.ts';
import { fraction } from '../../survey-definitions/fraction.ts';

const printed = (text: string) => {
  const { expression, fault } = readExpression(text);
  return expression ? printExpression(expression) : `${fault.code} ${fault.at}`;
};

describe('an expression over base data', () => {
  it.each([
    [
      '(three-public@2019预算 - three-public@2018预算) / three-public@2018预算 * 100',
      '(three-public@2019预算-three-public@2018预算)/three-public@2018预算*100',
    ],
    ['（ａ＠２０１９预算－ｂ＠２０１８）÷１．５０×１００', '(a@2019预算-b@2018)/1.5*100'],
    ['A@2019 − －b@2018', 'a@2019--b@2018'],
    ['1-(2-3)-4', '1-(2-3)-4'],
    ['(1*2)/3', '1*2/3'],
    ['1/(2*3)', '1/(2*3)'],
    ['-(1+2)*3', '-(1+2)*3'],
    ['a-b@2019-c@2018', 'a-b@2019-c@2018'],
    ['007.50＊【2＋3】', '7.5*(2+3)'],
    ['\u3000 1 \u00a0+\t2\n', '1+2'],
  ])('%s is read', (typed, meant) => {
    expect(printed(typed)).toBe(meant);
  });

  it.each([
    ['', 'no-operand 1'],
    ['   ', 'no-operand 4'],
    ['1 +', 'no-operand 4'],
    ['(1 + 2', 'not-closed 7'],
    ['(1 2)', 'not-closed 4'],
    ['1 + 2)', 'not-opened 6'],
    ['1 2', 'no-operator 3'],
    ['budget * 100', 'no-column 7'],
    ['预算@2019', 'not-a-code 1'],
    ['budget@', 'not-a-column 8'],
    ['budget@ 2019', 'not-a-column 8'],
    ['1.2.3', 'not-a-number 1'],
    ['1,000', 'strange-character 2'],
    ['2 ** 3', 'no-operand 4'],
    ['1e5', 'no-column 4'],
    ['a@1 % 2', 'strange-character 5'],
    ['𠮷 + 𠮷@1', 'no-column 2'],
    ['alert(1)', 'no-column 6'],
    ['a@1; b@2', 'strange-character 4'],
    ['constructor@2019', 'not-a-code 1'],
    ['0.1234567890123456789', 'too-many-digits 1'],
    [`${'('.repeat(32)}1${')'.repeat(32)}`, 'too-deep 32'],
    [`${'-'.repeat(40)}1`, 'too-deep 32'],
    [Array(51).fill('1').join('+'), 'too-many-operands 101'],
    ['1'.repeat(LONGEST_EXPRESSION + 1), `too-long ${LONGEST_EXPRESSION + 1}`],
  ])('%s is refused where it goes wrong', (typed, refused) => {
    expect(printed(typed)).toBe(refused);
  });

  it('says in both languages what is wrong', () => {
    const { fault } = readExpression('(1 + 2');
    expect(fault?.words).toEqual({
      'zh-CN': '第 7 个字处：第 1 个字的左括号还没有闭合',
      en: 'At character 7: the bracket opened at character 1 is not closed',
    });
  });

  it('says which cells it names, each once', () => {
    const { expression } = readExpression('(a@1 - b@1) / b@1 + 2');
    expect(expression && cellsNamed(expression)).toEqual([
      { code: 'a', column: '1' },
      { code: 'b', column: '1' },
    ]);
  });
});

const columns = fc
  .string({ unit: fc.constantFrom(...'2019预算决Aé_中'), minLength: 1, maxLength: 8 })
  .filter(isColumn);
const codes = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/).filter((code) => code !== 'constructor');
const leaves: fc.Arbitrary<Expression> = fc.oneof(
  fc
    .tuple(fc.bigInt({ min: 0n, max: 10n ** 9n }), fc.integer({ min: 0, max: 4 }))
    .map(([n, d]): Expression => ({ is: 'number', value: fraction(n, 10n ** BigInt(d)) })),
  fc.record({ code: codes, column: columns }).map((cell): Expression => ({ is: 'cell', ...cell })),
);
const { expression: expressions } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'expression' },
    leaves,
    tie('expression').map((of): Expression => ({ is: 'negative', of })),
    fc
      .tuple(fc.constantFrom('+', '-', '*', '/'), tie('expression'), tie('expression'))
      .map(([is, left, right]): Expression => ({ is, left, right })),
  ),
}));

/** What somebody might type, or a machine that means no good. */
const typed = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 1200 }),
  fc.string({
    unit: fc.constantFrom(...'()（）-−+*×÷/／.@＠ a1é２预算\ud800\udc00\u200b\u0301'),
    maxLength: 700,
  }),
  fc
    .tuple(
      fc.constantFrom(
        '(',
        '-',
        '1',
        'a',
        '@',
        ')',
        '((-',
        '1+',
        'a@1*',
        '\ud83d',
        '\ufdfa',
        'a@\ufdfa+',
        '\u0301',
        '1/3/',
      ),
      fc.integer({ min: 1, max: 5000 }),
    )
    .map(([part, times]) => part.repeat(times)),
  expressions.map((expression) => printExpression(expression)),
);

function millisecondsFor(text: string): number {
  const begun = performance.now();
  readExpression(text);
  return performance.now() - begun;
}

describe('whatever is typed for an expression', () => {
  it('means the same when what was read is printed and read again', () => {
    fc.assert(
      fc.property(expressions, (expression) => {
        const again = readExpression(printExpression(expression));
        // A formula beyond the limits is refused for its length, its depth or its number of parts.
        if (again.fault) expect(again.fault.code).toMatch(/^too-/);
        else expect(again.expression).toEqual(expression);
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(typed, (text) => {
        const { expression } = readExpression(text);
        if (expression)
          expect(readExpression(printExpression(expression)).expression).toEqual(expression);
      }),
      { numRuns: 1000 },
    );
  });

  it('is read or refused within 50 ms, with a place inside of it, and nothing is thrown', () => {
    fc.assert(
      fc.property(typed, (text) => {
        // Of three times the shortest: what else the machine does counts for nothing.
        expect(Math.min(...[1, 2, 3].map(() => millisecondsFor(text)))).toBeLessThan(50);
        const { fault } = readExpression(text);
        if (fault === undefined) return;
        expect(fault.at).toBeGreaterThanOrEqual(1);
        expect(fault.at).toBeLessThanOrEqual([...text].length + 1);
        expect(fault.words.en).not.toMatch(/\p{Cs}/u);
        expect(fault.words['zh-CN']).not.toMatch(/\p{Cs}/u);
      }),
      { numRuns: 1000 },
    );
  });
});
