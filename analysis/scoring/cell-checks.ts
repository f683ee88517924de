import type { CellCheck } from '../../survey-definitions/cells.ts';
import { readExpression } from '../../survey-definitions/expression.ts';
import { type Fraction, subtract } from '../../survey-definitions/fraction.ts';
import type { Language } from '../../survey-definitions/text.ts';
import { type Cells, type Computed, compute } from './cells.ts';
import { computeFaultWords } from './expression-words.ts';

/** A check between cells that does not hold, or that nobody can hold anything against yet. */
export interface FailingCheck {
  name: string;
  /** null where the side cannot be computed. */
  left: Fraction | null;
  right: Fraction | null;
  /** Left less right, never 0. */
  difference: Fraction | null;
  /** Why it cannot be computed, in both languages; null where it can. */
  because: Record<Language, string> | null;
}

/** The checks that do not hold, exactly: a difference of a cent is one. In the order in which they are written. */
export function failingChecks(checks: readonly CellCheck[], cells: Cells): FailingCheck[] {
  return checks.flatMap(({ name, left, right }) => {
    const [a, b] = [sideOf(left, cells), sideOf(right, cells)];
    const because = a.because ?? b.because;
    const difference = a.value && b.value ? subtract(a.value, b.value) : null;
    if (because === null && difference?.n === 0n) return [];
    return [{ name, left: a.value, right: b.value, difference, because }];
  });
}

function sideOf(
  text: string,
  cells: Cells,
): { value: Fraction | null; because: Record<Language, string> | null } {
  const { expression, fault } = readExpression(text);
  if (fault) return { value: null, because: fault.words };
  const computed: Computed = compute(expression, cells);
  return computed.fault
    ? { value: null, because: computeFaultWords(computed.fault) }
    : { value: computed.value, because: null };
}
