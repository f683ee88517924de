import { z } from '@hono/zod-openapi';
import { type FailingCheck, failingChecks } from '../../analysis/scoring/cell-checks.ts';
import { cellsOf } from '../../analysis/scoring/cells.ts';
import type { Cell } from '../../survey-definitions/cells.ts';
import type { Language } from '../../survey-definitions/text.ts';
import { textFor } from '../evaluations/placeholders.ts';
import type { BaseDataMoves } from '../scoring/base-data-change.ts';
import type { ScoredEvaluation } from '../scoring/current.ts';
import type { StoredBaseData } from '../store/base-data.ts';
import { presentComputed, presentNumberOrNull } from './calculated.ts';
import { CalculatedOrNull } from './schemas.ts';

const text = z.string();
const Amounts = z.record(text, text);
const Total = z.object({ total: CalculatedOrNull, grade: text.nullable(), complete: z.boolean() });

/** Base data of an evaluation, as GET and PUT answer it. */
export const BaseDataSchema = z
  .object({
    cells: z.array(
      z.object({
        code: text,
        name: text,
        unit: text.optional(),
        values: Amounts.describe('By column, decimals as text'),
        excluded: z
          .record(text, z.object({ amount: text.optional(), reason: text }))
          .optional()
          .describe('剔除: what the values leave out, and why'),
      }),
    ),
    checks: z.array(z.object({ name: text, left: text, right: text })),
    failing: z
      .array(
        z.object({
          name: text,
          left: CalculatedOrNull,
          right: CalculatedOrNull,
          difference: CalculatedOrNull.describe('Left less right'),
          because: text.nullable().describe('Why it cannot be computed; null where it can'),
        }),
      )
      .describe('The checks that do not hold, or cannot be computed'),
    updatedAt: text.nullable(),
    updatedBy: text.nullable(),
    moves: z
      .array(z.object({ code: text, before: CalculatedOrNull, after: CalculatedOrNull }))
      .optional()
      .describe('With `dryRun`: the indicators whose score would be another'),
    before: Total.optional().describe('With `dryRun`: the table as it stands'),
    after: Total.optional().describe('With `dryRun`: the table as it would be'),
  })
  .openapi('BaseData');

export function presentBaseData(
  data: StoredBaseData,
  language: Language,
): z.infer<typeof BaseDataSchema> {
  return {
    cells: data.cells.map(presentCell),
    checks: data.checks.map(({ name, left, right }) => ({ name, left, right })),
    failing: failingChecks(data.checks, cellsOf(data)).map((check) =>
      presentCheck(check, language),
    ),
    updatedAt: data.updatedAt,
    updatedBy: data.updatedBy,
  };
}

/** Base data that nobody stored yet, with what it would move. */
export function presentDryRun(
  data: StoredBaseData,
  { moves, before, after }: BaseDataMoves,
  { evaluation, system }: ScoredEvaluation,
  language: Language,
): z.infer<typeof BaseDataSchema> {
  const say = textFor(evaluation, language);
  const decimals = system.scoreDecimals;
  const total = (scored: BaseDataMoves['before']) => ({
    total: presentNumberOrNull(scored.total, decimals),
    grade: scored.grade && say(scored.grade),
    complete: scored.complete,
  });
  const { cells, checks, failing, updatedAt, updatedBy } = presentBaseData(data, language);
  return {
    cells,
    checks,
    failing,
    updatedAt,
    updatedBy,
    moves: moves.map((move) => ({
      code: move.code,
      before: presentNumberOrNull(move.before, decimals),
      after: presentNumberOrNull(move.after, decimals),
    })),
    before: total(before),
    after: total(after),
  };
}

const presentCell = ({ code, name, unit, values, excluded }: Cell) => ({
  code,
  name,
  unit,
  values,
  excluded:
    excluded &&
    Object.fromEntries(
      Object.entries(excluded).map(([column, { amount, reason }]) => [column, { amount, reason }]),
    ),
});

const presentCheck = (check: FailingCheck, language: Language) => ({
  name: check.name,
  left: check.left && presentComputed(check.left),
  right: check.right && presentComputed(check.right),
  difference: check.difference && presentComputed(check.difference),
  because: check.because === null ? null : check.because[language],
});
