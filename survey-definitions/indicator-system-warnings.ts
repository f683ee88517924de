import { type Finding, finding, type Steps } from './fault.ts';
import { add, asWritten, compare, exact, type Fraction, multiply, ONE, sum } from './fraction.ts';
import type { Indicator, IndicatorSystem } from './indicator-system.ts';
import { systemTexts } from './indicator-system-texts.ts';
import type { RuleOf } from './scoring-rule.ts';
import { languageFindings } from './text-findings.ts';

/** Faults of design that published indicator systems have: they are told, and refuse nothing. */
export function indicatorSystemWarnings(system: IndicatorSystem): Finding[] {
  return [
    ...system.level1.flatMap((level1, a) =>
      level1.level2.flatMap((level2, b) =>
        level2.indicators.flatMap((indicator, c) =>
          ofIndicator(indicator, ['level1', a, 'level2', b, 'indicators', c]),
        ),
      ),
    ),
    ...languageFindings(systemTexts(system)),
  ];
}

function ofIndicator(indicator: Indicator, at: Steps): Finding[] {
  const { rule } = indicator;
  const weight = exact(indicator.weight);
  switch (rule.kind) {
    case 'checklist':
      return checklist(rule, weight, [...at, 'rule', 'items']);
    case 'tiered-bands':
      return reachable(rule.bands, weight, [...at, 'rule', 'bands']);
    case 'category':
      return reachable(rule.cases, weight, [...at, 'rule', 'cases']);
    case 'option-share':
      return [
        ...branches(rule, [...at, 'rule', 'branches']),
        ...(rule.otherwise === 'manual' && indicator.reading === undefined
          ? [
              finding(
                [...at, 'rule', 'otherwise'],
                'left-to-scorer',
                '没有一项达到占比时由评分人核定，但没有写明（reading）',
                'where no branch holds a scorer decides, and `reading` does not say so',
              ),
            ]
          : []),
      ];
    default:
      return [];
  }
}

/** Shares that sum to 1 and points that sum to the weight: otherwise full marks are out of reach, or too easy. */
function checklist(rule: RuleOf<'checklist'>, weight: Fraction, at: Steps): Finding[] {
  const shares = sum(rule.items.flatMap((item) => ('share' in item ? [exact(item.share)] : [])));
  const points = sum(rule.items.flatMap((item) => ('points' in item ? [exact(item.points)] : [])));
  if (compare(add(multiply(shares, weight), points), weight) === 0) return [];
  if (rule.items.every((item) => 'share' in item))
    return [
      finding(
        at,
        'shares-not-one',
        `各要点的占比合计 ${asWritten(shares)}，不是 1`,
        `the shares of the points add up to ${asWritten(shares)}, not 1`,
      ),
    ];
  const total = add(multiply(shares, weight), points);
  return [
    finding(
      at,
      'points-not-weight',
      `各要点的分数合计 ${asWritten(total)}，不是分值 ${asWritten(weight)}`,
      `the points add up to ${asWritten(total)}, not to the weight of ${asWritten(weight)}`,
    ),
  ];
}

function reachable(
  rows: readonly { points: string | number }[],
  weight: Fraction,
  at: Steps,
): Finding[] {
  return rows.some(({ points }) => compare(exact(points), weight) === 0)
    ? []
    : [
        finding(
          at,
          'full-weight-unreachable',
          `没有一档得满分 ${asWritten(weight)} 分`,
          `none of these gives the full weight of ${asWritten(weight)}`,
        ),
      ];
}

/** The first branch that holds decides; a doubt where two could hold, or where one is never looked at. */
function branches(rule: RuleOf<'option-share'>, at: Steps): Finding[] {
  return rule.branches.flatMap((later, l) =>
    rule.branches.slice(0, l).flatMap((earlier) => {
      const steps = [...at, l, 'min'];
      const [a, b] = [exact(earlier.min), exact(later.min)];
      if (earlier.option === later.option)
        return compare(b, a) >= 0
          ? [
              finding(
                steps,
                'branch-never-reached',
                `“${later.option}”在前面已有不高于 ${later.min} 的占比，这一条不会用到`,
                `an earlier branch takes “${later.option}” at a share no higher than ${later.min}: this one is never reached`,
              ),
            ]
          : [];
      return compare(add(a, b), ONE) <= 0
        ? [
            finding(
              steps,
              'branches-both-hold',
              `“${earlier.option}”和“${later.option}”可能同时达到占比，以写在前面的为准`,
              `“${earlier.option}” and “${later.option}” could reach their shares at once; the one written first decides`,
            ),
          ]
        : [];
    }),
  );
}
