import type { SurveySummary } from '../api.ts';
import { useWords } from '../language.tsx';

/** Where the responses come from, and what that means for reading them; nothing to say of collected ones. */
export function Provenance({ of }: { of: SurveySummary['provenance'] }) {
  const words = useWords();
  if (of === 'collected') return null;
  return (
    <p class="notice">
      <strong>{words.provenances[of]}</strong> {words.provenanceMeans[of]}
    </p>
  );
}
