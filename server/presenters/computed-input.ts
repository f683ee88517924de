import { z } from '@hono/zod-openapi';
import type { Cells } from '../../analysis/scoring/cells.ts';
import type { ComputedInput } from '../../analysis/scoring/computed-inputs.ts';
import { inNames, inNumbers } from '../../analysis/scoring/expression-words.ts';
import { cellsNamed, readExpression } from '../../survey-definitions/expression.ts';
import { asWritten } from '../../survey-definitions/fraction.ts';
import type { Language } from '../../survey-definitions/text.ts';
import { presentComputed } from './calculated.ts';
import { CalculatedOrNull } from './schemas.ts';

const text = z.string();

/** An input that is an expression over base data, with the cells it goes by. */
export const ComputedInputSchema = z.object({
  input: z.array(text).describe('Its place in the inputs: ["value"], ["credit", "①"]'),
  expression: text,
  value: CalculatedOrNull.describe('What it comes to; null where it has no value'),
  exact: text.nullable().describe('The same in full: "18.6", "166050/1409"'),
  because: text.nullable().describe('Why it has no value; null where it has one'),
  names: text.nullable().describe('The expression with the names of its cells'),
  numbers: text.nullable().describe('The same with their numbers: (17.79 − 15) ÷ 15 × 100 = 18.6'),
  cells: z.array(
    z.object({
      code: text,
      column: text,
      name: text.nullable().describe('null where the base data has no such cell'),
      value: text.nullable(),
      unit: text.nullable(),
      excluded: z.object({ amount: text.nullable(), reason: text }).nullable(),
    }),
  ),
});

export function presentComputedInput(
  { place, expression: typed, result, fault }: ComputedInput,
  cells: Cells,
  language: Language,
): z.infer<typeof ComputedInputSchema> {
  const { expression } = readExpression(typed);
  return {
    input: place.slice(),
    expression: typed,
    value: result && presentComputed(result),
    exact: result && asWritten(result),
    because: fault === null ? null : fault.words[language],
    names: expression ? inNames(expression, cells) : null,
    numbers: expression ? inNumbers(expression, cells) : null,
    cells: expression ? cellsNamed(expression).map((named) => presentNamed(named, cells)) : [],
  };
}

function presentNamed({ code, column }: { code: string; column: string }, { byCode }: Cells) {
  const cell = byCode.get(code);
  const own = <T>(by: Record<string, T> | undefined) =>
    by !== undefined && Object.hasOwn(by, column) ? by[column] : undefined;
  const excluded = own(cell?.excluded);
  return {
    code,
    column,
    name: cell?.name ?? null,
    value: own(cell?.values) ?? null,
    unit: cell?.unit ?? null,
    excluded: excluded ? { amount: excluded.amount ?? null, reason: excluded.reason } : null,
  };
}
