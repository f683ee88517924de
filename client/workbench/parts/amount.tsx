import type { Calculated } from '../api/evaluations.ts';
import { useWords } from '../language.tsx';

/** A calculated number, or a dash that says why there is none: that nobody answered, unless told otherwise. */
export function Amount(props: { of: Calculated; unit?: string; without?: string }) {
  const words = useWords();
  const { of, unit, without = words.states.noBase } = props;
  if (of) return <>{of.display + (unit ?? '')}</>;
  return (
    <span class="quiet" title={without}>
      <span aria-hidden="true">—</span>
      <span class="visually-hidden">{without}</span>
    </span>
  );
}
