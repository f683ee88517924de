import { type BaseData, type Cell, columnsOf, MOST_COLUMNS } from './cells.ts';
import { cellsNamed, readExpression } from './expression.ts';
import { duplicates, type Finding, finding, type Steps } from './fault.ts';
import type { Language } from './text.ts';

/** What keeps well-formed base data from being used: codes and names twice, what is left out of nothing, checks of nothing. */
export function baseDataFaults({ cells, checks }: BaseData): Finding[] {
  const columns = columnsOf(cells);
  const known = namesOf(cells, columns);
  return [
    ...duplicates(
      cells.map(({ code }, c) => ({ id: code, steps: ['cells', c, 'code'] })),
      'duplicate-code',
    ),
    ...cells.flatMap((cell, c) => leftOutOfNothing(cell, ['cells', c])),
    ...tooManyColumns(cells, columns),
    ...duplicates(checks.map(({ name }, k) => ({ id: name, steps: ['checks', k, 'name'] }))),
    ...checks.flatMap(({ left, right }, k) => [
      ...expressionFaults(left, known, ['checks', k, 'left']),
      ...expressionFaults(right, known, ['checks', k, 'right']),
    ]),
  ];
}

const leftOutOfNothing = ({ values, excluded = {} }: Cell, at: Steps): Finding[] =>
  Object.keys(excluded)
    .filter((column) => !Object.hasOwn(values, column))
    .map((column) =>
      finding(
        [...at, 'excluded', column],
        'excluded-without-value',
        `“${column}”没有数值，无从剔除`,
        `there is no value for “${column}” that anything could be left out of`,
      ),
    );

/** At the first cell that has one more column than there may be. */
function tooManyColumns(cells: readonly Cell[], columns: readonly string[]): Finding[] {
  const extra = columns[MOST_COLUMNS];
  if (extra === undefined) return [];
  const c = cells.findIndex(({ values }) => Object.hasOwn(values, extra));
  return [
    finding(
      ['cells', c, 'values', extra],
      'too-many',
      `至多 ${MOST_COLUMNS} 列`,
      `at most ${MOST_COLUMNS} columns`,
    ),
  ];
}

/** Codes and columns that an expression can name. */
interface Names {
  codes: ReadonlySet<string>;
  columns: ReadonlySet<string>;
}
const namesOf = (cells: readonly Cell[], columns: readonly string[]): Names => ({
  codes: new Set(cells.map(({ code }) => code)),
  columns: new Set(columns),
});

/** What is wrong with an expression: that it cannot be read, or names what is not there. */
function expressionFaults(text: string, { codes, columns }: Names, at: Steps): Finding[] {
  const { expression, fault } = readExpression(text);
  if (fault) return [{ steps: at, code: fault.code, words: fault.words }];
  const unknown = cellsNamed(expression).find(
    ({ code, column }) => !codes.has(code) || !columns.has(column),
  );
  if (unknown === undefined) return [];
  const { code, column } = unknown;
  const words = codes.has(code) ? noSuchColumn(column) : noSuchCode(code);
  return [{ steps: at, code: 'unknown-cell', words }];
}

/** Said of a code that no cell has. */
export const noSuchCode = (code: string): Record<Language, string> => ({
  'zh-CN': `基础数据中没有编码为“${code}”的一项`,
  en: `the base data has no cell with the code “${code}”`,
});
/** Said of a column that no cell has a value in. */
export const noSuchColumn = (column: string): Record<Language, string> => ({
  'zh-CN': `基础数据没有“${column}”这一列`,
  en: `the base data has no column “${column}”`,
});
