import type { Exact } from './exact.ts';
import { duplicates, type Finding, finding, type Steps } from './fault.ts';
import { asWritten, compare, exact, type Fraction, HUNDRED, sum, ZERO } from './fraction.ts';
import type { GradeBand, IndicatorSystem } from './indicator-system.ts';
import { systemTexts } from './indicator-system-texts.ts';
import { type Cut, partitionFindings } from './intervals.ts';
import { ruleFaults } from './scoring-rule.ts';
import { placeholderFindings } from './text-findings.ts';

/** What makes a well-formed indicator system unusable: codes, weights that do not close, bands, rules. */
export function indicatorSystemFaults(system: IndicatorSystem): Finding[] {
  return [
    ...duplicates(codes(system), 'duplicate-code'),
    ...weights(system),
    ...gradeBands(system.gradeBands),
    ...system.level1.flatMap((level1, a) =>
      level1.level2.flatMap((level2, b) =>
        level2.indicators.flatMap((indicator, c) =>
          ruleFaults(indicator.rule, indicator.weight, [
            ...['level1', a, 'level2', b],
            ...['indicators', c, 'rule'],
          ]),
        ),
      ),
    ),
    // No evaluation fills the texts of a system: one system is read beside many evaluations.
    ...placeholderFindings(systemTexts(system), []),
  ];
}

/** Codes are unique over all levels: a subtotal is called by its code as an indicator is. */
function codes(system: IndicatorSystem): { id: string; steps: Steps }[] {
  return system.level1.flatMap((level1, a) => [
    { id: level1.code, steps: ['level1', a, 'code'] },
    ...level1.level2.flatMap((level2, b) => [
      { id: level2.code, steps: ['level1', a, 'level2', b, 'code'] },
      ...level2.indicators.map(({ code }, c) => ({
        id: code,
        steps: ['level1', a, 'level2', b, 'indicators', c, 'code'],
      })),
    ]),
  ]);
}

function weights(system: IndicatorSystem): Finding[] {
  return [
    ...closing(system.level1, HUNDRED, ['level1'], ['level1']),
    ...system.level1.flatMap((level1, a) => [
      ...closing(
        level1.level2,
        exact(level1.weight),
        ['level1', a, 'weight'],
        ['level1', a, 'level2'],
      ),
      ...level1.level2.flatMap((level2, b) => {
        const at = ['level1', a, 'level2', b];
        const weight = exact(level2.weight);
        return closing(level2.indicators, weight, [...at, 'weight'], [...at, 'indicators']);
      }),
    ]),
  ];
}

/** Weights above 0 that add up to the weight they are parts of. */
function closing(
  parts: readonly { weight: Exact }[],
  whole: Fraction,
  at: Steps,
  partsAt: Steps,
): Finding[] {
  const values = parts.map(({ weight }) => exact(weight));
  const found = values.flatMap((value, index) =>
    compare(value, ZERO) > 0
      ? []
      : [
          finding(
            [...partsAt, index, 'weight'],
            'weight-not-positive',
            '分值须大于 0',
            'a weight is above 0',
          ),
        ],
  );
  const total = sum(values);
  if (compare(total, whole) !== 0)
    found.push(
      finding(
        at,
        'weights-do-not-close',
        `下级分值合计 ${asWritten(total)}，应为 ${asWritten(whole)}`,
        `the weights below add up to ${asWritten(total)}, not ${asWritten(whole)}`,
      ),
    );
  return found;
}

/** Every total from 0 to 100 has exactly one grade; each band begins with its `min` and ends before its `below`. */
function gradeBands(bands: readonly GradeBand[]): Finding[] {
  const cut = (bound: Exact | undefined, open: Cut): Cut =>
    bound === undefined ? open : { at: exact(bound), after: false };
  return partitionFindings(
    bands.map(({ min, below }) => ({ low: cut(min, 'lowest'), high: cut(below, 'highest') })),
    { low: { at: ZERO, after: false }, high: { at: HUNDRED, after: true } },
    ['gradeBands'],
  );
}
