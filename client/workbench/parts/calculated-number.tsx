import type { Calculated } from '../api/evaluations.ts';
import { useWords } from '../language.tsx';

/** A calculated number, or a dash that says why there is none: that nobody answered, unless told otherwise. */
export function CalculatedNumber(props: { value: Calculated; unit?: string; whenNone?: string }) {
  const words = useWords();
  const { value, unit, whenNone = words.states.noBase } = props;
  if (value) return <>{value.display + (unit ?? '')}</>;
  return (
    <span class="quiet" title={whenNone}>
      <span aria-hidden="true">—</span>
      <span class="visually-hidden">{whenNone}</span>
    </span>
  );
}
