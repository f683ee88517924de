import { compare, exact, type Fraction } from '../survey-definitions/fraction.ts';
import type { GradeBand } from '../survey-definitions/indicator-system.ts';
import type { Text } from '../survey-definitions/text.ts';

/**
 * The grade (等级) whose band holds the total: from `min` up to but not including `below`, compared
 * exactly. null where no band holds it, which a checked indicator system rules out.
 */
export function gradeOf(bands: readonly GradeBand[], total: Fraction): Text | null {
  const band = bands.find(
    ({ min, below }) =>
      (min === undefined || compare(total, exact(min)) >= 0) &&
      (below === undefined || compare(total, exact(below)) < 0),
  );
  return band?.grade ?? null;
}
