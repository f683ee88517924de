import { type BaseData, type Cell, columnsOf } from '../../../survey-definitions/cells.ts';
import { isColumn } from '../../../survey-definitions/expression.ts';
import { jsonPath } from '../../../survey-definitions/fault.ts';
import { foldNumber, foldTyped } from '../../../survey-definitions/typed-text.ts';
import { isBlankText } from '../../../survey-definitions/unseen.ts';

/** What a value leaves out, as it is typed; both empty where nothing is left out. */
export interface LeftOut {
  amount: string;
  reason: string;
}
/** A cell as it is typed: its values stand in the order of the sheet's columns. */
export interface Line {
  code: string;
  name: string;
  unit: string;
  values: string[];
  excluded: LeftOut[];
}
export interface CheckLine {
  name: string;
  left: string;
  right: string;
}
/** Base data as it is being typed: lines and columns may still be blank, and names not yet settled. */
export interface Sheet {
  columns: string[];
  lines: Line[];
  checks: CheckLine[];
}

/** The fields of a line before its values, in the order in which the table has them. */
export const LINE_FIELDS = ['name', 'code', 'unit'] as const;

export function sheetOf({ cells, checks }: BaseData, firstColumn: string): Sheet {
  const columns = columnsOf(cells);
  return {
    columns: columns.length === 0 ? [firstColumn] : columns,
    lines: cells.map((cell) => lineOf(cell, columns)),
    checks: checks.map(({ name, left, right }) => ({ name, left, right })),
  };
}

/** The sheet that a draft was kept as; undefined where it was kept in another form, by a workbench of another time. */
export function sheetIn(text: string): Sheet | undefined {
  try {
    const { columns, lines, checks } = JSON.parse(text) as Partial<Sheet>;
    const isSheet =
      Array.isArray(columns) &&
      Array.isArray(checks) &&
      Array.isArray(lines) &&
      lines.every(({ values, excluded }) => Array.isArray(values) && Array.isArray(excluded));
    return isSheet ? { columns, lines, checks } : undefined;
  } catch {
    return undefined;
  }
}

const lineOf = (cell: Cell, columns: readonly string[]): Line => ({
  code: cell.code,
  name: cell.name,
  unit: cell.unit ?? '',
  values: columns.map((column) => cell.values[column] ?? ''),
  excluded: columns.map((column) => ({
    amount: cell.excluded?.[column]?.amount ?? '',
    reason: cell.excluded?.[column]?.reason ?? '',
  })),
});

export const blankLine = (columns: number, code = ''): Line => ({
  code,
  name: '',
  unit: '',
  values: Array<string>(columns).fill(''),
  excluded: Array.from({ length: columns }, () => ({ amount: '', reason: '' })),
});

/** Whether a line says nothing: it is left out where the sheet is saved. */
export const isBlankLine = (line: Line): boolean =>
  [line.code, line.name, line.unit, ...line.values].every(isBlankText);
const isBlankCheck = (check: CheckLine) => [check.name, check.left, check.right].every(isBlankText);

/** What is wrong with the columns of a sheet, by their place; what the server could not say beside them. */
export function columnFaults(sheet: Sheet): Map<number, 'blank' | 'not-a-column' | 'twice'> {
  const names = sheet.columns.map(foldTyped);
  const faults = new Map<number, 'blank' | 'not-a-column' | 'twice'>();
  for (const [place, name] of names.entries()) {
    if (name === '') {
      if (sheet.lines.some(({ values }) => !isBlankText(values[place] ?? '')))
        faults.set(place, 'blank');
    } else if (!isColumn(name)) faults.set(place, 'not-a-column');
    else if (names.indexOf(name) < place) faults.set(place, 'twice');
  }
  return faults;
}

/** The sheet as it is put; blank lines, checks, columns and values are left out. */
export function baseDataOf(sheet: Sheet): BaseData {
  const columns = sheet.columns.map(foldTyped);
  return {
    cells: sheet.lines.filter((line) => !isBlankLine(line)).map((line) => cellOf(line, columns)),
    checks: sheet.checks.filter((check) => !isBlankCheck(check)),
  };
}

