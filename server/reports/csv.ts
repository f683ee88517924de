/**
 * Rows as CSV (RFC 4180) that spreadsheets open as they are: with a byte order mark, so that Chinese is read as
 * UTF-8, and nothing that would run as a formula.
 */
export function toCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

/**
 * What spreadsheets take for the beginning of a formula: also in full width or small, and behind what nobody sees, since some
 * strip that first. A cell that begins with a break or a tab is cut there by others, and goes on with what follows.
 */
const FORMULA = /^(?:[\t\r\n]|[\s\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠﹦﹢﹣﹫−])/;

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
