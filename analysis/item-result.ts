import type { Fraction } from '../survey-definitions/fraction.ts';

export interface OptionResult {
  id: string;
  count: number;
  /** Share of the base in percent, in the rounding asked for; null where the base is empty. */
  percent: Fraction | null;
  /** Only for an option of a scale. */
  weight?: number;
  /** percent × weight / 100, only for an option of a scale. */
  weighted?: Fraction | null;
}
export interface ItemResult {
  id: string;
  base: number;
  options: OptionResult[];
  /** 0 to 100; null for an item that is not on a scale, and where the base is empty. */
  satisfaction: Fraction | null;
}
