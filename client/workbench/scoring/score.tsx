import type { Calculated } from '../api/evaluations.ts';
import { useWords } from '../language.tsx';
import { CalculatedNumber } from '../parts/calculated-number.tsx';
import { sharedWords } from '../parts/words.ts';

/** A score, a subtotal or a rate; where there is none, something is still missing. */
export function Score({ value, whenNone }: { value: Calculated; whenNone?: string }) {
  const shared = useWords(sharedWords);
  return <CalculatedNumber value={value} whenNone={whenNone ?? shared.none.score} />;
}
