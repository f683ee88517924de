import { asWritten, compare, exact, type Fraction } from '../../survey-definitions/fraction.ts';
import type { Band, RuleOf } from '../../survey-definitions/scoring-rule.ts';
import { formula, given, type RuleOutcome } from './outcome.ts';
import { sameSides, shown } from './shown.ts';

interface Bound {
  at: Fraction;
  inclusive: boolean;
}

function bound(inclusive: Band['min'], exclusive: Band['min']): Bound | undefined {
  if (inclusive !== undefined) return { at: exact(inclusive), inclusive: true };
  return exclusive === undefined ? undefined : { at: exact(exclusive), inclusive: false };
}
const lowerOf = (band: Band) => bound(band.min, band.minExclusive);
const upperOf = (band: Band) => bound(band.max, band.maxExclusive);

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

/** "85 ≤ 89.34 < 95", "97 ≥ 95", "70 < 75". */
function bandInWords(band: Band, value: string): string {
  const lower = lowerOf(band);
  const upper = upperOf(band);
  const above = upper ? ` ${upper.inclusive ? '≤' : '<'} ${asWritten(upper.at)}` : '';
  if (!lower) return `${value}${above}`;
  return upper
    ? `${asWritten(lower.at)} ${lower.inclusive ? '≤' : '<'} ${value}${above}`
    : `${value} ${lower.inclusive ? '≥' : '>'} ${asWritten(lower.at)}`;
}

/** The first band that holds the value gives its points, up to the weight; outside all bands there is no score. */
export function scoreTieredBands(
  rule: RuleOf<'tiered-bands'>,
  weight: Fraction,
  value: Fraction,
  decimals = 2,
): RuleOutcome {
  const bounds = rule.bands.flatMap((band) =>
    [lowerOf(band), upperOf(band)].flatMap((edge) => (edge ? [edge.at] : [])),
  );
  const seen = shown(value, sameSides(value, bounds)).text;
  const band = rule.bands.find((each) => isInBand(each, value));
  if (!band)
    return {
      missing: {
        'zh-CN': `${seen} 不在任何一档之内`,
        en: `${seen} lies in none of the bands`,
      },
    };
  return given(formula(bandInWords(band, seen)), exact(band.points), weight, decimals);
}
