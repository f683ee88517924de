import {
  ExpressionFault,
  LONGEST_EXPRESSION,
  type Sign,
  type Token,
  tokensOf,
} from './expression-tokens.ts';
import { asWritten, type Fraction } from './fraction.ts';

export {
  ExpressionFault,
  isColumn,
  LONGEST_COLUMN,
  LONGEST_EXPRESSION,
} from './expression-tokens.ts';

/**
 * An arithmetic expression over base data, and nothing else: no functions, no names but those of cells.
 *
 *     expression = term { ( "+" | "-" ) term }
 *     term       = factor { ( "*" | "/" ) factor }
 *     factor     = "-" factor | number | cell | "(" expression ")"
 *     number     = digit { digit } [ "." digit { digit } ]
 *     cell       = code "@" column
 *
 * A code is an id, a column letters and digits of any script (2019预算). Width is folded, × ÷ − and （） are signs as well,
 * and white space between parts means nothing.
 */
export type Expression =
  | { is: 'number'; value: Fraction }
  | { is: 'cell'; code: string; column: string }
  | { is: 'negative'; of: Expression }
  | { is: Operation; left: Expression; right: Expression };
export type Operation = '+' | '-' | '*' | '/';

/** Brackets and minus signs inside one another. */
const MOST_NESTED = 30;
/** Numbers and cells of one expression: what is computed from them takes a millisecond at most. */
const MOST_OPERANDS = 50;
/** The same of all inputs of an evaluation: whatever asks for its score computes them all. */
export const MOST_OPERANDS_TOGETHER = 5000;

/** The expression that was typed, or what is wrong with it. Never throws, and takes time in proportion to the length. */
export function readExpression(
  text: string,
):
  | { expression: Expression; fault?: undefined }
  | { expression?: undefined; fault: ExpressionFault } {
  try {
    const expression = parse(text);
    // Folding may have made one character into several, but none of these.
    if (!ASCII_ONLY.test(text) && printExpression(expression).length > LONGEST_EXPRESSION)
      throw tooLong();
    return { expression };
  } catch (fault) {
    if (fault instanceof ExpressionFault) return { fault };
    throw fault;
  }
}

const ASCII_ONLY = /^[\t\n\r -~]*$/;

function parse(text: string): Expression {
  // Before it is taken apart: two units a character at most.
  if (text.length > 2 * LONGEST_EXPRESSION) throw tooLong();
  const characters = [...text];
  if (characters.length > LONGEST_EXPRESSION) throw tooLong();
  const tokens = tokensOf(characters);
  const operands = tokens.filter(({ kind }) => kind !== 'sign');
  const extra = operands[MOST_OPERANDS];
  if (extra)
    throw new ExpressionFault(
      'too-many-operands',
      extra.at,
      `至多 ${MOST_OPERANDS} 个数，请分成几项基础数据`,
      `at most ${MOST_OPERANDS} numbers; please make cells of the parts`,
    );
  return new Parser(tokens, characters.length + 1).whole();
}

class Parser {
  readonly #tokens: readonly Token[];
  /** Where what is missing at the end would stand. */
  readonly #end: number;
  #next = 0;

  constructor(tokens: readonly Token[], end: number) {
    this.#tokens = tokens;
    this.#end = end;
  }

  whole(): Expression {
    const expression = this.#sum(0);
    const rest = this.#tokens[this.#next];
    if (rest === undefined) return expression;
    throw isSign(rest, ')')
      ? new ExpressionFault('not-opened', rest.at, '多了一个右括号', 'this bracket closes nothing')
      : new ExpressionFault(
          'no-operator',
          rest.at,
          '这里应是 + − × ÷ 之一',
          'one of + − × ÷ is expected here',
        );
  }

