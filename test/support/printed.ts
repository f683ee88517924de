import { spawnSync } from 'node:child_process';
import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { findChromium } from './browser.ts';

export interface Paper {
  /** A4 on its side; upright without. */
  landscape?: boolean;
  /** Read the text in the order in which the page has it; without, line by line across columns. */
  inOrder?: boolean;
}

/** Whether poppler's tools, which read PDF, are there. With CI=true missing ones are an error, as a missing browser is. */
function findPoppler(): boolean {
  const found = spawnSync('pdftotext', ['-v']).error === undefined;
  if (!found && process.env['CI'] === 'true') {
    throw new Error('no pdftotext found: install poppler-utils');
  }
  return found;
}

/** A describe block that is skipped where nothing can be printed, or what was printed cannot be read. */
export const describeOnPaper = describe.skipIf(!findChromium() || !findPoppler());

/** The page on A4 as people print it: without backgrounds, as browsers do unless told otherwise. */
export async function printedPdf(page: Page, { landscape = false }: Paper = {}): Promise<Buffer> {
  return page.pdf({ format: 'A4', landscape, printBackground: false });
}

/** What can be read on each sheet, with the lines as they stand on it; whatever does not fit on the sheet is missing. */
export async function printedSheets(page: Page, paper: Paper = {}): Promise<string[]> {
  const text = read(
    'pdftotext',
    [paper.inOrder ? '-raw' : '-layout', '-enc', 'UTF-8', '-', '-'],
    await printedPdf(page, paper),
  );
  // A form feed ends every sheet.
  return text.toString('utf8').split('\f').slice(0, -1);
}

/** What can be read on all sheets. */
export async function printedText(page: Page, paper: Paper = {}): Promise<string> {
  return (await printedSheets(page, paper)).join('\n');
}

/** What can be read on all sheets in the order it was set, so that what stands in one cell stays together. */
export async function printedInOrder(page: Page, paper: Paper = {}): Promise<string> {
  const text = read(
    'pdftotext',
    ['-raw', '-enc', 'UTF-8', '-', '-'],
    await printedPdf(page, paper),
  );
  return text.toString('utf8');
}

/** How many points of each sheet are of each grey, from 0 (black) to 255 (white), at 50 points an inch. */
export async function printedGreys(page: Page, paper: Paper = {}): Promise<number[][]> {
  let rest = read('pdftoppm', ['-gray', '-r', '50', '-'], await printedPdf(page, paper));
  const sheets: number[][] = [];
  while (rest.length > 0) {
    // PGM: "P5", width and height, the largest value; then a byte a point.
    const head = /^P5\s(\d+)\s(\d+)\s255\s/.exec(rest.subarray(0, 40).toString('latin1'));
    if (!head) throw new Error('pdftoppm wrote no PGM');
    const points = rest.subarray(
      head[0].length,
      head[0].length + Number(head[1]) * Number(head[2]),
    );
    const greys = new Array<number>(256).fill(0);
    for (const grey of points) greys[grey] = (greys[grey] ?? 0) + 1;
    sheets.push(greys);
    rest = rest.subarray(head[0].length + points.length);
  }
  return sheets;
}

function read(tool: string, options: string[], pdf: Buffer): Buffer {
  const { status, stdout, stderr, error } = spawnSync(tool, options, {
    input: pdf,
    maxBuffer: 2 ** 28,
  });
  if (error || status !== 0) throw error ?? new Error(`${tool}: ${stderr.toString('utf8')}`);
  return stdout;
}
