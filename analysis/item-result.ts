import { compare, type Fraction, ZERO } from '../survey-definitions/fraction.ts';

export interface OptionResult {
  id: string;
  count: number;
  /** Whether it is a grade, with a weight; others are counted and stand in no base of satisfaction. */
  scored: boolean;
  /**
   * Share in percent, in the rounding asked for: of the item's base where the option is scored or the item has no scale, of
   * all who answered where it is an unscored option of a scale. null where there is nothing to take a share of.
   */
  percent: Fraction | null;
  /** Only of a grade. */
  weight?: Fraction;
  /** percent × weight / outOf, only of a grade. */
  weighted?: Fraction | null;
}
export interface ItemResult {
  id: string;
  /** How many gave a scored answer (答题人数); for an item without a scale as many as `answered`. */
  base: number;
  /** How many answered at all. */
  answered: number;
  options: OptionResult[];
  /** Id of its scale, and the weight that stands for 100 %; null for an item that is not on one. */
  scale: { id: string; outOf: Fraction } | null;
  /** 0 to 100; null for an item that is not on a scale, and where the base is empty. */
  satisfaction: Fraction | null;
}

/** The options of an item that have a weight, the best first; in the order of the definition where weights are equal. */
export function gradesIn(item: ItemResult): OptionResult[] {
  return item.options
    .filter(({ scored }) => scored)
    .toSorted((a, b) => compare(b.weight ?? ZERO, a.weight ?? ZERO));
}
