import type { Calculated } from '../api.ts';
import { useWords } from '../language.tsx';

/** A calculated number, or a dash that says that nobody answered. */
export function Amount({ of, unit }: { of: Calculated; unit?: string }) {
  const words = useWords();
  if (of) return <>{of.display + (unit ?? '')}</>;
  return (
    <span class="quiet" title={words.states.noBase}>
      <span aria-hidden="true">—</span>
      <span class="visually-hidden">{words.states.noBase}</span>
    </span>
  );
}
