import { compare, exact, type Fraction } from '../../survey-definitions/fraction.ts';
import type { Band } from '../../survey-definitions/rules/tiered-bands.ts';
import type { RuleOf } from '../../survey-definitions/scoring-rule.ts';
import { displayNumber, sameSides } from './display-number.ts';
import type { BandBound } from './explanation.ts';
import { awarded, type RuleOutcome } from './outcome.ts';
import { byValue, type Scorer } from './scorer.ts';

function bound(inclusive: Band['min'], exclusive: Band['min']): BandBound | undefined {
  if (inclusive !== undefined) return { at: exact(inclusive), inclusive: true };
  return exclusive === undefined ? undefined : { at: exact(exclusive), inclusive: false };
}
const lowerOf = (band: Band) => bound(band.min, band.minExclusive);
const upperOf = (band: Band) => bound(band.max, band.maxExclusive);

const boundsOf = ({ bands }: RuleOf<'tiered-bands'>): Fraction[] =>
  bands.flatMap((band) =>
    [lowerOf(band), upperOf(band)].flatMap((edge) => (edge ? [edge.at] : [])),
  );

/** Whether the value lies in the band: an inclusive bound belongs to it, an open side has no bound. */
export function isInBand(band: Band, value: Fraction): boolean {
  const lower = lowerOf(band);
  const upper = upperOf(band);
  const above = lower === undefined ? 1 : compare(value, lower.at);
  const below = upper === undefined ? 1 : compare(upper.at, value);
  return (
    (above > 0 || (above === 0 && lower?.inclusive === true)) &&
    (below > 0 || (below === 0 && upper?.inclusive === true))
  );
}

/** The first band that holds the value gives its points, up to the weight; outside all bands there is no score. */
export function scoreTieredBands(
  rule: RuleOf<'tiered-bands'>,
  weight: Fraction,
  value: Fraction,
  decimals = 2,
): RuleOutcome {
  const seen = displayNumber(value, sameSides(value, boundsOf(rule)));
  const band = rule.bands.find((each) => isInBand(each, value));
  if (!band) return { missing: { reason: 'in-no-band', value: seen } };
  const lower = lowerOf(band);
  const upper = upperOf(band);
  const points = exact(band.points);
  return awarded(
    [
      { step: 'placed', value: seen, ...(lower && { lower }), ...(upper && { upper }) },
      { step: 'given', points },
    ],
    points,
    weight,
    decimals,
  );
}

export const tieredBands: Scorer<'tiered-bands'> = {
  ...byValue<'tiered-bands'>(scoreTieredBands),
  turnsAt: boundsOf,
  hasFullMarks: ({ bands }, weight) =>
    bands.some(({ points }) => compare(exact(points), weight) >= 0),
};
