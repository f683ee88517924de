import type { Calculated } from '../api/evaluations.ts';

/** A calculated number, or a dash that says why there is none. There are several reasons, so each place says its own. */
export function CalculatedNumber(props: { value: Calculated; unit?: string; whenNone: string }) {
  const { value, unit, whenNone } = props;
  if (value) return <>{value.display + (unit ?? '')}</>;
  return (
    <span class="quiet" title={whenNone}>
      <span aria-hidden="true">—</span>
      <span class="visually-hidden">{whenNone}</span>
    </span>
  );
}
