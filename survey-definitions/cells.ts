// Base data (基础数据) as screens read it too: without Zod.

/** A value as it is written: a decimal, and nothing that would have to be read. */
export const DECIMAL = /^-?\d+(\.\d+)?$/;

/** One amount or number of a department, by column: a year, or what the report heads it with. Numbers are decimals as text. */
export interface Cell {
  code: string;
  name: string;
  unit?: string | undefined;
  values: Record<string, string>;
  /** 剔除: what a value leaves out, and why; the value is what remains. */
  excluded?: Record<string, { amount?: string | undefined; reason: string }> | undefined;
}

/** Two expressions that must come to the same: a total and its parts, one year's opening and the last one's closing. */
export interface CellCheck {
  name: string;
  left: string;
  right: string;
}

export interface BaseData {
  cells: Cell[];
  checks: CellCheck[];
}

export const NO_BASE_DATA: BaseData = { cells: [], checks: [] };

export const MOST_CELLS = 300;
export const MOST_COLUMNS = 20;
export const MOST_CHECKS = 100;
export const LONGEST_UNIT = 20;

/** The columns that any cell has a value in, in the order in which they first stand there. */
export function columnsOf(cells: readonly Pick<Cell, 'values'>[]): string[] {
  return [...new Set(cells.flatMap(({ values }) => Object.keys(values)))];
}
