import type { Calculated } from '../api/evaluations.ts';
import { useWords } from '../language.tsx';
import { CalculatedNumber } from '../parts/calculated-number.tsx';
import { scoringWords } from './words.ts';

/** A score, a subtotal or a rate; where there is none, something is still missing. */
export function Score({ value }: { value: Calculated }) {
  return <CalculatedNumber value={value} whenNone={useWords(scoringWords).noScore} />;
}