  #sum(depth: number): Expression {
    return this.#chain(['+', '-'], () => this.#chain(['*', '/'], () => this.#factor(depth)));
  }

  /** Operands with these operations between them, taken from the left. */
  #chain(operations: readonly Operation[], operand: () => Expression): Expression {
    let left = operand();
    for (;;) {
      const token = this.#tokens[this.#next];
      const is = operations.find((operation) => token && isSign(token, operation));
      if (is === undefined) return left;
      this.#next += 1;
      left = { is, left, right: operand() };
    }
  }

  #factor(depth: number): Expression {
    const token = this.#tokens[this.#next];
    if (token === undefined) throw noOperand(this.#end);
    if (depth > MOST_NESTED)
      throw new ExpressionFault(
        'too-deep',
        token.at,
        `括号和负号至多套 ${MOST_NESTED} 层`,
        `brackets and minus signs stand at most ${MOST_NESTED} deep`,
      );
    this.#next += 1;
    if (token.kind === 'number') return { is: 'number', value: token.value };
    if (token.kind === 'cell') return { is: 'cell', code: token.code, column: token.column };
    if (token.sign === '-') return { is: 'negative', of: this.#factor(depth + 1) };
    if (token.sign !== '(') throw noOperand(token.at);
    const inside = this.#sum(depth + 1);
    const closing = this.#tokens[this.#next];
    if (closing && isSign(closing, ')')) {
      this.#next += 1;
      return inside;
    }
    throw new ExpressionFault(
      'not-closed',
      closing?.at ?? this.#end,
      `第 ${token.at} 个字的左括号还没有闭合`,
      `the bracket opened at character ${token.at} is not closed`,
    );
  }
}

const isSign = (token: Token, sign: Sign) => token.kind === 'sign' && token.sign === sign;

const noOperand = (at: number) =>
  new ExpressionFault(
    'no-operand',
    at,
    '这里应是数字、编码@列或者左括号',
    'a number, code@column or an opening bracket is expected here',
  );
const tooLong = () =>
  new ExpressionFault(
    'too-long',
    LONGEST_EXPRESSION + 1,
    `表达式至多 ${LONGEST_EXPRESSION} 个字`,
    `an expression has at most ${LONGEST_EXPRESSION} characters`,
  );

/** How the parts of an expression are written. */
export interface Notation {
  number(value: Fraction): string;
  cell(cell: { code: string; column: string }): string;
  sign(operation: Operation | 'negative'): string;
}
const TYPED: Notation = {
  number: asWritten,
  cell: ({ code, column }) => `${code}@${column}`,
  sign: (operation) => (operation === 'negative' ? '-' : operation),
};

const RANK: Record<Expression['is'], number> = {
  '+': 1,
  '-': 1,
  '*': 2,
  '/': 2,
  negative: 3,
  number: 4,
  cell: 4,
};

/** An expression as it can be typed again, with no more brackets than it takes; or in another notation. */
export function printExpression(expression: Expression, notation: Notation = TYPED): string {
  const bracketed = (part: Expression, least: number) => {
    const text = printExpression(part, notation);
    return RANK[part.is] < least ? `(${text})` : text;
  };
  switch (expression.is) {
    case 'number':
      return notation.number(expression.value);
    case 'cell':
      return notation.cell(expression);
    case 'negative':
      return `${notation.sign('negative')}${bracketed(expression.of, RANK.negative)}`;
    default: {
      const rank = RANK[expression.is];
      const right = bracketed(expression.right, rank + 1);
      return `${bracketed(expression.left, rank)}${notation.sign(expression.is)}${right}`;
    }
  }
}

/** How many numbers and cells it is made of: what it takes to compute it goes by them. */
export function operandsOf(expression: Expression): number {
  switch (expression.is) {
    case 'number':
    case 'cell':
      return 1;
    case 'negative':
      return operandsOf(expression.of);
    default:
      return operandsOf(expression.left) + operandsOf(expression.right);
  }
}

/** The cells that an expression names, each once, in the order in which it names them. */
export function cellsNamed(expression: Expression): { code: string; column: string }[] {
  const named = new Map<string, { code: string; column: string }>();
  const walk = (part: Expression): void => {
    if (part.is === 'cell') named.set(`${part.code}@${part.column}`, part);
    else if (part.is === 'negative') walk(part.of);
    else if (part.is !== 'number') {
      walk(part.left);
      walk(part.right);
    }
  };
  walk(expression);
  return [...named.values()].map(({ code, column }) => ({ code, column }));
}
