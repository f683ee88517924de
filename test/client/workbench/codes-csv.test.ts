import { describe, expect, it } from 'vitest';
import { codesCsv } from '../../../client/workbench/survey/issued-codes.tsx';

describe('the list of access codes', () => {
  it('is a table that spreadsheets open as it is, each code with its link', () => {
    const code = '7K3F29QDABCDEFGHJKMNPQRSTV';
    const url = `https://pj.example.gov.cn/s/abcd2345?k=${code}`;
    expect(codesCsv([{ code, url }], ['访问码', '链接'])).toBe(
      `\ufeff"访问码","链接"\r\n"${code}","${url}"\r\n`,
    );
  });

  it('keeps a quotation mark within its cell', () => {
    expect(codesCsv([], ['a "code"', 'b'])).toBe('\ufeff"a ""code""","b"\r\n');
  });
});
