import { columnIn, type Line, lineAt, placedAt } from './places.ts';
import type { Placed } from './read-json.ts';

/** Something that is wrong with a file, or doubtful, in words; before its place is looked up. */
export interface Said {
  kind: 'fault' | 'doubt';
  message: string;
  path?: string | undefined;
  /** Where it stands, where no path leads there. */
  at?: number;
}

/** The same at its place. */
export interface Finding {
  /** By which the summary leads to it: finding-1. */
  id: string;
  kind: Said['kind'];
  message: string;
  path: string | undefined;
  line: number;
  column: number;
  /** What it is about, as far as it stands on that line: offsets in the text. */
  from: number;
  to: number;
}

/** Each at its place, in the order of the file, faults before doubts where they stand at one place. */
export function findingsIn(
  lines: readonly Line[],
  root: Placed | undefined,
  said: readonly Said[],
): Finding[] {
  const placed = said.map(({ kind, message, path, at }) => {
    const value = root && path !== undefined ? placedAt(root, path) : undefined;
    const from = at ?? value?.at ?? 0;
    const line = lineAt(lines, from);
    // Of a list or an object only its bracket: all that stands in it is not meant.
    const end = value === undefined || value.inside ? from + 1 : value.end;
    const to = Math.min(end, line.at + line.text.length);
    return { kind, message, path, line: line.number, column: columnIn(line, from), from, to };
  });
  const order = { fault: 0, doubt: 1 };
  return placed
    .toSorted((a, b) => a.from - b.from || order[a.kind] - order[b.kind])
    .map((each, index) => ({ id: `finding-${index + 1}`, ...each }));
}

/** Lines that are shown, or folded away. */
export interface Stretch {
  shown: boolean;
  lines: Line[];
}

/** Lines around a finding that are shown with it. */
const AROUND = 3;
/** A gap so short is not worth folding. */
const SHORT = 4;
/** A file so short is shown as it is. */
const SHORT_FILE = 40;

/** The file as it is shown: the lines around findings, and between them what is folded away. */
export function stretchesOf(lines: readonly Line[], findings: readonly Finding[]): Stretch[] {
  const all = lines.length <= SHORT_FILE;
  const near = new Set<number>();
  for (const { line } of findings)
    for (let n = line - AROUND; n <= line + AROUND; n += 1) near.add(n);
  const stretches: Stretch[] = [];
  for (const line of lines) {
    const shown = all || near.has(line.number);
    const last = stretches.at(-1);
    if (last?.shown === shown) last.lines.push(line);
    else stretches.push({ shown, lines: [line] });
  }
  return stretches.map((stretch) =>
    stretch.lines.length <= SHORT && findings.length > 0 ? { ...stretch, shown: true } : stretch,
  );
}
