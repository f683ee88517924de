import { type Finding, finding, type Steps } from './fault.ts';
import { compare, exact, type Fraction, HUNDRED, ZERO } from './fraction.ts';
import { type Cut, type Interval, partitionFindings } from './intervals.ts';
import { above0, inputIds, notAboveWeight, points, share } from './rule-limits.ts';
import type { Band, Exact, RuleOf, ScoringRule } from './scoring-rule.ts';

const PERCENT: Interval = {
  low: { at: ZERO, after: false },
  high: { at: HUNDRED, after: true },
};
const EVERY_NUMBER: Interval = { low: 'lowest', high: 'highest' };

/**
 * What makes a scoring rule unusable: shares outside 0 to 1, points above the indicator's weight, steps of
 * nothing, bands with a gap.
 * @param at where the rule stands
 */
export function ruleFaults(rule: ScoringRule, weight: Exact, at: Steps): Finding[] {
  const full = exact(weight);
  switch (rule.kind) {
    case 'target-proportional':
      return above0(rule.target, [...at, 'target'], '目标值', 'a target');
    case 'step-deduction':
      return stepDeduction(rule, full, at);
    case 'tiered-bands':
      return tieredBands(rule, full, at);
    case 'checklist':
      return [
        ...rule.items.flatMap((item, i) =>
          'share' in item
            ? share(item.share, [...at, 'items', i, 'share'])
            : points(item.points, full, [...at, 'items', i, 'points']),
        ),
        ...inputIds({ items: rule.items, veto: rule.veto }, at),
      ];
    case 'event-deduction': {
      const off = [...at, 'pointsPerEvent'];
      return [
        ...above0(rule.pointsPerEvent, off, '扣分', 'a deduction'),
        ...notAboveWeight(rule.pointsPerEvent, full, off),
        ...inputIds({ events: rule.events }, at),
      ];
    }
    case 'category':
      return [
        ...rule.cases.flatMap((each, c) =>
          points(each.points, full, [...at, 'cases', c, 'points']),
        ),
        ...inputIds({ cases: rule.cases }, at),
      ];
    case 'option-share':
      return optionShare(rule, at);
    default:
      return [];
  }
}

function stepDeduction(rule: RuleOf<'step-deduction'>, full: Fraction, at: Steps): Finding[] {
  const { deduct, zeroAt, side } = rule;
  const found = [
    ...above0(rule.step, [...at, 'step'], '步长', 'a step'),
    ...('share' in deduct
      ? [
          ...above0(deduct.share, [...at, 'deduct', 'share'], '扣分', 'a deduction'),
          ...share(deduct.share, [...at, 'deduct', 'share'], false),
        ]
      : [
          ...above0(deduct.points, [...at, 'deduct', 'points'], '扣分', 'a deduction'),
          ...notAboveWeight(deduct.points, full, [...at, 'deduct', 'points']),
        ]),
  ];
  if (zeroAt === undefined) return found;
  const beyond = compare(exact(zeroAt), exact(rule.target));
  if (side === 'upper' ? beyond > 0 : beyond < 0) return found;
  return [
    ...found,
    finding(
      [...at, 'zeroAt'],
      'zero-within-target',
      `得 0 分的数值须${side === 'upper' ? '高于' : '低于'}目标值 ${rule.target}`,
      `the value that scores 0 lies ${side === 'upper' ? 'above' : 'below'} the target ${rule.target}`,
    ),
  ];
}

function tieredBands(rule: RuleOf<'tiered-bands'>, full: Fraction, at: Steps): Finding[] {
  const found = rule.bands.flatMap((band, b) => [
    ...twoBounds(band, [...at, 'bands', b]),
    ...points(band.points, full, [...at, 'bands', b, 'points']),
  ]);
  // A survey gives a percentage; a value that a scorer enters may be any number.
  const whole = rule.from ? PERCENT : EVERY_NUMBER;
  return [...found, ...partitionFindings(rule.bands.map(interval), whole, [...at, 'bands'])];
}

function twoBounds(band: Band, at: Steps): Finding[] {
  const twice = (one: 'min' | 'max', other: 'minExclusive' | 'maxExclusive') =>
    band[one] === undefined || band[other] === undefined
      ? []
      : [
          finding(
            [...at, other],
            'bound-twice',
            `${one} 和 ${other} 只能写一个`,
            `either ${one} or ${other}, not both`,
          ),
        ];
  return [...twice('min', 'minExclusive'), ...twice('max', 'maxExclusive')];
}

function interval(band: Band): Interval {
  const cut = (inside: Exact | undefined, outside: Exact | undefined, open: Cut, low: boolean) => {
    if (inside !== undefined) return { at: exact(inside), after: !low };
    return outside === undefined ? open : { at: exact(outside), after: low };
  };
  return {
    low: cut(band.min, band.minExclusive, 'lowest', true),
    high: cut(band.max, band.maxExclusive, 'highest', false),
  };
}

function optionShare(rule: RuleOf<'option-share'>, at: Steps): Finding[] {
  return [
    ...rule.branches.flatMap((branch, b) => [
      ...above0(branch.min, [...at, 'branches', b, 'min'], '占比', 'a share to be reached'),
      ...share(branch.min, [...at, 'branches', b, 'min'], false),
      ...share(branch.credit, [...at, 'branches', b, 'credit']),
    ]),
    ...(rule.otherwise === 'manual' ? [] : share(rule.otherwise, [...at, 'otherwise'])),
  ];
}
