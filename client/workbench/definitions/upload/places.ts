import type { Placed } from './read-json.ts';

const STEP = /\.([A-Za-z_]\w*)|\[(\d+)\]|\['((?:[^'\\]|\\.)*)'\]/gs;

/** The steps of a JSON path as `jsonPath()` writes it: `$.sections[1].title['zh-CN']`. */
export function stepsOf(path: string): (string | number)[] {
  return [...path.matchAll(STEP)].map(([, name, index, quoted]) => {
    if (name !== undefined) return name;
    if (index !== undefined) return Number(index);
    const escaped = (quoted ?? '').replace(/\\.|"/gs, (sign) =>
      sign === "\\'" ? "'" : sign === '"' ? '\\"' : sign,
    );
    return JSON.parse(`"${escaped}"`);
  });
}

/** The value that a path leads to; where there is none, as of a key that is missing, the innermost around it. */
export function placedAt(root: Placed, path: string): Placed & { exactly: boolean } {
  let here = root;
  for (const step of stepsOf(path)) {
    const next = here.inside?.get(step);
    if (next === undefined) return { ...here, exactly: false };
    here = next;
  }
  return { ...here, exactly: true };
}

export interface Line {
  /** Counted from 1. */
  number: number;
  /** Offset of its first character. */
  at: number;
  text: string;
}

/** The lines of a text as editors count them, whatever ends them. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let at = 0;
  for (const end of text.matchAll(/\r\n|\n|\r|$/g)) {
    lines.push({ number: lines.length + 1, at, text: text.slice(at, end.index) });
    at = end.index + end[0].length;
  }
  // A text that ends with the end of a line has no line behind it.
  if (lines.length > 1 && lines.at(-1)?.text === '') lines.pop();
  return lines;
}

/** The line an offset lies in. */
export function lineAt(lines: readonly Line[], at: number): Line {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lines[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return lines[low] ?? { number: 1, at: 0, text: '' };
}

/** In which column of its line an offset lies: characters as people count them, from 1. */
export function columnIn(line: Line, at: number): number {
  return [...line.text.slice(0, at - line.at)].length + 1;
}
