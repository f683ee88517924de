import { type BaseData, type Cell, columnsOf, DECIMAL } from '../../survey-definitions/cells.ts';
import type { Expression } from '../../survey-definitions/expression.ts';
import {
  add,
  divide,
  exact,
  type Fraction,
  multiply,
  subtract,
} from '../../survey-definitions/fraction.ts';

/** The cells of an evaluation's base data as expressions look them up. */
export interface Cells {
  byCode: ReadonlyMap<string, Cell>;
  columns: ReadonlySet<string>;
}

export const cellsOf = ({ cells }: Pick<BaseData, 'cells'>): Cells => ({
  byCode: new Map(cells.map((cell) => [cell.code, cell])),
  columns: new Set(columnsOf(cells)),
});
export const NO_CELLS: Cells = cellsOf({ cells: [] });

/** What keeps an expression that can be read from having a value. */
export type ComputeFault =
  | { reason: 'division-by-zero'; divisor: Expression }
  | { reason: 'unknown-code'; code: string }
  | { reason: 'unknown-column'; column: string }
  /** The cell is there, and its value in this column has not been entered, or is no number. */
  | { reason: 'no-number'; code: string; name: string; column: string }
  | { reason: 'too-many-digits' };

export type Computed =
  | { value: Fraction; fault?: undefined }
  | { value?: undefined; fault: ComputeFault };

/**
 * Digits of any result on the way, above and below the line: more than amounts and their ratios ever take, and few enough
 * that fifty operations take no time.
 */
const MOST_RESULT_DIGITS = 48;
const TOO_LONG = 10n ** BigInt(MOST_RESULT_DIGITS);

const OPERATIONS = { '+': add, '-': subtract, '*': multiply, '/': divide };

/** The value of an expression over these cells, exactly; or the first thing that keeps it from having one. */
export function compute(expression: Expression, cells: Cells): Computed {
  switch (expression.is) {
    case 'number':
      return { value: expression.value };
    case 'cell':
      return lookUp(expression, cells);
    case 'negative': {
      const of = compute(expression.of, cells);
      return of.fault ? of : { value: { n: -of.value.n, d: of.value.d } };
    }
    default: {
      const left = compute(expression.left, cells);
      if (left.fault) return left;
      const right = compute(expression.right, cells);
      if (right.fault) return right;
      if (expression.is === '/' && right.value.n === 0n)
        return { fault: { reason: 'division-by-zero', divisor: expression.right } };
      const value = OPERATIONS[expression.is](left.value, right.value);
      const isLong = value.n >= TOO_LONG || value.n <= -TOO_LONG || value.d >= TOO_LONG;
      return isLong ? { fault: { reason: 'too-many-digits' } } : { value };
    }
  }
}

function lookUp({ code, column }: { code: string; column: string }, cells: Cells): Computed {
  const cell = cells.byCode.get(code);
  if (cell === undefined) return { fault: { reason: 'unknown-code', code } };
  const value = numberIn(cell, column);
  if (value !== null) return { value };
  return cells.columns.has(column)
    ? { fault: { reason: 'no-number', code, name: cell.name, column } }
    : { fault: { reason: 'unknown-column', column } };
}

/** What cells come to, by cell and column: expressions name the same ones again and again. */
const read = new WeakMap<Cell, Map<string, Fraction | null>>();

/** null where the cell has no value there, or while it is being typed and is no number yet: `1.`, `-`, `1,5`. */
function numberIn(cell: Cell, column: string): Fraction | null {
  const values = read.get(cell) ?? new Map<string, Fraction | null>();
  read.set(cell, values);
  const known = values.get(column);
  if (known !== undefined) return known;
  const typed = Object.hasOwn(cell.values, column) ? cell.values[column] : undefined;
  const value = typed !== undefined && DECIMAL.test(typed) ? exact(typed) : null;
  values.set(column, value);
  return value;
}
