import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../server/reports/csv.ts';

describe('a CSV file', () => {
  it('opens in a spreadsheet as UTF-8, a line a row', () => {
    expect(
      toCsv([
        ['item', '满意度'],
        ['air', 86.57],
      ]),
    ).toBe('\uFEFFitem,满意度\r\nair,86.57\r\n');
  });

  it('quotes what would end a cell or a row', () => {
    expect(toCsv([['a,b', 'say "no"', 'two\nlines', null]])).toBe(
      '\uFEFF"a,b","say ""no""","two\nlines",\r\n',
    );
  });

  it.each([
    ...['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '\r\n=1', '\nplain'],
    ...['＝1+1', '＋1', '－1', '＠SUM(A1)', '﹦1', '−1'],
    ...[' =1', '\u3000＝1', '\u200b=1', '\ufeff+1', '\u00a0@A1'],
  ])('never runs %j as a formula', (text) => {
    expect(toCsv([[text]])).toMatch(/^\uFEFF"?'/);
  });

  it.each(['满意', 'a=1', '1-2', '（=）', ' 满意', ''])('leaves %j as it is', (text) => {
    expect(toCsv([[text]])).toBe(`\uFEFF${text}\r\n`);
  });

  it('leaves numbers alone, below zero too', () => {
    expect(toCsv([[-0.95]])).toBe('\uFEFF-0.95\r\n');
  });
});
