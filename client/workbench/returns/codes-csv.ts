import type { IssuedCode } from '../api/surveys.ts';

/** The list as a file that spreadsheets open as it is: a code a row, with the link that carries it. */
export function codesCsv(codes: readonly IssuedCode[], header: readonly [string, string]): string {
  const rows = [header, ...codes.map(({ code, url }) => [code, url] as const)];
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  // The mark at the beginning tells Excel that it is UTF-8.
  return `\ufeff${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
}
