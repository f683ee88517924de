import { COLUMNS, type Column } from './callers.ts';

/** What stands in a cell, and what is answered there. */
const CELLS = {
  yes: undefined,
  '403': 'not-allowed',
  'r-o': 'read-only-token',
  '404': 'unknown',
  /** Whoever calls, also nobody. */
  all: undefined,
} as const;
export type Cell = keyof typeof CELLS;

export interface Row {
  /** GET /api/surveys/:code, as the router has it. */
  route: string;
  /** In which case, where the route has several rows. */
  when: string;
  cells: Record<Column, Cell>;
}

/** Rows of a table in text: a route with the case in brackets, then a cell a column, or one for all of them. */
export function readTable(table: string): Row[] {
  const columns = Object.keys(COLUMNS) as Column[];
  const [head = '', ...lines] = table.split('\n').filter((line) => line.trim() !== '');
  if (words(head).join() !== columns.join()) throw new Error(`the table is headed by ${head}`);
  return lines.map((line) => {
    const [method = '', path = '', ...rest] = words(line);
    const [, when = ''] = /\((.*)\)/.exec(line) ?? [];
    const cells = rest.slice(when === '' ? 0 : words(when).length);
    const of = (n: number) => (cells.length === 1 ? cells[0] : cells[n]) ?? '';
    if (cells.length !== 1 && cells.length !== columns.length)
      throw new Error(`a row with ${cells.length} cells: ${line}`);
    if (!cells.every((cell) => cell in CELLS)) throw new Error(`a row with other cells: ${line}`);
    return {
      route: `${method} ${path}`,
      when,
      cells: Object.fromEntries(columns.map((column, n) => [column, of(n)])) as Row['cells'],
    };
  });
}
const words = (line: string) => line.split(/\s+/).filter((word) => word !== '' && word !== '|');
