import { z } from 'zod';
import { Exact } from '../exact.ts';
import { type Finding, finding, type Steps } from '../fault.ts';
import { exact, HUNDRED, ZERO } from '../fraction.ts';
import { type Cut, type Interval, partitionFindings } from '../intervals.ts';
import { ActualValue, from } from './actual-value.ts';
import { fullWeight, points } from './limits.ts';
import { Points } from './numbers.ts';
import { ruleKind } from './rule-kind.ts';

/** Bounds of a band; one bound left out is open. Exactly one of `min` and `minExclusive` may be given, likewise `max`. */
const Band = z.strictObject({
  min: Exact.optional(),
  minExclusive: Exact.optional(),
  max: Exact.optional(),
  maxExclusive: Exact.optional(),
  points: Points,
});
export type Band = z.infer<typeof Band>;

const PERCENT: Interval = {
  low: { at: ZERO, after: false },
  high: { at: HUNDRED, after: true },
};
const EVERY_NUMBER: Interval = { low: 'lowest', high: 'highest' };

/** The band the value falls into gives the points. Inputs `{ value }`. */
export const tieredBands = ruleKind({
  schema: z.strictObject({
    kind: z.literal('tiered-bands'),
    bands: z.array(Band).min(2),
    from,
  }),
  inputs: ActualValue,
  numbers: { value: 'one' },
  faults(rule, weight, at) {
    const found = rule.bands.flatMap((band, b) => [
      ...twoBounds(band, [...at, 'bands', b]),
      ...points(band.points, weight, [...at, 'bands', b, 'points']),
    ]);
    // A survey gives a percentage; a value that a scorer enters may be any number.
    const whole = rule.from ? PERCENT : EVERY_NUMBER;
    return [...found, ...partitionFindings(rule.bands.map(interval), whole, [...at, 'bands'])];
  },
  warnings: (rule, { weight }, at) => fullWeight(rule.bands, weight, [...at, 'bands']),
});

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
