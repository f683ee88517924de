import { compositeItems } from '../survey-definitions/composite-items.ts';
import {
  asWritten,
  divide,
  exact,
  type Fraction,
  fraction,
  HUNDRED,
  ONE,
  sum,
  ZERO,
} from '../survey-definitions/fraction.ts';
import { worthOf } from '../survey-definitions/full-marks.ts';
import { itemsOf, scaleOf } from '../survey-definitions/item-options.ts';
import { partsOf } from '../survey-definitions/long-sums.ts';
import type { Questionnaire } from '../survey-definitions/questionnaire.ts';
import { type Part, weightedMean } from './composite/made.ts';
import { reachesThreshold } from './composite/persons.ts';
import { roundHalfUp } from './rounding.ts';

/** What one respondent adds to what the uncertainty of a composite is made of: sums by name, and how his own mean is written. */
export interface OwnShare {
  /** null of one without any scored answer, and for methods that know none. */
  own: string | null;
  sums: readonly { name: string; n: number }[];
}

/** Decimals that own means are kept with in sums: that moves a standard error by less than 1e-10 of it. */
const KEPT_DECIMALS = 9;
const KEPT = 10n ** BigInt(KEPT_DECIMALS);

/**
 * A respondent's share in the sums: himself where he has an own mean (`n`); how many items of the composite applied (`asked`) and were given a scored answer (`scored`);
 * of his own mean y, and y²; for `pooled` of the sum y of what his m scored answers are worth, also y·m and m². Exact until it
 * is kept. `chosen`: item -> the options chosen, of the items that apply and were answered readably.
 */
export function ownShare(
  questionnaire: Questionnaire,
  applicable: ReadonlySet<string>,
  chosen: ReadonlyMap<string, readonly string[]>,
): OwnShare {
  const worths = worthsOf(questionnaire, chosen);
  const m = worths.size;
  const asked = tableOf(questionnaire).items.filter((item) => applicable.has(item)).length;
  const counts = [...partsOf('asked', BigInt(asked)), ...partsOf('scored', BigInt(m))];
  const isPooled = questionnaire.composite?.method === 'pooled';
  const own = isPooled ? sum([...worths.values()]) : ownMean(questionnaire, worths);
  if (m === 0 || own === null) return { own: null, sums: counts };
  const kept = keptOf(own);
  const sums = [
    ...counts,
    ...partsOf('n', 1n),
    ...partsOf('y', kept),
    ...partsOf('yy', kept * kept),
  ];
  if (!isPooled) return { own: asWritten(own), sums };
  return {
    own: `${asWritten(own)} ${m}`,
    sums: [...sums, ...partsOf('ym', kept * BigInt(m)), ...partsOf('mm', BigInt(m * m))],
  };
}

const keptOf = (value: Fraction): bigint => {
  const { n, d } = roundHalfUp(value, KEPT_DECIMALS);
  return (n * KEPT) / d;
};

/** A sum of kept values, or of products of so many of them, as the number that it is. */
export const ofKept = (value: bigint, factors: 1 | 2 = 1): Fraction =>
  fraction(value, factors === 1 ? KEPT : KEPT * KEPT);

/** Own means with how many respondents have each, as they were written; for `pooled` the sum of worths and how many there are. */
export interface OwnCount {
  y: Fraction;
  m: number;
  n: number;
}
export function readOwn(own: string, n: number): OwnCount {
  const [written = '', m = '1'] = own.split(' ');
  return { y: exact(written), m: +m, n };
}

/** The items of a composite, and what each grade of theirs is worth; the same for every response to a questionnaire. */
interface WorthTable {
  items: readonly string[];
  worths: ReadonlyMap<string, ReadonlyMap<string, Fraction>>;
}
const tables = new WeakMap<Questionnaire, WorthTable>();

function tableOf(questionnaire: Questionnaire): WorthTable {
  const known = tables.get(questionnaire);
  if (known !== undefined) return known;
  const items = compositeItems(questionnaire);
  const counting = new Set(items);
  const worths = itemsOf(questionnaire).flatMap((item) => {
    const scale = counting.has(item.id) ? scaleOf(questionnaire, item) : undefined;
    if (scale === undefined) return [];
    const grades = scale.options.flatMap(({ id, weight }) =>
      weight === undefined ? [] : [[id, worthOf(scale, weight)] as const],
    );
    return [[item.id, new Map(grades)] as const];
  });
  const table = { items, worths: new Map(worths) };
  tables.set(questionnaire, table);
  return table;
}

/** Worth of each scored answer to an item of the composite, 0 to 100, by item. */
function worthsOf(
  questionnaire: Questionnaire,
  chosen: ReadonlyMap<string, readonly string[]>,
): Map<string, Fraction> {
  const { items, worths } = tableOf(questionnaire);
  return new Map(
    items.flatMap((item) => {
      const option = chosen.get(item)?.[0];
      const worth = option === undefined ? undefined : worths.get(item)?.get(option);
      return worth === undefined ? [] : [[item, worth] as const];
    }),
  );
}

/**
 * A respondent's own composite, in percent, of his scored answers alone; null where none of these weighs anything, and for
 * methods that know none.
 */
function ownMean(
  questionnaire: Questionnaire,
  worths: ReadonlyMap<string, Fraction>,
): Fraction | null {
  if (worths.size === 0) return null;
  const { composite } = questionnaire;
  const part = (id: string, weight: Fraction) => ({ id, weight, value: worths.get(id) ?? null });
  switch (composite?.method) {
    case undefined:
      return meanOf(worths);
    case 'items':
      return composite.weights === undefined
        ? meanOf(worths)
        : meanOfWeighing(
            Object.entries(composite.weights).map(([id, weight]) => part(id, exact(weight))),
          );
    case 'dimensions':
      return meanOfWeighing(
        composite.dimensions.map(({ id, weight, items }) => ({
          id,
          weight: exact(weight),
          value: weightedMean(items.map((item) => part(item, ONE))),
        })),
      );
    case 'persons':
      return reachesThreshold(questionnaire, [...worths.values()]) ? HUNDRED : ZERO;
    default:
      return null;
  }
}

/** An item may be declared with a weight of 0, and be the only one that somebody answers. */
const meanOfWeighing = (parts: readonly Part[]): Fraction | null =>
  weightedMean(parts.filter(({ weight }) => weight.n !== 0n));

const meanOf = (worths: ReadonlyMap<string, Fraction>): Fraction =>
  divide(sum([...worths.values()]), fraction(worths.size));