function cellOf({ code, name, unit, values, excluded }: Line, columns: readonly string[]): Cell {
  const given = columns.flatMap((column, place) => {
    const value = values[place] ?? '';
    return column === '' || isBlankText(value) ? [] : [[column, foldNumber(value)] as const];
  });
  const leftOut = columns.flatMap((column, place) => {
    const { amount = '', reason = '' } = excluded[place] ?? {};
    if (column === '' || (isBlankText(amount) && isBlankText(reason))) return [];
    const said = { ...(isBlankText(amount) ? {} : { amount: foldNumber(amount) }), reason };
    return [[column, said] as const];
  });
  return {
    code,
    name,
    ...(isBlankText(unit) ? {} : { unit }),
    values: Object.fromEntries(given),
    ...(leftOut.length === 0 ? {} : { excluded: Object.fromEntries(leftOut) }),
  };
}

/** Where the server finds a line or a check of the sheet, as the beginning of a JSON path; undefined where it is left out. */
export function pathsOf(sheet: Sheet) {
  const placed = <T>(all: readonly T[], isBlank: (each: T) => boolean) => {
    let next = 0;
    return all.map((each) => (isBlank(each) ? undefined : next++));
  };
  const cells = placed(sheet.lines, isBlankLine);
  const checks = placed(sheet.checks, isBlankCheck);
  const at = (list: 'cells' | 'checks', place: number | undefined, steps: readonly string[]) =>
    place === undefined ? undefined : jsonPath([list, place, ...steps]);
  return {
    line: (line: number, ...steps: string[]) => at('cells', cells[line], steps),
    check: (check: number, ...steps: string[]) => at('checks', checks[check], steps),
  };
}

/** The sheet with a block of a spreadsheet put in, its first cell at this line and field; it grows where it must. */
export function withBlock(sheet: Sheet, text: string, line: number, field: number): Sheet {
  const block = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .map((row) => row.split('\t'));
  const before = LINE_FIELDS.length;
  const widest = Math.max(...block.map((row) => row.length));
  const missing = Math.max(0, field + widest - before - sheet.columns.length);
  const columns = [...sheet.columns, ...Array<string>(missing).fill('')];
  const lines = sheet.lines.map((each) => widened(each, columns.length));
  while (lines.length < line + block.length) lines.push(blankLine(columns.length));
  for (const [r, row] of block.entries())
    for (const [f, typed] of row.entries())
      lines[line + r] = withField(lines[line + r] ?? blankLine(columns.length), field + f, typed);
  return { ...sheet, columns, lines };
}

const widened = (line: Line, columns: number): Line => ({
  ...line,
  values: [...line.values, ...Array<string>(columns).fill('')].slice(0, columns),
  excluded: [...line.excluded, ...blankLine(columns).excluded].slice(0, columns),
});

/** A line with something else in its field: its name, code, unit, or a value. */
export function withField(line: Line, field: number, typed: string): Line {
  const key = LINE_FIELDS[field];
  if (key !== undefined) return { ...line, [key]: typed };
  return { ...line, values: line.values.with(field - LINE_FIELDS.length, typed) };
}

export const fieldOf = (line: Line, field: number): string => {
  const key = LINE_FIELDS[field];
  return key === undefined ? (line.values[field - LINE_FIELDS.length] ?? '') : line[key];
};

export const withColumn = (sheet: Sheet, name: string): Sheet => ({
  ...sheet,
  columns: [...sheet.columns, name],
  lines: sheet.lines.map((line) => widened(line, sheet.columns.length + 1)),
});

export const withoutColumn = (sheet: Sheet, place: number): Sheet => ({
  ...sheet,
  columns: sheet.columns.toSpliced(place, 1),
  lines: sheet.lines.map((line) => ({
    ...line,
    values: line.values.toSpliced(place, 1),
    excluded: line.excluded.toSpliced(place, 1),
  })),
});
