import type { CellStyle, CellValue, WriteSheet } from 'hucre/xlsx';

/** A column of a sheet: its head, its width in characters, and how its numbers are shown. */
export interface SheetColumn {
  head: string;
  width: number;
  format?: string;
}

const HEAD: CellStyle = {
  font: { bold: true },
  alignment: { vertical: 'center', wrapText: true },
};

/**
 * A sheet with a head row that stays in sight. A text is a text whatever it begins with: cells of values are never read as
 * formulas, so that nothing has to be put before one.
 */
export function sheetOf(
  name: string,
  columns: readonly SheetColumn[],
  rows: readonly (readonly CellValue[])[],
): WriteSheet {
  const heads = columns.map(({ head }) => head);
  return {
    name,
    columns: columns.map(({ width, format }) => ({
      width,
      style: {
        alignment: { vertical: 'top', wrapText: true },
        ...(format === undefined ? {} : { numFmt: format }),
      },
    })),
    rows: [heads, ...rows].map((row) => [...row]),
    cells: new Map(heads.map((_, column) => [`0,${column}`, { style: HEAD }])),
    freezePane: { rows: 1 },
  };
}
