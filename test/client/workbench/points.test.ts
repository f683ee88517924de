import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  nextPointId,
  type PointRow,
  pastedRows,
  rowsOfText,
  sumOfPlans,
  textOfRows,
  withNewRow,
} from '../../../client/workbench/planning/points.ts';

const row = (id: string, name = '', plan = ''): PointRow => ({ id, name, plan, closed: false });

describe('collection points as they are typed', () => {
  it('are kept as text and read back, whatever stands in them', () => {
    const cell = fc.string().map((text) => text.replace(/[\t\n\r]/g, ' '));
    const rows = fc.array(fc.record({ id: cell, name: cell, plan: cell, closed: fc.boolean() }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(rows, (those) => {
        expect(rowsOfText(textOfRows(those))).toEqual(those);
      }),
    );
    expect(rowsOfText(textOfRows([]))).toEqual([]);
  });

  it('are offered the first id that is not taken', () => {
    expect(nextPointId([])).toBe('p1');
    expect(nextPointId([row('p1'), row('hall'), row('p3')])).toBe('p2');
    expect(withNewRow([row('p1', '东关')])).toEqual([row('p1', '东关'), row('p2')]);
  });

  it('are told apart from a name that is pasted into its field', () => {
    expect(pastedRows('东关街道', [])).toBeUndefined();
    expect(pastedRows('  东关街道\n', [])).toBeUndefined();
    expect(pastedRows('', [])).toBeUndefined();
  });

  it.each([
    ['names alone', '东关街道\n西关街道\n', [row('p2', '东关街道'), row('p3', '西关街道')]],
    [
      'names and numbers, as a spreadsheet has them',
      '东关街道\t１，０００\r\n\r\n西关街道\t60\r\n',
      [row('p2', '东关街道', '1000'), row('p3', '西关街道', '60')],
    ],
    ['one line with its number', '东关街道\t60', [row('p2', '东关街道', '60')]],
    [
      'ids, names and numbers',
      'NORTH-hall\t北厅\t80\n南厅\t90\t备注',
      [row('north-hall', '北厅', '80'), row('p2', '南厅', '90')],
    ],
  ])('are pasted as %s', (_, text, rows) => {
    expect(pastedRows(text, [row('p1')])).toEqual(rows);
  });

  it('add up where any of them says a number', () => {
    expect(sumOfPlans([row('p1'), row('p2')])).toBeUndefined();
    expect(sumOfPlans([row('p1', '', '60'), row('p2'), row('p3', '', '１，０００')])).toBe(1060);
    expect(sumOfPlans([row('p1', '', '六十')])).toBe(0);
  });
});
