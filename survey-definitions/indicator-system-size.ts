import {
  countFindings,
  listFindings,
  MOST_INDICATORS,
  MOST_RULE_ENTRIES,
  numberFindings,
  type PlacedNumber,
} from './definition-size.ts';
import type { Finding, Steps } from './fault.ts';
import type { IndicatorSystem } from './indicator-system.ts';
import { ruleNumbers } from './rule-numbers.ts';

/** What makes an indicator system too large to be checked, shown and scored in one go. */
export function indicatorSystemSize(system: IndicatorSystem): Finding[] {
  const indicators = placedIndicators(system);
  const entries = indicators.flatMap(({ indicator: { rule } }) =>
    Object.values(rule).flatMap((part: unknown) => (Array.isArray(part) ? part : [])),
  );
  return [
    ...countFindings(indicators.length, MOST_INDICATORS, ['level1'], ['个指标', 'indicators']),
    ...countFindings(
      entries.length,
      MOST_RULE_ENTRIES,
      ['level1'],
      ['项评分标准的条目', 'entries of scoring rules'],
    ),
    ...listFindings(system, (steps) => steps.at(-1) === 'indicators'),
    ...numberFindings(numbersOf(system)),
  ];
}

function placedIndicators(system: IndicatorSystem) {
  return system.level1.flatMap((level1, a) =>
    level1.level2.flatMap((level2, b) =>
      level2.indicators.map((indicator, c) => ({
        indicator,
        steps: ['level1', a, 'level2', b, 'indicators', c] as Steps,
      })),
    ),
  );
}

/** Every number that is calculated with, in the order of the definition. */
function* numbersOf(system: IndicatorSystem): Generator<PlacedNumber> {
  for (const [g, { min, below }] of system.gradeBands.entries()) {
    if (min !== undefined) yield { steps: ['gradeBands', g, 'min'], value: min };
    if (below !== undefined) yield { steps: ['gradeBands', g, 'below'], value: below };
  }
  for (const [a, level1] of system.level1.entries()) {
    yield { steps: ['level1', a, 'weight'], value: level1.weight };
    for (const [b, { weight }] of level1.level2.entries())
      yield { steps: ['level1', a, 'level2', b, 'weight'], value: weight };
  }
  for (const { indicator, steps } of placedIndicators(system)) {
    yield { steps: [...steps, 'weight'], value: indicator.weight };
    yield* ruleNumbers(indicator.rule, [...steps, 'rule']);
  }
}
