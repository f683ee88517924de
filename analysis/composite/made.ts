import { divide, type Fraction, multiply, sum } from '../../survey-definitions/fraction.ts';
import type { ItemResult } from '../item-result.ts';
import type { Rounding } from '../percent.ts';

/** An item or dimension in a weighted mean; `value` is null where nobody gave a scored answer. */
export interface Part {
  id: string;
  /** As declared, of 1. */
  weight: Fraction;
  /** In percent. */
  value: Fraction | null;
}

/** What a composite was made of, by method; analysis/explain-composite.ts says it in words. */
export type Made =
  | { method: 'mean'; parts: readonly Part[] }
  | { method: 'items'; parts: readonly Part[] }
  | { method: 'dimensions'; parts: readonly (Part & { items: readonly Part[] })[] }
  /** `answers`: the scored answers to all items. */
  | { method: 'pooled'; items: readonly string[]; answers: number }
  | { method: 'overall'; item: string; base: number }
  | { method: 'top'; grades: number; parts: readonly Part[] }
  | { method: 'persons'; threshold: Fraction; reaching: number; base: number };

/** What a method goes by. */
export interface Given {
  /** The items that count, in order, in the rounding asked for. */
  items: readonly ItemResult[];
  /** Respondents with a scored answer to one of the items, and those of them who reach the threshold of `persons`. */
  respondents: number;
  reaching: number;
  rounding: Rounding;
}

/** A group's number, 0 to 100, with what it was made of; `value` is null where no item has a base. */
export interface CompositeResult {
  value: Fraction | null;
  made: Made;
}

/**
 * Σ weight × value / Σ weight over the parts that have a value: where one has none, the weights of the others are scaled up in
 * proportion. null where none has a value. Nothing is rounded.
 */
export function weightedMean(parts: readonly Part[]): Fraction | null {
  const known = parts.flatMap(({ weight, value }) => (value === null ? [] : [{ weight, value }]));
  if (known.length === 0) return null;
  return divide(
    sum(known.map(({ weight, value }) => multiply(weight, value))),
    sum(known.map(({ weight }) => weight)),
  );
}
