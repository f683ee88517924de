import type { Finding } from './fault.ts';
import type { IndicatorSystem } from './indicator-system.ts';
import { systemTexts } from './indicator-system-texts.ts';
import { ruleClarity } from './scoring-rule.ts';
import { alikeFindings, blankFindings, readAlone } from './text-findings.ts';

/**
 * What keeps an indicator system from saying what it seems to say: texts in which nobody sees anything, grades and cases that
 * nobody can tell apart. Faults in a new version; one that was published before stays, and is told.
 */
export function indicatorSystemClarity(system: IndicatorSystem): Finding[] {
  const { reference, gradeBands } = system;
  return [
    ...blankFindings([{ steps: ['reference'], text: reference }, ...systemTexts(system)]),
    ...alikeFindings(
      gradeBands.map(({ grade }, g) =>
        readAlone({ steps: ['gradeBands', g, 'grade'], text: grade }),
      ),
    ),
    ...system.level1.flatMap((level1, a) =>
      level1.level2.flatMap((level2, b) =>
        level2.indicators.flatMap(({ rule, target, unit }, c) => {
          const at = ['level1', a, 'level2', b, 'indicators', c];
          const plain = Object.entries({ target, unit }).flatMap(([key, text]) =>
            typeof text === 'string' ? [{ steps: [...at, key], text }] : [],
          );
          return [...blankFindings(plain), ...ruleClarity(rule, [...at, 'rule'])];
        }),
      ),
    ),
  ];
}
