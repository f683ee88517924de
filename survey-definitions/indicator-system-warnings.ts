import type { Finding } from './fault.ts';
import type { IndicatorSystem } from './indicator-system.ts';
import { systemTexts } from './indicator-system-texts.ts';
import { ruleWarnings } from './scoring-rule.ts';
import { languageFindings } from './text-findings.ts';

/** Faults of design that published indicator systems have: they are told, and refuse nothing. */
export function indicatorSystemWarnings(system: IndicatorSystem): Finding[] {
  return [
    ...system.level1.flatMap((level1, a) =>
      level1.level2.flatMap((level2, b) =>
        level2.indicators.flatMap((indicator, c) =>
          ruleWarnings(indicator.rule, indicator, [
            ...['level1', a, 'level2', b],
            ...['indicators', c, 'rule'],
          ]),
        ),
      ),
    ),
    ...languageFindings(systemTexts(system)),
  ];
}
