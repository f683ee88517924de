import type { Calculated } from '../api/evaluations.ts';
import { useWords } from '../language.tsx';
import { sharedWords } from './words.ts';

/** A calculated number, or a dash that says why there is none: that nobody answered, unless told otherwise. */
export function CalculatedNumber(props: { value: Calculated; unit?: string; whenNone?: string }) {
  const shared = useWords(sharedWords);
  const { value, unit, whenNone = shared.noBase } = props;
  if (value) return <>{value.display + (unit ?? '')}</>;
  return (
    <span class="quiet" title={whenNone}>
      <span aria-hidden="true">—</span>
      <span class="visually-hidden">{whenNone}</span>
    </span>
  );
}
