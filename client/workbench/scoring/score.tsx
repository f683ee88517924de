import type { Calculated } from '../api/evaluations.ts';
import { useWords } from '../language.tsx';
import { Amount } from '../parts/amount.tsx';

/** A score, a subtotal or a rate; where there is none, something is still missing. */
export function Score({ of }: { of: Calculated }) {
  return <Amount of={of} without={useWords().scoring.noScore} />;
}
