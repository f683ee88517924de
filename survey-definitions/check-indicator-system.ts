import { type Checked, faultsIn } from './fault.ts';
import { IndicatorSystem } from './indicator-system.ts';
import { indicatorSystemFaults } from './indicator-system-faults.ts';
import { indicatorSystemWarnings } from './indicator-system-warnings.ts';
import { shapeFindings } from './shape-findings.ts';
import type { Language } from './text.ts';

/**
 * Whether the input (parsed JSON) is a usable indicator system. Faults refuse it: a wrong shape, codes used
 * twice, weights that do not close exactly, bands with a gap or an overlap, rules that cannot score.
 * Warnings are doubts about its design. Each has its JSON path, a stable code, and a message in the given
 * language. Throws nothing.
 */
export function checkIndicatorSystem(
  input: unknown,
  language: Language = 'zh-CN',
): Checked<IndicatorSystem> {
  const parsed = IndicatorSystem.safeParse(input);
  if (!parsed.success)
    return {
      ok: false,
      faults: faultsIn(shapeFindings(parsed.error, input), language),
      warnings: [],
    };
  const faults = faultsIn(indicatorSystemFaults(parsed.data), language);
  const warnings = faultsIn(indicatorSystemWarnings(parsed.data), language);
  return faults.length > 0
    ? { ok: false, faults, warnings }
    : { ok: true, value: parsed.data, warnings };
}
