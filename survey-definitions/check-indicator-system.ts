import { checkDefinition, type Looks } from './check-definition.ts';
import type { Checked, Standing } from './fault.ts';
import { IndicatorSystem } from './indicator-system.ts';
import { indicatorSystemClarity } from './indicator-system-clarity.ts';
import { indicatorSystemFaults } from './indicator-system-faults.ts';
import { indicatorSystemSize } from './indicator-system-size.ts';
import { indicatorSystemWarnings } from './indicator-system-warnings.ts';
import type { Language } from './text.ts';

const LOOKS: Looks<IndicatorSystem> = {
  schema: IndicatorSystem,
  size: indicatorSystemSize,
  faults: indicatorSystemFaults,
  clarity: indicatorSystemClarity,
  warnings: indicatorSystemWarnings,
};

/**
 * Whether the input (parsed JSON) is a usable indicator system. Faults refuse it: a wrong shape, codes used
 * twice, weights that do not close exactly, bands with a gap or an overlap, rules that cannot score.
 * Warnings are doubts about its design. Each has its JSON path, a stable code, and a message in the given
 * language. What cannot be meant so refuses a new version, and is only told of one that was published before.
 * Throws nothing.
 */
export function checkIndicatorSystem(
  input: unknown,
  language: Language = 'zh-CN',
  standing: Standing = 'new',
): Checked<IndicatorSystem> {
  return checkDefinition(LOOKS, input, language, standing);
}
