import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  baseDataOf,
  blankLine,
  columnFaults,
  pathsOf,
  type Sheet,
  sheetIn,
  sheetOf,
  withBlock,
  withColumn,
  withoutColumn,
} from '../../../client/workbench/base-data/sheet.ts';
import { BASE_DATA } from '../../../server/example/shuozhou-2019-base-data.ts';

const empty = (): Sheet => sheetOf({ cells: [], checks: [] }, '2026');

describe('base data as it is typed', () => {
  it('is put as it was stored where nothing was typed', () => {
    expect(baseDataOf(sheetOf(BASE_DATA, '2019'))).toEqual(BASE_DATA);
  });

  it('begins with the evaluation’s year, and says nothing of what is blank', () => {
    const sheet = { ...empty(), lines: [blankLine(1), { ...blankLine(1), values: [' '] }] };
    expect(sheet.columns).toEqual(['2026']);
    expect(baseDataOf({ ...sheet, checks: [{ name: ' ', left: '', right: '' }] })).toEqual({
      cells: [],
      checks: [],
    });
  });

  it('is read from a draft, and not from one that was kept in another form', () => {
    const sheet = sheetOf(BASE_DATA, '2019');
    expect(sheetIn(JSON.stringify(sheet))).toEqual(sheet);
    for (const text of ['', 'null', '{}', '{"columns":[],"lines":[{}],"checks":[]}'])
      expect(sheetIn(text)).toBeUndefined();
  });

  it('keeps its own order of lines and finds the server’s among them', () => {
    const sheet = {
      ...empty(),
      lines: [blankLine(1), { ...blankLine(1), code: 'a', values: ['１，５００'] }],
    };
    expect(baseDataOf(sheet).cells).toEqual([{ code: 'a', name: '', values: { '2026': '1500' } }]);
    const paths = pathsOf(sheet);
    expect(paths.line(0, 'code')).toBeUndefined();
    expect(paths.line(1, 'values', '2026')).toBe("$.cells[0].values['2026']");
  });

  it('takes a block of a spreadsheet, and grows where it must', () => {
    const block = '编制数\tposts\t人\t71\t72\r\n在职\tstaff\t人\t88\t\r\n';
    const sheet = withBlock(empty(), block, 0, 0);
    expect(sheet.columns).toEqual(['2026', '']);
    expect(columnFaults(sheet)).toEqual(new Map([[1, 'blank']]));
    const named = { ...sheet, columns: ['2026', '２０２５ 预算'] };
    expect(columnFaults(named).size).toBe(0);
    expect(baseDataOf(named).cells).toEqual([
      { code: 'posts', name: '编制数', unit: '人', values: { '2026': '71', '2025预算': '72' } },
      { code: 'staff', name: '在职', unit: '人', values: { '2026': '88' } },
    ]);
  });

  it('says what is wrong with a column where the server could not', () => {
    const lines = [{ ...blankLine(3), values: ['1', '2', ''] }];
    const faults = columnFaults({ columns: ['2019', '２０１９', '(预算)'], lines, checks: [] });
    expect([...faults]).toEqual([
      [1, 'twice'],
      [2, 'not-a-column'],
    ]);
  });

  it('loses nothing else where a column comes and goes', () => {
    const sheet = sheetOf(BASE_DATA, '2019');
    fc.assert(
      fc.property(fc.constantFrom('', '2020', '2021预算'), (name) => {
        const wider = withColumn(sheet, name);
        expect(withoutColumn(wider, wider.columns.length - 1)).toEqual(sheet);
      }),
    );
  });
});
