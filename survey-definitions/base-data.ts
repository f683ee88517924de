import { z } from 'zod';
import {
  type Cell,
  type CellCheck,
  DECIMAL,
  LONGEST_UNIT,
  MOST_CELLS,
  MOST_CHECKS,
} from './cells.ts';
import { isColumn, LONGEST_COLUMN, LONGEST_EXPRESSION } from './expression.ts';
import { MOST_NUMBER_DIGITS } from './expression-tokens.ts';
import { LONGEST_NAME, LONGEST_REASON } from './survey.ts';
import { filledText, Id } from './text.ts';
import { foldCaseless, foldNumber, foldTyped } from './typed-text.ts';

// Base data (基础数据) of an evaluation: amounts and numbers that inputs are computed from, as data.

const folded = <T extends z.ZodType>(fold: (text: string) => string, schema: T) =>
  z.preprocess((given) => (typeof given === 'string' ? fold(given) : given), schema);

/** An amount as it is printed, kept as text so that none passes through a float. */
export const Amount = folded(
  foldNumber,
  z
    .string()
    .regex(DECIMAL, { error: 'a decimal such as "17.79"', abort: true })
    .refine((text) => text.replace(/\D/g, '').length <= MOST_NUMBER_DIGITS, 'at most 18 digits'),
).describe('A decimal as text: "17.79"');

const Column = z
  .string()
  .refine(isColumn, `letters and digits, at most ${LONGEST_COLUMN}`)
  .describe('A year or what the report heads it with: 2019预算');

/** By column; its names are folded as they are typed, but never so that two become one. */
const byColumn = <T extends z.ZodType>(value: T) =>
  z.preprocess(
    (given) => {
      if (typeof given !== 'object' || given === null || Array.isArray(given)) return given;
      const columns = Object.keys(given).map(foldTyped);
      return new Set(columns).size < columns.length
        ? given
        : Object.fromEntries(Object.values(given).map((each, index) => [columns[index], each]));
    },
    z.record(Column, value),
  );

const Excluded = z.strictObject({
  amount: Amount.optional().describe('What was left out, where it is known'),
  reason: filledText(LONGEST_REASON),
});

const CellSchema: z.ZodType<Cell> = z.strictObject({
  code: folded(foldCaseless, Id),
  name: filledText(LONGEST_NAME),
  unit: filledText(LONGEST_UNIT).optional(),
  values: byColumn(Amount),
  excluded: byColumn(Excluded)
    .optional()
    .describe('剔除: what its values leave out, and why; a value is what remains'),
});

const CheckSchema: z.ZodType<CellCheck> = z.strictObject({
  name: filledText(LONGEST_NAME),
  left: filledText(LONGEST_EXPRESSION),
  right: filledText(LONGEST_EXPRESSION),
});

/** An evaluation's base data as it is put. */
export const BaseData = z.strictObject({
  cells: z.array(CellSchema).max(MOST_CELLS),
  checks: z.array(CheckSchema).max(MOST_CHECKS),
});
