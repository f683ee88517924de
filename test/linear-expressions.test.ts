import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { analyse } from 'scslre';
import { describe, expect, it } from 'vitest';
import { expressionsOf, type Literal } from './support/expressions.ts';

const ROOMS = ['survey-definitions', 'analysis', 'server', 'client'];
const sources = (
  await Promise.all(
    ROOMS.map(async (room) =>
      (
        await readdir(room, { recursive: true })
      )
        .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
        .map((name) => join(room, name)),
    ),
  )
).flat();

/** Whether some text takes it more than linear time, by backtracking or by trying again at every character. */
const isSlow = (literal: Literal) => analyse(literal).reports.length > 0;

const found = await Promise.all(
  sources.map(async (file) => ({ file, ...(await expressionsOf(file)) })),
);

describe('regular expressions', () => {
  it('take linear time, every one of them, whatever text they meet', () => {
    const slow = found.flatMap(({ file, literals }) =>
      literals.filter(isSlow).map(({ source, flags }) => `${file}: /${source}/${flags}`),
    );
    expect(slow).toEqual([]);
    expect(found.flatMap(({ literals }) => literals).length).toBeGreaterThan(80);
  });

  it('are never made of texts: a definition, a header or a setting could hold a slow one', () => {
    const made = found.filter(({ madeOfTexts }) => madeOfTexts);
    expect(made.map(({ file }) => file)).toEqual([]);
  });

  it.each([/\s*;.*$/, /(a+)+$/, /\d*\d*x/, /\/+$/, /(?:a|a)*b/])('such as %s are found', (slow) => {
    expect(isSlow(slow)).toBe(true);
  });
});
