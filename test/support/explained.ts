import { expect, it } from 'vitest';
import type { RuleOutcome } from '../../analysis/scoring/outcome.ts';
import { inChinese, inEnglish } from './rules.ts';

type Row = [outcome: RuleOutcome, line: string];

const read = (language: (outcome: RuleOutcome) => string, rows: readonly Row[]) =>
  it.each(rows.map(([outcome, line]) => ({ outcome, line })))('$line', ({ outcome, line }) => {
    expect(language(outcome)).toBe(line);
  });

/** Each outcome reads, in zh-CN, as the line that stands beside it. */
export const reads = (...rows: readonly Row[]) => read(inChinese, rows);
/** The same in English. */
export const readsInEnglish = (...rows: readonly Row[]) => read(inEnglish, rows);
